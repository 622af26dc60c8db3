/// A lower triangular matrix, for survival that depends on the cohort and not on age alone.
public struct LowerTriangle: Hashable, Sendable {
  /// The square matrix; what stands above the diagonal is never read.
  public let entries: Matrix

  public init(entries: Matrix) {
    precondition(entries.rows == entries.columns, "a triangle is square")
    self.entries = entries
  }

  /// The product with a block of lanes: `y[t] = Σ_{c ≤ t} entries[t, c] · x[c]`.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory beside the matrix.
  public func times(_ x: Matrix) -> Matrix {
    Kernels.multiplyLower(entries, x)
  }

  /// The `x` whose product with this matrix is `y`.
  ///
  /// No entry of the diagonal may be zero: who builds the triangle has checked that.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory beside the matrix.
  public func solve(_ y: Matrix) -> Matrix {
    precondition(
      (0..<entries.rows).allSatisfy { entries[$0, $0] != 0 },
      "a zero on the diagonal has no inverse")
    return Kernels.solveLower(entries, y)
  }
}
