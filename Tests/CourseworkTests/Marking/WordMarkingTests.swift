import Testing

@testable import Coursework

struct WordMarkingTests {
  private static func marked(_ question: String, _ text: String) throws -> QuestionMarking {
    let variant = try Variant(of: Samples.words, values: ["metal": "zinc"])
    let marking = try Marker.mark(
      [Response(question: question, text: text)], to: Samples.words, variant)
    return try #require(marking[question])
  }

  @Test(
    arguments: [
      ("one", "a", QuestionMarking.State.right, 1), ("one", " A ", .right, 1),
      ("one", "b", .partial, 0.25), ("one", "(a)", .right, 1), ("one", "a.", .right, 1),
      ("one", "c) third", .unreadable, 0),
      ("one", "c", .wrong, 0), ("one", "d", .unreadable, 0), ("one", "a b", .unreadable, 0),
      ("some", "c, a", .right, 2), ("some", "a;c", .right, 2), ("some", "a and c", .right, 2),
      ("some", "a", .partial, 1),
      ("some", "a b c", .partial, 1), ("some", "b", .wrong, 0), ("some", "a b", .wrong, 0),
      ("pairs", "1=z, 2=x, 3=y", .right, 3), ("pairs", "2-x; 1:z; 3=Y", .right, 3),
      ("pairs", "1=z", .partial, 1), ("pairs", "1z 2x 3y", .right, 3),
      ("pairs", "1 → z; 2 → x; 3 → y", .right, 3), ("pairs", "1z 2x q", .unreadable, 0),
      ("pairs", "1 z, 2 x", .unreadable, 0),
      ("pairs", "1=x, 2=y, 3=z", .wrong, 0), ("pairs", "1=q", .unreadable, 0),
      ("pairs", "1=z, 1=x", .unreadable, 0),
      ("row", "q, s, p, r", .right, 1), ("row", "q s p r", .right, 1),
      ("row", "q > s > p > r", .right, 1),
      ("row", "r, p, s, q", .partial, 0.25),
      ("row", "q, s, r, p", .partial, 0.125), ("row", "q, s, p", .unreadable, 0),
      ("row", "q, q, p, r", .unreadable, 0),
      ("row", "p, q, r, s", .wrong, 0),
    ] as [(String, String, QuestionMarking.State, Double)])
  func marksWords(
    _ sample: (question: String, text: String, state: QuestionMarking.State, points: Double)
  ) throws {
    let own = try WordMarkingTests.marked(sample.question, sample.text)
    #expect(own.state == sample.state)
    #expect(abs(own.points - sample.points) < 1e-12)
  }

  @Test func aWrongOptionExplainsItself() throws {
    #expect(try WordMarkingTests.marked("one", "c").message == "Not c.")
    #expect(try WordMarkingTests.marked("one", "c").mistake == "c")
    #expect(try WordMarkingTests.marked("some", "a").message == "c is true.")
    #expect(
      try WordMarkingTests.marked("row", "r p s q").message
        == "This is the order backwards: write it from the largest.")
    #expect(try WordMarkingTests.marked("pairs", "1=z, 2=y").message == "1 of 3 pairs are right.")
  }
}
