// The wall: Toeplitz products and solves over blocks of lanes. The shapes are checked before a kernel
// runs, so that it never reads or writes outside of its arrays.
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
package enum ToeplitzMethod: Hashable, Sendable {
  /// What is fastest at this size (`Crossover`); the direct way where a number is not finite.
  case fastest
  /// Sums over the cohorts: O(T²).
  case direct
  /// Fast Fourier transforms: O(T·log T), or O(T·log² T) for a solve.
  case fourier
}

/// A Toeplitz product or solve that is to be computed.
struct ToeplitzTask {
  enum Curves { case one, shared, own }

  let isSolve: Bool
  let curves: Curves
  let rows: Int
  let lanes: Int
  let isFourier: Bool
  let threads: Int
  let set: InstructionSet

  /// - Parameters:
  ///   - curve: one curve for all lanes (rows numbers), or one for each (rows × lanes).
  ///   - x: what is to be multiplied or divided.
  init(
    isSolve: Bool, curve: [Double], x: Matrix, threads: Int, method: ToeplitzMethod = .fastest,
    set: InstructionSet = .best
  ) {
    precondition(
      curve.count == x.rows || curve.count == x.values.count, "one curve, or one for each lane")
    self.isSolve = isSolve
    curves = x.columns == 1 ? .one : curve.count == x.rows ? .shared : .own
    (rows, lanes) = (x.rows, x.columns)
    self.threads = threads
    self.set = min(set, .best)
    // A transform spreads a number that is not finite over all periods, and needs a period.
    isFourier =
      switch method {
      case .direct: false
      case .fastest, .fourier:
        x.rows >= (method == .fourier ? 1 : ToeplitzTask.crossover(isSolve: isSolve, curves))
          && Kernels.isFinite(curve) && Kernels.isFinite(x.values)
      }
  }

  /// The result in a matrix of its own.
  func result(_ curve: [Double], _ x: Matrix) -> Matrix {
    let values = unsafe LargeArray.make(x.values.count) { result in
      unsafe x.values.withUnsafeBufferPointer { x in
        unsafe run(curve, x.baseAddress, result)
      }
    }
    return Matrix(rows: rows, columns: lanes, values: values)
  }

  /// The result in the place of the operand: a lane is read as a whole before it is written.
  func replace(_ curve: [Double], _ x: inout Matrix) {
    unsafe x.values.withUnsafeMutableBufferPointer { x in
      unsafe run(curve, x.baseAddress, x.baseAddress)
    }
  }

  /// Calls the kernel for every block of lanes, and what follows while the block is in the cache; scratch
  /// memory is allocated once for each worker.
  func run(
    _ curve: [Double], _ x: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Double>?,
    then step: BalanceStep? = nil
  ) {
    let blocks = LaneBlocks(lanes: lanes)
    let share =
      isFourier ? kernel_fourier_scratch(rows, isSolve ? 1 : 0) : kernel_toeplitz_scratch(rows)
    let memory = UnsafeMutablePointer<Double>.allocate(
      capacity: share * blocks.workers(threads: threads))
    defer { unsafe memory.deallocate() }
    unsafe curve.withUnsafeBufferPointer { curve in
      guard let s = curve.baseAddress, let x = unsafe x, let y = unsafe y, rows * lanes > 0
      else { return }
      let all = unsafe Operands(kernel: kernel, curve: s, operand: x, result: y, scratch: memory)
      let (level, rows, lanes, curveStep) = (set.rawValue, rows, lanes, curves == .own ? 1 : 0)
      blocks.forEach(threads: threads) { block, worker in
        let first = block.lowerBound
        unsafe all.kernel(
          level, rows, block.count, lanes, all.curve + curveStep * first, all.operand + first,
          all.result + first, all.scratch + worker * share)
        unsafe step?.run(level, rows, lanes, block)
      }
    }
  }

  private var kernel: ToeplitzKernel {
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

  private static func crossover(isSolve: Bool, _ curves: Curves) -> Int {
    switch (curves, isSolve) {
    case (.one, false): Crossover.seriesTimes
    case (.one, true): Crossover.seriesSolve
    case (.shared, false): Crossover.sharedTimes
    case (.shared, true): Crossover.sharedSolve
    case (.own, false): Crossover.lanesTimes
    case (.own, true): Crossover.lanesSolve
    }
  }
}
