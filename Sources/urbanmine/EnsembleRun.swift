internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// A long calculation of an ensemble, in steps between which it can be interrupted and kept.
struct EnsembleRun {
  let ensemble: Ensemble
  let head: EnsembleHead
  /// The blocks that are wanted.
  let blocks: Range<Int>
  let threads: Int
  /// Where what is known is kept when it is interrupted.
  let partial: String?
  /// The file that takes every draw, and where draws are kept until all are known.
  var allDraws: String?

  /// About how long a step takes, in seconds: what begins and ends one must not count.
  private static let stepLength = 0.5
  /// How often what is known is kept while it runs, in seconds.
  private static let saveInterval = 60.0

  /// Calculates what is still missing.
  /// - Throws: code 130 after an interruption, when what is known has been kept.
  func run(resuming isResuming: Bool) throws -> EnsembleShard {
    let known = try isResuming ? resumed() : ensemble.tally(from: blocks.lowerBound)
    let store = try drawStore(knowing: known)
    do {
      let shard = EnsembleShard(head: head, tally: try calculated(from: known, store))
      if let store, let allDraws { try write(store, to: allDraws) }
      return shard
    } catch {
      // Without what is known of the others, the draws alone are of no use.
      if partial.map({ !FileManager.default.fileExists(atPath: $0) }) ?? true { store?.remove() }
      throw error
    }
  }

  /// Makes the file of a shard.
  /// - Parameters:
  ///   - path: the file.
  ///   - isResuming: whether a finished one that is there already will do, and what an interrupted run left.
  /// - Returns: whether it had to be made.
  func make(_ path: String, resuming isResuming: Bool) throws -> Bool {
    guard !(isResuming && isMade(path)) else { return false }
    let shard = try run(resuming: isResuming)
    do {
      try shard.write(to: path)
    } catch {
      throw Failure(code: Failure.cannotWrite, message: "\(error)")
    }
    forget()
    return true
  }

  /// Whether a file holds just the blocks that are wanted. The file of all draws must be there too.
  private func isMade(_ path: String) -> Bool {
    let isComplete = allDraws.map { FileManager.default.fileExists(atPath: $0) } ?? true
    guard isComplete, FileManager.default.fileExists(atPath: path),
      let shard = try? EnsembleShard(bytes: Library.file(path), of: path)
    else { return false }
    return shard.head == head && shard.tally.blocks == blocks
  }

  private func calculated(
    from known: EnsembleTally, _ store: DrawStore?
  ) throws -> EnsembleTally {
    var tally = known
    let sources = Interrupt.listen()
    defer { for source in sources { source.cancel() } }
    let progress = Progress()
    let first = share(tally)
    var saved = Date()
    var step = threads
    while tally.blocks.upperBound < blocks.upperBound {
      progress.show(share(tally), from: first)
      let begin = Date()
      let end = min(tally.blocks.upperBound + step, blocks.upperBound)
      do throws(EnsembleError) {
        tally = try ensemble.run(from: tally, upTo: end, threads: threads) {
          try store?.put($1, ofBlock: $0)
        }
      } catch {
        progress.end()
        if case .notTaken(let reason) = error {
          throw Failure(code: Failure.cannotWrite, message: reason)
        }
        throw Failure.badInput(error)
      }
      if Date().timeIntervalSince(begin) < EnsembleRun.stepLength { step *= 2 }
      guard tally.blocks.upperBound < blocks.upperBound else { break }
      if Interrupt.isRequested {
        progress.end()
        throw try interrupted(tally)
      }
      if Date().timeIntervalSince(saved) > EnsembleRun.saveInterval {
        try keep(tally)
        saved = Date()
      }
    }
    progress.end()
    return tally
  }

  // MARK: - All draws

  private func drawStore(knowing tally: EnsembleTally) throws -> DrawStore? {
    guard let allDraws else { return nil }
    do {
      return try DrawStore(
        head, blocks: blocks, path: allDraws + ".partial", known: tally.blocks.count)
    } catch DrawStoreError.unwritable(let path) {
      throw Failure(
        code: Failure.cannotWrite, message: DrawStoreError.unwritable(path).description)
    } catch {
      throw Failure.badInput(error)
    }
  }

  private func write(_ store: DrawStore, to path: String) throws {
    do {
      try DrawsFile(path: path) == .table ? store.writeCSV(to: path) : store.writeNetCDF(to: path)
    } catch {
      throw Failure(code: Failure.cannotWrite, message: "\(error)")
    }
    store.remove()
    note("wrote \(path)")
  }

  // MARK: - What is kept

  /// Removes what was kept, once the whole is written.
  func forget() {
    if let partial { try? FileManager.default.removeItem(atPath: partial) }
  }

  private func share(_ tally: EnsembleTally) -> Double {
    blocks.isEmpty
      ? 1 : Double(tally.blocks.upperBound - blocks.lowerBound) / Double(blocks.count)
  }

  private func keep(_ tally: EnsembleTally) throws {
    guard let partial else { return }
    do {
      try EnsembleShard(head: head, tally: tally).write(to: partial)
    } catch {
      throw Failure(code: Failure.cannotWrite, message: "\(error)")
    }
  }

  private func interrupted(_ tally: EnsembleTally) throws -> Failure {
    try keep(tally)
    let known = tally.blocks.upperBound - blocks.lowerBound
    let text = "interrupted after \(known) of \(blocks.count) blocks of draws"
    guard let partial else { return Failure(code: Failure.interrupted, message: text) }
    return Failure(
      code: Failure.interrupted,
      message: "\(text), kept in '\(partial)': the same command with --resume goes on from there")
  }

  private func resumed() throws -> EnsembleTally {
    guard let partial, FileManager.default.fileExists(atPath: partial) else {
      return ensemble.tally(from: blocks.lowerBound)
    }
    let shard = try readingInput { try EnsembleShard(bytes: Library.file(partial), of: partial) }
    guard shard.head == head, shard.tally.blocks.lowerBound == blocks.lowerBound,
      shard.tally.blocks.upperBound <= blocks.upperBound
    else {
      throw Failure(
        code: Failure.badInput,
        message: "'\(partial)' is of another ensemble or shard: remove it, or give the same options"
      )
    }
    return shard.tally
  }
}
