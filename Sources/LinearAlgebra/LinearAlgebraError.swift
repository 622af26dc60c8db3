/// What can go wrong in a linear-algebra kernel with data of the right shape.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The system has no unique solution: elimination met a zero pivot in this row (counted from zero).
  case singular(row: Int)
  /// The matrix up to this row (counted from zero) is not positive definite.
  case notPositiveDefinite(row: Int)
  /// A number is infinite or NaN.
  case notFinite
  /// An iteration of LAPACK did not settle.
  case notConverged

  /// The row at which it shows, counted from zero; nil where it is no row's.
  public var row: Int? {
    switch self {
    case .singular(let row), .notPositiveDefinite(let row): row
    case .notFinite, .notConverged: nil
    }
  }
}
