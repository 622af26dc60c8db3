/// What one learner reads about all that was handed in: marks, what was right, what was not and why.
///
/// It names no other learner and no right value.
public struct LearnerFeedback: Sendable {
  /// The course, as a heading.
  public let course: String
  public let learner: Roster.Learner
  public let sections: [Section]

  /// One assignment.
  public struct Section: Sendable {
    public let title: String
    public let cell: Gradebook.Cell
    /// The most points.
    public let points: Double
    /// The last attempt that was handed in; nil if there is none.
    public let grade: Grade?
    /// How many attempts were handed in.
    public let attempts: Int
  }

  /// The feedback of every learner of a roster, in its order.
  public static func all(_ marks: CourseMarks, course: Course) -> [LearnerFeedback] {
    marks.gradebook.rows.map { row in
      let grades = marks.grades[row.learner.id] ?? [:]
      return LearnerFeedback(
        course: course.title, learner: row.learner,
        sections: zip(marks.gradebook.columns, row.cells).map { column, cell in
          let own = grades[column.id] ?? []
          return Section(
            title: column.title, cell: cell, points: column.points, grade: own.last,
            attempts: own.count)
        })
    }
  }

  /// `7.5 of 9 points (best of 2)`.
  static func words(_ section: Section) -> String {
    let most = Gradebook.number(section.points)
    switch section.cell {
    case .graded(let points, let isLate, let reason):
      return "\(Gradebook.number(points)) of \(most) points (\(reason)\(isLate ? ", late" : ""))"
    case .missing: return "Nothing was handed in: 0 of \(most) points."
    case .open: return "Nothing was handed in yet, and there is time."
    case .excused: return "Excused: it counts neither for nor against you."
    case .otherPathway: return "Not on your pathway: it counts neither for nor against you."
    }
  }

  /// `Right`, `Partly right`, …
  static func word(_ state: QuestionMarking.State) -> String {
    switch state {
    case .right: "Right"
    case .partial: "Partly right"
    case .wrong: "Not right"
    case .missing: "No answer"
    case .unreadable: "Could not be read"
    }
  }

  /// What is to be said beyond `Right`; empty where it is that.
  static func message(_ question: Grade.Question) -> String {
    question.message == "Right." ? "" : " " + question.message
  }

  /// What a question is worth.
  static func points(_ question: Grade.Question) -> String {
    "\(Gradebook.number(question.credit * question.mostPoints)) of "
      + Gradebook.number(question.mostPoints)
  }

  /// Hints cost points of the whole assignment, which the questions don't show.
  static func hintLine(_ grade: Grade) -> String? {
    let before = grade.questions.reduce(0) { $0 + $1.credit * $1.mostPoints }
    guard grade.points < before - 1e-9 else { return nil }
    return "\(grade.hints) \(grade.hints == 1 ? "hint was" : "hints were") taken; "
      + "what is left of the points: \(Gradebook.number(grade.points)) of "
      + "\(Gradebook.number(grade.mostPoints))."
  }

  /// The last thing that is said.
  static let closing =
    "Questions about a mark? Reply with the title of the assignment and the name of the question."
}
