import Testing

@testable import Coursework

/// What every question of the course says, whoever gets it.
struct QuestionTextsTests {
  /// The headings of an assignment's statement.
  private static func headings(_ assignment: Assignment) -> [String] {
    assignment.statement.split(separator: "\n").filter { $0.hasPrefix("##") }
      .map { String($0.drop { "# ".contains($0) }) }
  }

  /// The reading of a question names a statement that there is, and a heading in it.
  @Test(arguments: Course.metals.assignments.map(\.id))
  func whatToReadExists(_ id: String) throws {
    let assignment = try Course.metals.assignment(id)
    for question in assignment.questions {
      let parts = question.reading.split(separator: ", ", maxSplits: 1)
      let place = parts[0] == "statement.md" ? id : String(parts[0])
      let read = try Course.metals.assignment(place)
      guard parts.count > 1, parts[1].hasPrefix("'") else { continue }
      let heading = String(parts[1].dropFirst().dropLast())
      #expect(
        Self.headings(read).contains { $0 == heading || $0.hasPrefix(heading + ":") },
        "\(id) \(question.id): \(question.reading)")
    }
  }

  /// A question of a bank says how its answer comes about, since the bank as a whole can't.
  @Test func banksWorkOutEachQuestion() throws {
    for assignment in Course.metals.assignments where assignment.drawnQuestions != nil {
      for question in assignment.questions {
        #expect(question.why.contains("{answer.\(question.id)"), "\(assignment.id) \(question.id)")
      }
      let page = try StatementPage(
        assignment, assignment.practiceVariant(number: 2), note: "", showsSolution: true)
      let drawn = try assignment.practiceVariant(number: 2).questionIDs
      for id in drawn { #expect(page.markdown.contains("- `\(id)`: ")) }
    }
  }

  /// The form of an answer is no answer.
  @Test func theFormOfAnAnswerNamesNoOption() throws {
    let page = try StatementPage(
      .depletion, Assignment.depletion.practiceVariant(number: 1), note: "")
    #expect(page.markdown.contains("(2 points, all letters that are right, with commas between)"))
    let levers = try StatementPage(
      .rankedLevers, Assignment.rankedLevers.practiceVariant(number: 1), note: "")
    #expect(levers.markdown.contains("`worst` (2 points, one word)"))
    let stock = try StatementPage(
      .stockFromInflow, Assignment.stockFromInflow.practiceVariant(number: 1), note: "")
    #expect(stock.markdown.contains("`outflows` (2 points, in kt/yr by year, 1990–2020)"))
  }

  /// The chart of a bank belongs to one of its questions.
  @Test func aChartComesWithItsQuestionAlone() throws {
    let quiz = Assignment.quiz3
    var counts = [0, 0]
    for number in 1...12 {
      let variant = try quiz.practiceVariant(number: number)
      let page = try StatementPage(quiz, variant, note: "")
      let isAsked = variant.questionIDs.contains("stock-chart")
      #expect((page.figure != nil) == isAsked)
      counts[isAsked ? 1 : 0] += 1
    }
    #expect(counts.allSatisfy { $0 > 0 })
  }

  /// No two questions of the course share a prompt: the exam is no quiz again.
  @Test func noQuestionIsAskedTwice() {
    let exam = Set(Assignment.finalExam.questions.map(\.prompt))
    let others = Set(
      Course.metals.assignments.filter { $0.kind != .exam }.flatMap(\.questions).map(\.prompt))
    #expect(exam.count == 40)
    #expect(exam.isDisjoint(with: others))
  }
}
