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
    let (task, factor) = division(of: y, by: curve, threads: threads, method: method, set: set)
    return task.result(factor, y)
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

  /// How lanes are divided by one curve: the task, and the curve that it needs.
  static func division(
    of y: Matrix, by curve: [Double], threads: Int, method: ToeplitzMethod = .fastest,
    set: InstructionSet = .best
  ) -> (ToeplitzTask, [Double]) {
    precondition(curve.count == y.rows, "a curve has one number per period")
    if method == .fastest && y.columns > 1 && y.rows >= Crossover.sharedInverse,
      let inverse = inverse(of: curve, set: set)
    {
      return (
        ToeplitzTask(isSolve: false, curve: inverse, x: y, threads: threads, set: set), inverse
      )
    }
    return (
      ToeplitzTask(isSolve: true, curve: curve, x: y, threads: threads, method: method, set: set),
      curve
    )
  }

  /// The curve whose product with this one is 1, 0, 0, …; nil where multiplying by it is not as good as
  /// forward substitution.
  ///
  /// Both have errors of at most ε · |L⁻¹| · |L| · |x| (Higham 2002, doi:10.1137/1.9780898718027, §8.2
  /// and §14.2), but the inverse is rounded itself, by up to as much again: so ‖L⁻¹‖ · ‖L‖ is bounded
  /// here. For survival curves it is some hundreds and both are right to 1e-14 of the largest number.
  static func inverse(of curve: [Double], set: InstructionSet = .best) -> [Double]? {
    var unit = Matrix(rows: curve.count, columns: 1)
    unit[0, 0] = 1
    let inverse = ToeplitzTask(isSolve: true, curve: curve, x: unit, threads: 1, set: set)
      .result(curve, unit).values
    let condition =
      curve.reduce(0) { $0 + abs($1) } * inverse.reduce(0) { $0 + abs($1) }
    return condition < 1e5 ? inverse : nil
  }
}
