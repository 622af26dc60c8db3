import Testing

@testable import Coursework

struct MarkerTests {
  @Test(arguments: ["80", "80 kt", "0.08 Mt", "80.79", "79.21", "8e7 kg"])
  func rightIsWithinTheTolerance(_ text: String) throws {
    let own = try #require(try Samples.marked(text))
    #expect(own.state == .right)
    #expect(own.points == 2)
    #expect(own.mistake == nil)
  }

  @Test(arguments: ["80.81", "79.19", "83", "1"])
  func elseItIsNot(_ text: String) throws {
    let own = try #require(try Samples.marked(text))
    #expect(own.state == .wrong)
    #expect(own.points == 0)
    #expect(own.reading == "page 1")
  }

  @Test func aMistakeIsRecognisedWithItsMessageAndCredit() throws {
    let own = try #require(try Samples.marked("43"))
    #expect(own.state == .partial)
    #expect(own.mistake == "added")
    #expect(own.message == "You added to 40.")
    #expect(own.points == 1)
  }

  @Test func anotherConventionIsSaidToBeOne() throws {
    let own = try #require(try Samples.marked("88"))
    #expect(own.mistake == "other-way")
    #expect(own.message == "Right under another convention. Count from the other end.")
  }

  @Test(arguments: [
    ("80000", GeneralSlip.thousandfold), ("0.08", .thousandfold), ("8e7", .thousandfold),
    ("8000", .percent),
    ("0.8", .percent), ("-80", .sign), ("0.0125", .inverse), ("68", .yearEarlier),
    ("92", .yearLater),
    ("560000000", .perHead), ("0.0000114", .perHead),
  ])
  func generalSlipsAreFound(_ sample: (text: String, slip: GeneralSlip)) throws {
    let own = try #require(try Samples.marked(sample.text))
    #expect(own.state == .partial)
    #expect(own.mistake == sample.slip.rawValue)
    #expect(own.message == sample.slip.feedback)
    #expect(own.credit == sample.slip.credit)
  }

  @Test func noMessageTellsTheRightValue() throws {
    for text in ["43", "88", "80000", "-80", "81", "5", "80 yr", "1,000"] {
      let own = try #require(try Samples.marked(text))
      #expect(!own.message.contains("80"), "\(own.message)")
    }
  }

  @Test func anErrorIsCarriedForward() throws {
    func marked(_ first: String?, _ second: String) throws -> QuestionMarking? {
      let responses = [
        first.map { Response(question: "a", text: $0) }, Response(question: "b", text: second),
      ]
      return try Marker.mark(responses.compactMap { $0 }, to: Samples.chain, Samples.forty())["b"]
    }
    let own = try #require(try marked("43", "129"))
    #expect(own.state == .right)
    #expect(own.message == "Right with your answer to 'a'.")
    #expect(own.points == 1)
    // The true answer stays right, and without a first answer nothing is carried.
    #expect(try marked("43", "240")?.state == .right)
    #expect(try marked(nil, "129")?.state == .wrong)
    // A wrong answer names the question to look at first.
    #expect(try marked("43", "7")?.dependsOn == "a")
    #expect(try marked("80", "7")?.dependsOn == nil)
  }

  @Test func whatCanNotBeReadIsAskedAbout() throws {
    let own = try #require(try Samples.marked("1,000"))
    #expect(own.state == .unreadable)
    #expect(own.message == "'1,000' can be read in two ways: write '1000' or '1.0'.")
    #expect(try Samples.marked("  ")?.state == .missing)
    let wrongUnit = try #require(try Samples.marked("80 yr"))
    #expect(wrongUnit.state == .wrong)
    #expect(wrongUnit.mistake == "dimension")
    #expect(wrongUnit.message == "'yr' measures a time, and a mass is asked for, in kt.")
  }

  @Test func aDeclaredConventionIsTheOneThatCounts() throws {
    let variant = try Variant(of: Samples.declared, values: ["x": 50])
    func marked(_ text: String, _ convention: String?) throws -> QuestionMarking? {
      try Marker.mark(
        [Response(question: "a", text: text, convention: convention)], to: Samples.declared, variant
      )["a"]
    }
    #expect(try marked("50", "start")?.state == .right)
    #expect(try marked("55", "END ")?.state == .right)
    let other = try #require(try marked("55", "start"))
    #expect(other.state == .partial)
    #expect(other.mistake == "convention")
    let none = try #require(try marked("50", nil))
    #expect(none.state == .unreadable)
    #expect(
      none.message == "Say which convention you used: 'start' (at the start), 'end' (at the end).")
  }

  @Test func hintsCostAShareOfThePoints() {
    #expect(Samples.chain.points(3, afterHints: 1) == 3)
    #expect(Samples.chain.points(3, afterHints: 2) == 2.25)
  }

  @Test func questionsThatWereNotDrawnDoNotCount() throws {
    let variant = try Variant(
      of: Samples.chain, values: ["x": 40, "share": 0.05], questionIDs: ["a"])
    let marking = try Marker.mark(
      [Response(question: "b", text: "240")], to: Samples.chain, variant)
    #expect(marking.questions.map(\.question) == ["a"])
    #expect(marking.mostPoints == 2)
  }
}
