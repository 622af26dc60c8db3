extension Assignment {
  /// The final exam: questions out of the banks of all weeks, but for those about charts, with numbers of its own.
  static let finalExam: Assignment = {
    let quizzes = [Assignment.quiz1, .quiz2, .quiz3, .quiz4, .quiz5]
    let aboutCharts: Set = [
      "same-share-chart", "cumulative-chart", "stock-chart", "rate-chart", "loops-chart",
    ]
    return Assignment(
      id: "final-exam", version: 1, kind: .exam, week: 5, title: "Final exam",
      outcome: "show what you have learned in five weeks",
      statement: """
        Twenty questions on all five weeks, drawn for each learner with numbers of their own. There are no hints.

        ## What you need

        ### All weeks

        The assignments and quizzes of weeks 1 to 5.
        """,
      parameters: quizzes.flatMap(\.parameters),
      facts: { variant in
        try quizzes.reduce(into: [:]) { facts, quiz in
          facts.merge(try quiz.facts(variant)) { first, _ in first }
        }
      },
      questions: quizzes.flatMap(\.questions).filter { !aboutCharts.contains($0.id) },
      drawnQuestions: 20,
      solution: """
        The solutions stand with the quizzes of weeks 1 to 5: each question of the exam is one of theirs.
        """)
  }()
}
