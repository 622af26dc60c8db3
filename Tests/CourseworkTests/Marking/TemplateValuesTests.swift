import Testing

@testable import Coursework

struct TemplateValuesTests {
  private static func filled(_ template: String, x: Double = 40, share: Double = 0.035) throws
    -> String
  {
    let variant = try Variant(
      of: Samples.chain, values: ["x": .number(x), "share": .number(share)])
    return try TemplateValues(Samples.chain, variant).fill(template)
  }

  @Test(arguments: [
    ("{x} kt", "40 kt"), ("{share:%}", "3.5\u{202F}%"), ("{x:.2}", "40.00"), ("a {{ b", "a { b"),
    ("none", "none"),
  ])
  func fillsIn(_ sample: (template: String, text: String)) throws {
    #expect(try TemplateValuesTests.filled(sample.template) == sample.text)
  }

  @Test func groupsThousandsFromFiveDigitsOn() throws {
    #expect(try TemplateValuesTests.filled("{x:.2}", x: 5642.97) == "5642.97")
    #expect(try TemplateValuesTests.filled("{x:.0}", x: 1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(try TemplateValuesTests.filled("{x:.1}", x: -12_345.67) == "−12\u{202F}345.7")
  }

  @Test(arguments: ["{y}", "{x", "{x:3}", "{}", "{answer.a}"])
  func refusesWhatHasNoValue(_ template: String) {
    #expect(throws: CourseError.self) { try TemplateValuesTests.filled(template) }
  }

  @Test func onlySolutionsKnowAnswers() throws {
    let variant = try Samples.forty()
    let key = try AnswerKey(Samples.chain, variant)
    let text = try TemplateValues(Samples.chain, variant).withAnswers(of: key)
    #expect(try text.fill(Samples.chain.solution) == "2 · 40 is 80.0.")
  }
}
