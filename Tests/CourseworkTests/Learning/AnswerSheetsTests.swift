import Testing

@testable import Coursework

struct AnswerSheetsTests {
  private static func chain(_ answers: String) throws -> [Response] {
    try AnswerSheets(Samples.chain, Samples.forty()).responses(
      answers: Array(answers.utf8), series: nil)
  }

  @Test func anEmptySheetHasALineForEachQuestion() throws {
    let sheets = AnswerSheets(Samples.chain, try Samples.forty())
    #expect(
      sheets.emptyAnswers(for: try LearnerID("anna")) == """
        # w9-chain for anna. Write each answer behind its comma: 300 or 300 kt or 0.3 Mt.
        question,answer
        a,
        b,

        """)
    #expect(sheets.emptySeries == nil)
    let years = AnswerSheets(Samples.years, try Variant(of: Samples.years, values: [:]))
    #expect(years.emptySeries == "year,stock,outflow\n2001,,\n2002,,\n2003,,\n2004,,\n")
    let declared = AnswerSheets(
      Samples.declared, try Variant(of: Samples.declared, values: ["x": 20]))
    #expect(declared.emptyAnswers(for: try LearnerID("b")).hasSuffix("answer\na,\na.convention,\n"))
  }

  /// The same answers as programs save them.
  @Test(arguments: [
    "question,answer\na,80 kt\nb,240\n", "question,answer\r\na,80 kt\r\nb,240\r\n",
    "\u{FEFF}question;answer\na;80 kt\nb;240\n", "question\tanswer\na\t80 kt\nb\t240",
    "\"# w9-chain for anna, and so on\",\n\"question\",\"answer\",\n\"a\",\"80 kt\",,\n\"b\",\"240\",,\n",
    "# a comment\nquestion,answer\n B , 240 \n\nA,\"80 kt\"\n", "a,80 kt\nb,240",
  ])
  func readsWhatSpreadsheetsSave(_ text: String) throws {
    #expect(
      try Self.chain(text) == [
        Response(question: "a", text: "80 kt"), Response(question: "b", text: "240"),
      ])
  }

  @Test func anAnswerMayHoldTheSeparator() throws {
    #expect(try Self.chain("question,answer\na,1,000\n").first?.text == "1,000")
    #expect(try Self.chain("question;answer\na;0,5\n").first?.text == "0,5")
    #expect(try Self.chain("question,answer\na,\"1=x, 2=y\"\n").first?.text == "1=x, 2=y")
    #expect(try Self.chain("question,answer\na,\"say \"\"x\"\"\"\n").first?.text == "say \"x\"")
  }

  @Test func emptyAnswersAreMissing() throws {
    #expect(try Self.chain("question,answer\na,\nb, \n").allSatisfy(\.isEmpty))
  }

  @Test(arguments: [
    (
      "question,answer\nc,1\n",
      "answers.csv: line 2: there is no question 'c'; the questions are a, b"
    ),
    ("question,answer\na,1\na,2\n", "answers.csv: line 3: 'a' stands there twice"),
  ])
  func refusesWhatIsNoAnswerSheet(_ sample: (text: String, message: String)) {
    let error = #expect(throws: CourseError.self) { try Self.chain(sample.text) }
    #expect(error?.description == sample.message)
  }

  @Test func refusesUTF16() throws {
    let error = #expect(throws: CourseError.self) {
      try AnswerSheets(Samples.chain, Samples.forty())
        .responses(answers: [0xFF, 0xFE, 0x61, 0], series: nil)
    }
    #expect(error?.description == "answers.csv: it is UTF-16 text: save it as CSV in UTF-8")
  }

  @Test func readsSeriesByColumnAndYear() throws {
    let sheets = AnswerSheets(Samples.years, try Variant(of: Samples.years, values: [:]))
    let responses = try sheets.responses(
      answers: [], series: Array("year;outflow;stock\n2001;0;10\n2002;;20,5\n2003\n".utf8))
    #expect(
      responses[0].series == [.init(year: 2001, text: "10"), .init(year: 2002, text: "20,5")])
    #expect(responses[1].series == [.init(year: 2001, text: "0")])
  }
}
