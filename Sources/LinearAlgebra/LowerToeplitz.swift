/// A lower triangular Toeplitz matrix: entry (t, c) is `curve[t − c]` for c ≤ t, else zero.
///
/// It is stored as the T numbers of its first column. Multiplying by it turns inflow into stock;
/// solving with it turns stock into inflow.
public struct LowerToeplitz: Hashable, Sendable {
  /// The first column.
  public let curve: [Double]

  public init(curve: [Double]) {
    self.curve = curve
  }

  /// The product with a block of lanes: `y[t] = Σ_{c ≤ t} curve[t − c] · x[c]`.
  ///
  /// - Parameters:
  ///   - x: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory.
  public func times(_ x: Matrix, threads: Int = 1) -> Matrix {
    Kernels.convolve(curve: curve, x, threads: threads)
  }

  /// The `x` whose product with this matrix is `y`, by forward substitution.
  ///
  /// The diagonal `curve[0]` must not be zero: who builds the curve has checked that.
  /// - Parameters:
  ///   - y: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory.
  public func solve(_ y: Matrix, threads: Int = 1) -> Matrix {
    precondition(curve.first != 0, "a zero on the diagonal has no inverse")
    return Kernels.deconvolve(curve: curve, y, threads: threads)
  }
}
