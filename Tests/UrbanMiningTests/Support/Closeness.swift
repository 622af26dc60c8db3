import Testing

/// Records an issue unless |actual − expected| ≤ absolute + relative · |expected|.
///
/// The default allows the rounding of some hundred operations and no more.
func expectClose(
  _ actual: Double, _ expected: Double, relative: Double = 1e-13, absolute: Double = 0,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  if actual == expected { return }
  let gap = abs(actual - expected)
  if gap <= absolute + relative * abs(expected) { return }
  Issue.record(
    """
    \(what()): \(actual) is not \(expected): they are \(gap) apart, relative \
    \(gap / abs(expected)) of \(relative)
    """, sourceLocation: sourceLocation)
}

/// The same for each number of two series of equal length.
func expectClose(
  _ actual: [Double], _ expected: [Double], relative: Double = 1e-13, absolute: Double = 0,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.count == expected.count else {
    Issue.record(
      "\(what()): \(actual.count) numbers instead of \(expected.count)",
      sourceLocation: sourceLocation)
    return
  }
  for index in actual.indices {
    expectClose(
      actual[index], expected[index], relative: relative, absolute: absolute,
      "\(what()) [\(index)]", sourceLocation: sourceLocation)
  }
}

/// The same where a number may be missing from both.
func expectClose(
  _ actual: [Double?], _ expected: [Double?], relative: Double = 1e-13, absolute: Double = 0,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    actual.map { $0 == nil } == expected.map { $0 == nil }, "\(what())",
    sourceLocation: sourceLocation)
  expectClose(
    actual.compactMap { $0 }, expected.compactMap { $0 }, relative: relative, absolute: absolute,
    what(), sourceLocation: sourceLocation)
}
