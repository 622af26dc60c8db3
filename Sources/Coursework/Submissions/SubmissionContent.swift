/// What a learner hands in: the content that is sealed, and nothing else leaves the folder.
///
/// It holds what was typed, not what it was worth: grading works out the variant again from course,
/// assignment, version and learner.
public struct SubmissionContent: Hashable, Sendable, Codable {
  /// `urbanmine/submission/1`.
  public let format: String
  /// The identifier of the course.
  public let course: String
  public let assignment: String
  /// The version of the assignment that the variant was drawn for.
  public let version: Int
  /// The pseudonym that the variant was drawn for.
  public let learner: String
  /// One for each question of the variant, in order.
  public let answers: [Response]
  /// How often the answers were checked before.
  public let checks: Int
  /// Which submission of this learner it is, from 1.
  public let attempt: Int
  /// How many hints were taken.
  public let hints: Int
  /// When it was made, by the learner's clock: ISO 8601 in UTC, `2026-11-22T11:30:00Z`.
  public let time: String
  /// The version of the program that made it.
  public let program: String
  /// What was done and when, each step bound to the one before it (``AttemptLog``).
  public let log: [AttemptLog.Entry]

  public static let format = "urbanmine/submission/1"

  public init(
    format: String = SubmissionContent.format, course: String, assignment: String, version: Int,
    learner: LearnerID, answers: [Response], checks: Int, attempt: Int, hints: Int, time: String,
    program: String, log: [AttemptLog.Entry] = []
  ) {
    self.format = format
    self.course = course
    self.assignment = assignment
    self.version = version
    self.learner = learner.text
    self.answers = answers
    self.checks = checks
    self.attempt = attempt
    self.hints = hints
    self.time = time
    self.program = program
    self.log = log
  }
}
