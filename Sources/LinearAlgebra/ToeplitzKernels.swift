/// Toeplitz products and solves with a method and an instruction set of one's choice, for tests and
/// benchmarks; `LowerToeplitz` and `LowerToeplitzLanes` take the best.
extension Kernels {
  /// y[t] = Σ_{c ≤ t} curve[t − c] · x[c], lane by lane.
  package static func convolve(
    curve: [Double], _ x: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == x.rows, "a curve has one number per period")
    return ToeplitzTask(
      isSolve: false, curve: curve, x: x, threads: threads, method: method, set: set
    ).result(curve, x)
  }

  /// The same with a curve per lane.
  package static func convolve(
    curves: Matrix, _ x: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == x.rows && curves.columns == x.columns, "one curve per lane")
    return ToeplitzTask(
      isSolve: false, curve: curves.values, x: x, threads: threads, method: method, set: set
    ).result(curves.values, x)
  }

  /// The x whose convolution with the curve is y.
  package static func deconvolve(
    curve: [Double], _ y: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curve.count == y.rows, "a curve has one number per period")
    return ToeplitzTask(
      isSolve: true, curve: curve, x: y, threads: threads, method: method, set: set
    ).result(curve, y)
  }

  /// The same with a curve per lane.
  package static func deconvolve(
    curves: Matrix, _ y: Matrix, threads: Int, by method: ToeplitzMethod = .fastest,
    using set: InstructionSet = .best
  ) -> Matrix {
    precondition(curves.rows == y.rows && curves.columns == y.columns, "one curve per lane")
    return ToeplitzTask(
      isSolve: true, curve: curves.values, x: y, threads: threads, method: method, set: set
    ).result(curves.values, y)
  }
}
