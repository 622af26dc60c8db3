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

extension Kernels {
  /// y[t] = Σ_{c ≤ t} curve[t − c] · x[c], lane by lane.
  static func convolve(
    curve: [Double], _ x: Matrix, threads: Int, using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == x.rows, "a curve has one number per period")
    return unsafe run(kernel_toeplitz_shared_times, curve, isShared: true, x, threads, set)
  }

  /// The same with a curve per lane.
  static func convolve(
    curves: Matrix, _ x: Matrix, threads: Int, using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == x.rows && curves.columns == x.columns, "one curve per lane")
    return unsafe run(kernel_toeplitz_lanes_times, curves.values, isShared: false, x, threads, set)
  }

  /// The x whose convolution with the curve is y.
  static func deconvolve(
    curve: [Double], _ y: Matrix, threads: Int, using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == y.rows, "a curve has one number per period")
    return unsafe run(kernel_toeplitz_shared_solve, curve, isShared: true, y, threads, set)
  }

  /// The same with a curve per lane.
  static func deconvolve(
    curves: Matrix, _ y: Matrix, threads: Int, using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == y.rows && curves.columns == y.columns, "one curve per lane")
    return unsafe run(kernel_toeplitz_lanes_solve, curves.values, isShared: false, y, threads, set)
  }

  /// Calls the kernel for every block of lanes; scratch memory is allocated once for each worker.
  private static func run(
    _ kernel: ToeplitzKernel, _ curve: [Double], isShared: Bool, _ x: Matrix, _ threads: Int,
    _ set: InstructionSet
  ) -> Matrix {
    guard !x.values.isEmpty else { return x }
    let (rows, lanes, level) = (x.rows, x.columns, min(set, .best).rawValue)
    let blocks = LaneBlocks(lanes: lanes)
    let share = kernel_toeplitz_scratch(rows)
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
