// The wall: Toeplitz products and solves over blocks of lanes. Every function checks shapes first, so
// that a kernel never reads or writes outside of its arrays.
internal import CKernels

/// A Toeplitz kernel: (level, rows, lanes, stride, curve, operand, result, scratch).
private typealias ToeplitzKernel =
  @convention(c) (
    Int32, Int, Int, Int, UnsafePointer<Double>?, UnsafePointer<Double>?,
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
  ) -> Void

/// What the workers share. No two of them write to the same lanes or the same scratch memory.
@unsafe private struct Operands: @unchecked Sendable {
  let kernel: ToeplitzKernel
  let curve: UnsafePointer<Double>
  let operand: UnsafePointer<Double>
  let result: UnsafeMutablePointer<Double>
  let scratch: UnsafeMutablePointer<Double>
}

/// How a Toeplitz product or solve is computed.
enum ToeplitzMethod: Hashable, Sendable {
  /// What is fastest at this size (`Crossover`); the direct way where a number is not finite.
  case fastest
  /// Sums over the cohorts: O(T²).
  case direct
  /// Fast Fourier transforms: O(T·log T), or O(T·log² T) for a solve.
  case fourier
}

/// What a Toeplitz kernel computes, and for which lanes.
private struct ToeplitzTask {
  enum Curves { case one, shared, own }

  let isSolve: Bool
  let curves: Curves

  init(isSolve: Bool, curves: Curves, lanes: Int) {
    self.isSolve = isSolve
    self.curves = lanes == 1 ? .one : curves
  }

  /// The number of periods from which transforms are faster.
  var crossover: Int {
    switch (curves, isSolve) {
    case (.one, false): Crossover.seriesTimes
    case (.one, true): Crossover.seriesSolve
    case (.shared, false): Crossover.sharedTimes
    case (.shared, true): Crossover.sharedSolve
    case (.own, false): Crossover.lanesTimes
    case (.own, true): Crossover.lanesSolve
    }
  }

  func kernel(isFourier: Bool) -> ToeplitzKernel {
    switch (curves, isSolve, isFourier) {
    case (.one, false, false): unsafe kernel_series_times
    case (.one, true, false): unsafe kernel_series_solve
    case (.shared, false, false): unsafe kernel_toeplitz_shared_times
    case (.shared, true, false): unsafe kernel_toeplitz_shared_solve
    case (.own, false, false): unsafe kernel_toeplitz_lanes_times
    case (.own, true, false): unsafe kernel_toeplitz_lanes_solve
    case (.one, false, true), (.shared, false, true): unsafe kernel_fourier_shared_times
    case (.one, true, true), (.shared, true, true): unsafe kernel_fourier_shared_solve
    case (.own, false, true): unsafe kernel_fourier_lanes_times
    case (.own, true, true): unsafe kernel_fourier_lanes_solve
    }
  }
}

extension Kernels {
  /// y[t] = Σ_{c ≤ t} curve[t − c] · x[c], lane by lane.
  static func convolve(
    curve: [Double], _ x: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == x.rows, "a curve has one number per period")
    let task = ToeplitzTask(isSolve: false, curves: .shared, lanes: x.columns)
    return run(task, curve, x, threads, method, set)
  }

  /// The same with a curve per lane.
  static func convolve(
    curves: Matrix, _ x: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == x.rows && curves.columns == x.columns, "one curve per lane")
    let task = ToeplitzTask(isSolve: false, curves: .own, lanes: x.columns)
    return run(task, curves.values, x, threads, method, set)
  }

  /// The x whose convolution with the curve is y.
  static func deconvolve(
    curve: [Double], _ y: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == y.rows, "a curve has one number per period")
    let task = ToeplitzTask(isSolve: true, curves: .shared, lanes: y.columns)
    return run(task, curve, y, threads, method, set)
  }

  /// The same with a curve per lane.
  static func deconvolve(
    curves: Matrix, _ y: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == y.rows && curves.columns == y.columns, "one curve per lane")
    let task = ToeplitzTask(isSolve: true, curves: .own, lanes: y.columns)
    return run(task, curves.values, y, threads, method, set)
  }

  /// A transform spreads a number that is not finite over all periods, and needs a period.
  private static func isFourier(
    _ method: ToeplitzMethod, _ isLong: Bool, _ curve: [Double], _ x: Matrix
  ) -> Bool {
    switch method {
    case .direct: false
    case .fastest: isLong && isFinite(curve) && isFinite(x.values)
    case .fourier: x.rows > 0 && isFinite(curve) && isFinite(x.values)
    }
  }

  private static func isFinite(_ values: [Double]) -> Bool {
    unsafe values.withUnsafeBufferPointer { values in
      unsafe kernel_all_finite(values.count, values.baseAddress) == 1
    }
  }

  /// Calls the kernel for every block of lanes; scratch memory is allocated once for each worker.
  private static func run(
    _ task: ToeplitzTask, _ curve: [Double], _ x: Matrix, _ threads: Int,
    _ method: ToeplitzMethod, _ set: InstructionSet
  ) -> Matrix {
    guard !x.values.isEmpty else { return x }
    let (rows, lanes, level) = (x.rows, x.columns, min(set, .best).rawValue)
    let isFourier = isFourier(method, rows >= task.crossover, curve, x)
    let kernel = unsafe task.kernel(isFourier: isFourier)
    let isShared = task.curves != .own
    let blocks = LaneBlocks(lanes: lanes)
    let share = isFourier ? kernel_fourier_scratch(rows) : kernel_toeplitz_scratch(rows)
    let memory = UnsafeMutablePointer<Double>.allocate(
      capacity: share * blocks.workers(threads: threads))
    defer { unsafe memory.deallocate() }
    let values = unsafe [Double](unsafeUninitializedCapacity: x.values.count) { result, count in
      unsafe curve.withUnsafeBufferPointer { curve in
        unsafe x.values.withUnsafeBufferPointer { operand in
          guard let s = curve.baseAddress, let x = operand.baseAddress, let y = result.baseAddress
          else { return }
          let all = unsafe Operands(
            kernel: kernel, curve: s, operand: x, result: y, scratch: memory)
          blocks.forEach(threads: threads) { block, worker in
            let first = block.lowerBound
            unsafe all.kernel(
              level, rows, block.count, lanes, all.curve + (isShared ? 0 : first),
              all.operand + first, all.result + first, all.scratch + worker * share)
          }
        }
      }
      count = x.values.count
    }
    return Matrix(rows: rows, columns: lanes, values: values)
  }
}
