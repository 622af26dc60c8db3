import Testing

@testable import Coursework

struct CourseLintTests {
  /// `make course-lint` does the same over 1000.
  @Test func everyAssignmentOfTheCourseIsSoundForManyLearners() {
    let lint = CourseLint(.metals, learners: 40)
    #expect(lint.findings.map(\.assignment) == Course.metals.assignments.map(\.id))
    for finding in lint.findings {
      #expect(finding.faults == [], "\(finding.assignment)")
      // Redrawing is for the few draws whose answers meet, and learners get variants of their own.
      #expect(finding.rejectedShare < 0.7, "\(finding.assignment)")
      #expect(finding.distinct > 30, "\(finding.assignment)")
    }
  }

  private static func faults(
    questions: [Question], hints: [Hint] = [], statement: String = "", solution: String = ""
  ) -> [String] {
    let assignment = Assignment(
      id: "w9-bad", version: 1, week: 9, title: "Bad", outcome: "fail", statement: statement,
      parameters: [Parameter("x", 2000...2400)], questions: questions, hints: hints,
      solution: solution)
    let course = Course(
      id: "c", title: "C", assignments: [assignment], secret: CourseSecret([1, 2, 3]))
    return CourseLint(course, learners: 5).findings.flatMap(\.faults)
  }

  private static func question(
    _ id: String = "a", _ mistakes: [Mistake<Double>] = [], carried: NumberItem.Carried? = nil
  ) -> Question {
    Question(
      id, "", reading: "",
      .number(in: .kilotonnes, answer: { $0["x"] }, mistakes: mistakes, carried: carried))
  }

  @Test func findsWhatAuthorsGetWrong() {
    #expect(Self.faults(questions: [Self.question()]) == [])
    #expect(
      Self.faults(questions: [Self.question(), Self.question()])
        == ["two questions have the same identifier"])
    #expect(
      Self.faults(questions: [Self.question()], hints: [Hint("", cost: 0.3), Hint("", cost: 0.3)])
        == ["all hints together cost more than half of the points"])
    let later = NumberItem.Carried(from: ["b"]) { $1["b"] ?? 0 }
    #expect(
      Self.faults(questions: [Self.question(carried: later), Self.question("b")])
        == ["'a' builds on 'b', which is not asked before it"])
    let near = Mistake<Double>("near", "") { $0["x"] * 1.001 }
    #expect(
      Self.faults(questions: [Self.question("a", [near])]).first?.contains("none of 1000 draws")
        == true)
    #expect(
      Self.faults(questions: [Self.question()], statement: "{y}")
        == ["w9-bad: a text names 'y', which has no value"])
  }

  @Test func findsAFeedbackThatTellsTheAnswer() {
    let telling = Mistake<Double>("telling", "It is {x:.0}.") { $0["x"] / 3 }
    #expect(
      Self.faults(questions: [Self.question("a", [telling])])
        == ["the feedback 'telling' of 'a' tells the right value"])
  }
}
