extension Assignment {
  /// The final exam: a bank of its own, in which what was learned is used on new cases.
  static let finalExam: Assignment = {
    let parts: [ExamPart] = [.week1, .week2, .week3, .week4, .week5]
    return Assignment(
      id: "final-exam", version: 2, kind: .exam, week: 5, title: "Final exam",
      outcome: "use what you have learned in five weeks on cases that you have not met",
      statement: """
        Twenty questions, four on each week, drawn for each learner with numbers of their own. They ask for what you have
        learned in cases that the assignments did not have. There are no hints.

        ## What you need

        ### All weeks

        The assignments and quizzes of weeks 1 to 5.
        """,
      parameters: parts.flatMap(\.parameters),
      facts: { variant in
        try parts.reduce(into: [:]) { facts, part in
          facts.merge(try part.facts(variant)) { first, _ in first }
        }
      },
      questions: parts.flatMap(\.questions),
      drawnQuestions: QuestionDraw(
        count: 2, ofEach: parts.flatMap { [$0.numbers.map(\.id), $0.words.map(\.id)] }))
  }()
}

/// The part of the final exam on one week.
struct ExamPart: Sendable {
  let parameters: [Parameter]
  /// What else its texts name.
  let facts: @Sendable (Variant) throws -> [String: Double]
  /// Questions whose answers are numbers.
  let numbers: [Question]
  /// Questions to choose, to match and to order.
  let words: [Question]

  init(
    parameters: [Parameter],
    facts: @escaping @Sendable (Variant) throws -> [String: Double] = { _ in [:] },
    numbers: [Question], words: [Question]
  ) {
    self.parameters = parameters
    self.facts = facts
    self.numbers = numbers
    self.words = words
  }

  var questions: [Question] { numbers + words }
}
