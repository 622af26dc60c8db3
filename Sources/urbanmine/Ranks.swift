// A wall file: MPI, through the prototypes of CMPI.
internal import CMPI
internal import Foundation

/// This process among all that `mpirun` or `srun` started together.
struct Ranks {
  /// Counted from 0.
  let number: Int
  let count: Int

  /// Why there are none; nil where this build has MPI.
  static var whyNot: String? {
    ranks_are_built_in() == 1
      ? nil : "this build has no MPI: build it with 'make mpi' (the package trait 'MPI')"
  }

  /// Joins the others. Once in a process.
  init() throws {
    guard ranks_start() == 0 else {
      throw Failure(code: Failure.internalFault, message: "MPI can't be started")
    }
    (number, count) = (Int(ranks_number()), Int(ranks_count()))
    // Each of the processes would take itself for the only one, and write what all write.
    let environment = ProcessInfo.processInfo.environment
    let started = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"]
      .lazy.compactMap { environment[$0].flatMap { Int($0) } }.first
    if let started, started != count {
      ranks_end()
      throw Failure(
        code: Failure.usage,
        message:
          "\(started) processes were started, but MPI finds \(count): start them with the mpirun "
          + "of the MPI that this program was built with")
    }
  }

  /// Does what may fail in each rank before any of them goes on. Where it fails, the first rank of those that
  /// failed says why, and all end.
  func together<Product>(_ action: () throws -> Product) throws -> Product {
    let result = Result(catching: action)
    let hasFailed = if case .failure = result { true } else { false }
    let first = Int(ranks_smallest(Int32(hasFailed ? number : count)))
    guard first < count else { return try result.get() }
    ranks_end()
    do {
      _ = try result.get()
    } catch let failure as Failure {
      throw Failure(
        code: failure.code, message: first == number ? named(failure.message) : "")
    }
    throw Failure(code: Failure.negative, message: "")
  }

  /// Waits until all ranks are here.
  func wait() {
    _ = ranks_smallest(0)
  }

  /// Leaves the others.
  func end() {
    ranks_end()
  }

  /// Says what went wrong in this rank and ends all of them.
  func abort(_ failure: Failure) {
    note(named(failure.message))
    ranks_abort(failure.code)
  }

  private func named(_ message: String) -> String {
    "rank \(number + 1) of \(count): \(message)"
  }
}
