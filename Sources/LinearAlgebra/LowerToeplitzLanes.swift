/// One lower triangular Toeplitz matrix per lane, for lifetimes that differ by lane.
///
/// Column k of `curves` is the first column of lane k's matrix. Accuracy: as `LowerToeplitz`.
public struct LowerToeplitzLanes: Hashable, Sendable {
  /// The first columns (T × lanes).
  public let curves: Matrix

  public init(curves: Matrix) {
    self.curves = curves
  }

  /// Each lane's product: `y[t, k] = Σ_{c ≤ t} curves[t − c, k] · x[c, k]`.
  /// - Parameters:
  ///   - x: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time for short series, O(T · log T · lanes) for long ones.
  public func times(_ x: Matrix, threads: Int = 1) -> Matrix {
    Kernels.convolve(curves: curves, x, threads: threads)
  }

  /// Each lane's `x` whose product is that lane's `y`, by forward substitution.
  ///
  /// No lane's diagonal `curves[0, k]` may be zero: who builds the curves has checked that.
  /// - Parameters:
  ///   - y: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time for short series, O(T · log² T · lanes) for long ones.
  public func solve(_ y: Matrix, threads: Int = 1) -> Matrix {
    checkDiagonal()
    return Kernels.deconvolve(curves: curves, y, threads: threads)
  }

  /// Puts the product in the place of `x`: with many lanes twice as fast as `times`, which has to get
  /// its memory from the system first.
  /// - Complexity: as `times`, without memory for a result.
  public func multiply(_ x: inout Matrix, threads: Int = 1) {
    checkShape(x)
    ToeplitzTask(isSolve: false, curve: curves.values, x: x, threads: threads)
      .replace(curves.values, &x)
  }

  /// Puts the solution in the place of `y`; see `multiply`.
  /// - Complexity: as `solve`, without memory for a result.
  public func divide(_ y: inout Matrix, threads: Int = 1) {
    checkShape(y)
    checkDiagonal()
    ToeplitzTask(isSolve: true, curve: curves.values, x: y, threads: threads)
      .replace(curves.values, &y)
  }

  func checkShape(_ x: Matrix) {
    precondition(curves.rows == x.rows && curves.columns == x.columns, "one curve per lane")
  }

  func checkDiagonal() {
    precondition(
      curves.rows == 0 || (0..<curves.columns).allSatisfy { curves[0, $0] != 0 },
      "a zero on the diagonal has no inverse")
  }
}
