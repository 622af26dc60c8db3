import Testing

@testable import Coursework

struct CanonicalJSONTests {
  @Test func textsAreThoseOfTheReferencePackage() throws {
    for document in try IntegrityReference.read().documents {
      let value = try JSONParser.value(of: Array(document.text.utf8))
      #expect(value.canonicalText == document.canonical, "\(document.text)")
    }
  }

  @Test func numbersAreThoseOfTheReferencePackage() throws {
    for number in try IntegrityReference.read().numbers {
      let value = Double(bitPattern: try #require(UInt64(number.bits, radix: 16)))
      #expect(JSONValue.text(of: value) == number.text)
      #expect(Double(number.text) == value)
    }
  }

  @Test func anyOrderAndLayoutGiveOneText() throws {
    let one = try JSONParser.value(of: Array("{\"b\": 2.0, \"a\": [1, {\"c\": null}]}".utf8))
    let two = try JSONParser.value(of: Array("{\"a\":[1e0,{\"c\":null}],\"b\":2}".utf8))
    #expect(one.canonicalText == two.canonicalText)
    #expect(one.readableText == two.readableText)
  }

  @Test func theReadableTextIsTheSameValueInLines() throws {
    let value = JSONValue.object([
      "answers": .object(["stock": .string("300 kt")]), "empty": .array([]),
      "nested": .array([.object(["x": .number(1)])]), "plain": .array([.number(1), .bool(true)]),
    ])
    #expect(
      value.readableText == """
        {
          "answers": {
            "stock": "300 kt"
          },
          "empty": [],
          "nested": [
            {
              "x": 1
            }
          ],
          "plain": [1,true]
        }

        """)
    #expect(try JSONParser.value(of: Array(value.readableText.utf8)) == value)
  }
}
