import Foundation

@testable import Coursework

/// Submissions of learners to the course that the program carries.
struct Handins {
  let course = Course.metals

  /// The key of a learner's answers.
  func key(_ learner: String, _ assignment: String) throws -> AnswerKey {
    let assignment = try course.assignment(assignment)
    let variant = try assignment.variant(for: LearnerID(learner), secret: course.secret)
    return try AnswerKey(assignment, variant)
  }

  /// All answers right, except those that are given.
  func answers(_ learner: String, _ assignment: String, but other: [String: String] = [:]) throws
    -> [Response]
  {
    try key(learner, assignment).entries.map { entry in
      let id = entry.question.id
      if let text = other[id] { return Response(question: id, text: text) }
      return switch entry.answer {
      case .number(let value):
        Response(question: id, text: "\(value)", convention: entry.conventions.first?.id)
      case .series(let years, let values):
        Response(
          question: id, series: zip(years, values).map { .init(year: $0, text: "\($1)") })
      case .options(let ids): Response(question: id, text: ids.sorted().joined(separator: ", "))
      case .pairs(let pairs):
        Response(
          question: id,
          text: pairs.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ", "))
      case .order(let order): Response(question: id, text: order.joined(separator: ", "))
      }
    }
  }

  /// The value that a mistake leads to, as a learner writes it.
  func mistake(_ id: String, _ question: String, _ learner: String, _ assignment: String) throws
    -> String
  {
    let slip = try key(learner, assignment)[question]?.mistakes.first { $0.id == id }
    return slip?.answer.number.map { "\($0)" } ?? ""
  }

  func content(
    _ learner: String, _ assignment: String, answers: [Response], attempt: Int = 1, hints: Int = 0,
    time: String = "2026-11-02T09:00:00Z", course: String? = nil, version: Int? = nil
  ) throws -> SubmissionContent {
    SubmissionContent(
      course: course ?? self.course.id, assignment: assignment,
      version: version ?? (try? self.course.assignment(assignment).version) ?? 1,
      learner: try LearnerID(learner), answers: answers, checks: 0, attempt: attempt, hints: hints,
      time: time, program: "test", log: AttemptLog().appending("start", at: time).entries)
  }

  func submission(
    _ content: SubmissionContent, file: String = "a.json", sealedWith key: SealingKey = SealingKey()
  ) throws -> Submission {
    let sealed = try SealedDocument(
      sealing: JSONValue(encoding: content), as: .submission, with: key)
    return try Submission(bytes: Array(sealed.text.utf8), file: file)
  }

  /// Everything right but what is given, sealed.
  func handin(
    _ learner: String, _ assignment: String = "w3-stock", but other: [String: String] = [:]
  ) throws -> Submission {
    try submission(
      content(learner, assignment, answers: answers(learner, assignment, but: other)),
      file: "\(assignment)-\(learner).json")
  }

  func grader(_ key: GradingKey = .original) -> Grader {
    Grader(course: course, key: key, engine: "urbanmine test")
  }

  /// A key from its file.
  func gradingKey(_ rows: String...) throws -> GradingKey {
    let text = (["version,assignment,question,change,reason"] + rows).joined(separator: "\n")
    return try GradingKey(bytes: Array(text.utf8), name: "key.csv", course: course)
  }

  func roster(_ ids: String...) throws -> Roster {
    try Roster(
      bytes: Array(("id,name\n" + ids.map { "\($0),Name of \($0)\n" }.joined()).utf8),
      name: "roster.csv")
  }
}
