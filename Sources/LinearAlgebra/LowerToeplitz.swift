/// A lower triangular Toeplitz matrix: entry (t, c) is `curve[t − c]` for c ≤ t, else zero.
///
/// It is stored as the T numbers of its first column. Multiplying by it turns inflow into stock;
/// solving with it turns stock into inflow.
///
/// Short series are summed directly: every number is then right to T/2 units in its last place where
/// all terms are of one sign. Long ones (`Crossover`) go through Fourier transforms: the error of every
/// number is then below 1e-13 of the lane's *largest*, so that what should be zero may be a tiny number
/// of either sign. A lane with a number that is not finite is always summed directly.
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
  /// - Complexity: O(T² · lanes) time for short series, O(T · log T · lanes) for long ones.
  public func times(_ x: Matrix, threads: Int = 1) -> Matrix {
    Kernels.convolve(curve: curve, x, threads: threads)
  }

  /// The `x` whose product with this matrix is `y`, by forward substitution.
  ///
  /// A long series is solved half by half, with a product between the halves: the same substitution in
  /// groups, and as stable. For many long lanes the curve is inverted once. The diagonal `curve[0]` must
  /// not be zero: who builds the curve has checked that.
  /// - Parameters:
  ///   - y: a block of lanes, with a row for each period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes) time for short series, O(T · log² T · lanes) for long ones.
  public func solve(_ y: Matrix, threads: Int = 1) -> Matrix {
    precondition(curve.first != 0, "a zero on the diagonal has no inverse")
    return Kernels.deconvolve(curve: curve, y, threads: threads)
  }

  /// Puts the product in the place of `x`: with many lanes twice as fast as `times`, which has to get
  /// its memory from the system first.
  /// - Complexity: as `times`, without memory for a result.
  public func multiply(_ x: inout Matrix, threads: Int = 1) {
    precondition(curve.count == x.rows, "a curve has one number per period")
    ToeplitzTask(isSolve: false, curve: curve, x: x, threads: threads).replace(curve, &x)
  }

  /// Puts the solution in the place of `y`; see `multiply`.
  /// - Complexity: as `solve`, without memory for a result.
  public func divide(_ y: inout Matrix, threads: Int = 1) {
    precondition(curve.first != 0, "a zero on the diagonal has no inverse")
    let (task, factor) = Kernels.division(of: y, by: curve, threads: threads)
    task.replace(factor, &y)
  }
}
