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
      "answers.csv: line 2: there is no question 'c'; the questions are a, b. "
        + "Correct it, then 'urbanmine course check'"
    ),
    (
      "question,answer\na,1\na,2\n",
      "answers.csv: line 3: 'a' stands there twice. Correct it, then 'urbanmine course check'"
    ),
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

  @Test func readsLatin1AndRefusesWhatIsNoText() throws {
    let sheets = AnswerSheets(Samples.chain, try Samples.forty())
    // 80 kt with the hard space of Latin-1.
    let latin: [UInt8] = Array("question;answer\na;80".utf8) + [0xA0] + Array("kt\n".utf8)
    #expect(try sheets.responses(answers: latin, series: nil).first?.text == "80\u{A0}kt")
    let error = #expect(throws: CourseError.self) {
      try sheets.responses(answers: [0x50, 0x4B, 3, 4, 0, 0], series: nil)
    }
    #expect(error?.description == "answers.csv: it is not a text: save it as CSV in UTF-8")
  }

  /// The sheet has all years that any question asks for; who fills in a column to the end is not told off.
  @Test func aColumnMayBeFilledInForMoreYearsThanAreAsked() throws {
    let assignment = Assignment.stockFromInflow
    let variant = try assignment.variant(for: LearnerID("anna"), secret: Course.metals.secret)
    let key = try AnswerKey(assignment, variant)
    guard case .series(let years, let values) = key["outflows"]?.answer else {
      Issue.record("outflows are a series")
      return
    }
    #expect(years.first == 1990)
    let rows = (1980...2020).map { year in
      "\(year),,\(years.firstIndex(of: year).map { values[$0] } ?? 0.5)"
    }
    let text = (["year,stocks,outflows"] + rows).joined(separator: "\n")
    let responses = try AnswerSheets(assignment, variant)
      .responses(answers: [], series: Array(text.utf8))
    #expect(try Marker.mark(responses, with: key)["outflows"]?.state == .right)
    // A year of no question is still asked about.
    let later = try AnswerSheets(assignment, variant)
      .responses(answers: [], series: Array((text + "\n2050,,3").utf8))
    #expect(
      try Marker.mark(later, with: key)["outflows"]?.message == "The year 2050 is not asked for.")
  }

  @Test func aColumnWithAnotherNameIsNotPassedOver() throws {
    let sheets = AnswerSheets(Samples.years, try Variant(of: Samples.years, values: [:]))
    let error = #expect(throws: CourseError.self) {
      try sheets.responses(answers: [], series: Array("year,stocks\n2001,3\n".utf8))
    }
    #expect(
      error?.description
        == "series.csv: line 1: there is no column 'stocks'; the columns are year, "
        + "stock, outflow. Correct it, then 'urbanmine course check'")
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
