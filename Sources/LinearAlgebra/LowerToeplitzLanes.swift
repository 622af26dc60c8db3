/// One lower triangular Toeplitz matrix per lane, for lifetimes that differ by lane.
///
/// Column k of `curves` is the first column of lane k's matrix.
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
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory.
  public func times(_ x: Matrix, threads: Int = 1) -> Matrix {
    Kernels.convolve(curves: curves, x, threads: threads)
  }

  /// Each lane's `x` whose product is that lane's `y`, by forward substitution.
  ///
  /// No lane's diagonal `curves[0, k]` may be zero: who builds the curves has checked that.
  /// - Parameters:
  ///   - y: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory.
  public func solve(_ y: Matrix, threads: Int = 1) -> Matrix {
    precondition(
      curves.rows == 0 || (0..<curves.columns).allSatisfy { curves[0, $0] != 0 },
      "a zero on the diagonal has no inverse")
    return Kernels.deconvolve(curves: curves, y, threads: threads)
  }
}
