import Testing

@testable import Coursework

struct VariantLintTests {
  private static func reasons(
    answer: Double, tolerance: Tolerance = .relative(0.005), _ mistakes: Double...
  ) throws -> [String] {
    let assignment = Assignment(
      id: "w9-lint", version: 1, week: 9, title: "", outcome: "", statement: "",
      questions: [
        Question(
          "a", "", reading: "",
          .number(
            in: .share, tolerance: tolerance, answer: { _ in answer },
            mistakes: mistakes.enumerated().map { index, value in
              Mistake("m\(index)", "") { _ in value }
            }))
      ], solution: "")
    let key = try AnswerKey(assignment, try Variant(of: assignment, values: [:]))
    return VariantLint.faults(of: key).map(\.reason)
  }

  @Test func keepsMistakesTwiceTheToleranceAway() throws {
    #expect(try VariantLintTests.reasons(answer: 100, 101.02, 98.9, 110) == [])
    #expect(
      try VariantLintTests.reasons(answer: 100, 100.9)
        == ["the mistake 'm0' lies within twice the tolerance of the right answer"])
    #expect(
      try VariantLintTests.reasons(answer: 100, 200, 201.9)
        == ["the mistakes 'm0' and 'm1' lie within twice the tolerance of each other"])
  }

  @Test func refusesAnswersThatAreNothing() throws {
    #expect(
      try VariantLintTests.reasons(answer: 0) == ["the right answer is nothing or not finite"])
    #expect(try VariantLintTests.reasons(answer: .infinity).count == 1)
    #expect(try VariantLintTests.reasons(answer: 1, .nan) == ["the mistake 'm0' is not finite"])
  }

  /// No answer that is within the tolerance of one is within that of another.
  @Test func noAnswerMatchesTwo() throws {
    let key = try AnswerKey(Samples.chain, Samples.forty())
    #expect(VariantLint.faults(of: key) == [])
  }
}
