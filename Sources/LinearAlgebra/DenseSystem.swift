/// A square system of linear equations `a · x = b`.
public struct DenseSystem: Hashable, Sendable {
  /// The coefficients (n × n).
  public let coefficients: Matrix

  public init(coefficients: Matrix) {
    precondition(coefficients.rows == coefficients.columns, "a system is square")
    self.coefficients = coefficients
  }

  /// The solution for each column of `b`, by LU with partial pivoting.
  /// - Throws: `.singular` where elimination meets a zero pivot.
  /// - Complexity: O(n³ + n² · columns).
  public func solve(_ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    try Kernels.solve(coefficients, b)
  }
}
