internal import Foundation

/// The marks of all learners, made from the grades of their submissions.
public struct CourseMarks: Sendable {
  public let gradebook: Gradebook
  /// For each learner and assignment the grades, in the order in which they were sealed.
  public let grades: [String: [String: [Grade]]]

  /// Makes marks.
  ///
  /// - Parameters:
  ///   - grades: the latest grade of every submission.
  ///   - course: the assignments, their deadlines and how many attempts count.
  ///   - roster: the learners.
  ///   - policy: which attempts count, and what being late costs.
  ///   - now: the time that tells whether a deadline is over (ISO 8601).
  /// - Complexity: O(*n* log *n*).
  public init(
    grades: [Grade], course: Course, roster: Roster, policy: GradingPolicy, now: String
  ) {
    let known = grades.filter { roster[$0.learner] != nil }
    let sorted = known.sorted {
      ($0.time, $0.attempt, $0.submission) < ($1.time, $1.attempt, $1.submission)
    }
    let byLearner = Dictionary(grouping: sorted, by: \.learner)
      .mapValues { Dictionary(grouping: $0, by: \.assignment) }
    self.grades = byLearner
    let handedIn = Set(known.map(\.assignment))
    let due = course.deadlines.compactMapValues(CourseMarks.seconds)
    let current = CourseMarks.seconds(now)
    let pathways = Dictionary(
      course.assignments.map { ($0.id, $0.pathways) }, uniquingKeysWith: { first, _ in first })
    func deadline(_ assignment: String, _ learner: Roster.Learner) -> Double? {
      due[assignment].map { $0 + Double(learner.extraDays) * 86_400 }
    }
    gradebook = Gradebook(
      roster: roster,
      columns: course.assignments.filter { handedIn.contains($0.id) }.map { assignment in
        Gradebook.Column(
          id: assignment.id, title: assignment.title,
          points: known.lazy.filter { $0.assignment == assignment.id }.map(\.mostPoints).max() ?? 0)
      },
      mark: { learner, column in
        let own = byLearner[learner.id]?[column.id] ?? []
        let counted = course.mostAttempts.map { own.prefix($0) } ?? own[...]
        let limit = deadline(column.id, learner)
        return policy.mark(
          of: counted.enumerated().map { order, grade in
            // Question banks: variants may differ in what they are worth.
            let points = grade.mostPoints > 0 ? grade.points / grade.mostPoints * column.points : 0
            let late = limit.flatMap { limit in CourseMarks.seconds(grade.time).map { $0 - limit } }
            return GradingPolicy.Attempt(
              points: points, order: order, lateSeconds: late.flatMap { $0 > 0 ? $0 : nil })
          })
      },
      isOver: { learner, column in
        guard let limit = deadline(column.id, learner), let current else { return true }
        return current > limit
      },
      isAsked: { learner, column in
        guard let pathway = learner.pathway else { return true }
        return pathways[column.id]?.contains(pathway) ?? true
      })
  }

  /// Seconds since 1970; nil for text that is no time.
  static func seconds(_ text: String) -> Double? {
    (try? Date(text, strategy: .iso8601))?.timeIntervalSince1970
  }
}
