import Testing

@testable import Coursework

struct JSONParserTests {
  private func value(_ text: String) throws -> JSONValue {
    try JSONParser.value(of: Array(text.utf8))
  }

  @Test(arguments: [
    ("", 1, 1, "ends too early"), ("{", 1, 2, "ends too early"), ("[1,]", 1, 4, "expected a value"),
    ("{\"a\":1,\"a\":2}", 1, 8, "'a' stands there twice"), ("01", 1, 3, "expected a value"),
    ("1 2", 1, 3, "text follows"), ("[1\n  2]", 2, 3, "expected ']'"), ("nul", 1, 1, "expected"),
    ("1e999", 1, 6, "too large"), ("\"a", 1, 3, "ends too early"), ("\"\\x\"", 1, 4, "escape"),
    ("\"\\ud800\"", 1, 8, "half of a character"), ("\"\\udc00\"", 1, 8, "half of a character"),
    ("\"\t\"", 1, 2, "control character"), ("NaN", 1, 1, "expected a value"), ("+1", 1, 1, "value"),
    ("\"ä\"x", 1, 4, "text follows"), ("-", 1, 2, "value"), ("1.", 1, 3, "digit"),
    ("\"\\u00g0\"", 1, 4, "hexadecimal"),
  ])
  func refusesWhatIsNotJSON(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
    do {
      _ = try value(text)
      Issue.record("'\(text)' was read")
    } catch let IntegrityError.notJSON(foundLine, foundColumn, words) {
      #expect((foundLine, foundColumn) == (line, column), "\(text): \(words)")
      #expect(words.contains(reason))
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func refusesBytesThatAreNoText() {
    #expect(throws: IntegrityError.self) { try JSONParser.value(of: [0x22, 0xFF, 0x22]) }
  }

  @Test func refusesADocumentThatIsNestedToExhaustTheStack() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: IntegrityError.self) { try value(deep) }
  }

  @Test func readsEscapesAndPairs() throws {
    let text = "\"\\ud83d\\ude00\\u00e4\\/\\n\""
    #expect(try value(text) == .string("😀ä/\n"))
  }

  @Test func whatIsEncodedCanBeDecoded() throws {
    struct Answer: Codable, Equatable {
      let name: String
      let value: Double?
      let series: [Double]
    }
    let answer = Answer(name: "Müller, Jr.", value: 0.1, series: [1, 1e-7, 5642.97])
    let json = try JSONValue(encoding: answer)
    #expect(try json.decoded(as: Answer.self) == answer)
    #expect(throws: IntegrityError.unexpected(reason: "'name' is missing")) {
      try JSONValue.object([:]).decoded(as: Answer.self)
    }
  }
}
