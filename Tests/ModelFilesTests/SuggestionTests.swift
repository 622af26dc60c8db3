import Testing

@testable import ModelFiles

@Suite struct SuggestionTests {
  static let keys = ["model", "years", "unit", "processes", "flows", "lifetime", "dimensions"]

  @Test(arguments: [
    ("lifetme", "lifetime"), ("liftime", "lifetime"), ("proceses", "processes"),
    ("flow", "flows"), ("yaers", "years"), ("Units", "unit"), ("dimension", "dimensions"),
  ])
  func findsTheNameThatWasMeant(_ written: String, _ meant: String) {
    #expect(Suggestion.nearest(to: written, in: Self.keys) == meant)
  }

  @Test(arguments: ["copper", "x", "", "lif", "ab"])
  func suggestsNothingWhenNothingIsNear(_ written: String) {
    #expect(Suggestion.nearest(to: written, in: Self.keys) == nil)
  }

  @Test func prefersTheNearestAndThenTheFirst() {
    #expect(Suggestion.nearest(to: "minig", in: ["mixing", "mining"]) == "mining")
    #expect(Suggestion.nearest(to: "bat", in: ["cat", "hat"]) == "cat")
  }

  /// The values of jellyfish 1.3 (`damerau_levenshtein_distance`) for words in which no part is
  /// edited twice, where it and the restricted distance agree.
  @Test(arguments: [
    ("ca", "ac", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("same", "same", 0),
    ("specter", "spectre", 1), ("stock", "stokc", 1), ("flaw", "lawn", 2), ("müll", "mull", 1),
  ])
  func countsEdits(_ left: String, _ right: String, _ edits: Int) {
    #expect(Suggestion.distance(Array(left), Array(right)) == edits)
  }

  @Test func wordsTheHint() {
    #expect(Suggestion.hint(for: "yeers", in: Self.keys) == "did you mean 'years'?")
    #expect(Suggestion.hint(for: "copper", in: Self.keys) == nil)
  }
}
