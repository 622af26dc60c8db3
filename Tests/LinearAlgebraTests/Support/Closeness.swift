import LinearAlgebra
import Testing

/// Records an issue unless every element lies within a share of the largest expected one.
///
/// The kernels add up products in an order of their own, with or without fused multiply-add: sums of n
/// terms differ by n · ε of their largest.
func expectClose(
  _ actual: Matrix, _ expected: Matrix, relative: Double = 1e-14,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    actual.rows == expected.rows && actual.columns == expected.columns,
    sourceLocation: sourceLocation)
  let largest = expected.values.reduce(0) { max($0, abs($1)) }
  for (ours, theirs) in zip(actual.values, expected.values)
  where !(abs(ours - theirs) <= relative * largest) {
    Issue.record(
      "\(ours) is not \(theirs), to \(relative) of \(largest)", sourceLocation: sourceLocation)
  }
}
