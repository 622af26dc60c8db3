/// What can go wrong in a linear-algebra kernel with data of the right shape.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The system has no unique solution: elimination met a zero pivot in this row (counted from zero).
  case singular(row: Int)
  /// A number is infinite or NaN.
  case notFinite
  /// An iteration of LAPACK did not settle.
  case notConverged
}
