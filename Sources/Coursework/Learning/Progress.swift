/// How far a learner is with an assignment: the file `progress.json` in its folder.
public struct Progress: Hashable, Sendable, Codable {
  /// `urbanmine/progress/1`.
  public let format: String
  public let course: String
  public let assignment: String
  public let version: Int
  public let learner: String
  /// The way through the course that was chosen, if any.
  public let pathway: Pathway?
  /// How many hints were taken.
  public let hints: Int
  /// How often answers were checked.
  public let checks: Int
  /// How often they were submitted.
  public let submissions: Int
  /// The points at the last check or submission, before hints; nil before the first.
  public let points: Double?
  /// What was done and when, each step bound to the one before it.
  public let log: [AttemptLog.Entry]

  static let format = "urbanmine/progress/1"

  /// The steps that are counted.
  enum Action: String {
    case start, check, hint, submit
  }

  /// A start.
  init(
    course: String, assignment: Assignment, learner: LearnerID, pathway: Pathway? = nil,
    time: String
  ) {
    self.init(
      course: course, assignment: assignment.id, version: assignment.version,
      learner: learner.text, pathway: pathway, hints: 0, checks: 0, submissions: 0, points: nil,
      log: AttemptLog().appending(Action.start.rawValue, at: time).entries)
  }

  private init(
    course: String, assignment: String, version: Int, learner: String, pathway: Pathway?,
    hints: Int, checks: Int, submissions: Int, points: Double?, log: [AttemptLog.Entry]
  ) {
    format = Progress.format
    self.course = course
    self.assignment = assignment
    self.version = version
    self.learner = learner
    self.pathway = pathway
    self.hints = hints
    self.checks = checks
    self.submissions = submissions
    self.points = points
    self.log = log
  }

  /// Checks that the log was not changed and that the counts are those of the log.
  /// - Throws: what was changed by hand.
  func verify() throws(CourseError) {
    func refuse(_ reason: String) -> CourseError {
      .file(
        AssignmentFolder.progressName,
        reason: "it was changed by hand: \(reason). Start again elsewhere")
    }
    do {
      _ = try AttemptLog(verifying: log)
    } catch {
      throw refuse("\(error)")
    }
    for (action, count) in [(Action.check, checks), (.hint, hints), (.submit, submissions)] {
      let logged = log.count { $0.action == action.rawValue }
      guard logged == count else {
        throw refuse("it counts \(count) of '\(action.rawValue)', and its log \(logged)")
      }
    }
  }

  /// One step further.
  /// - Throws: where the log was changed by hand.
  func after(
    _ action: Action, at time: String, points: Double? = nil, facts: [String: String] = [:]
  ) throws(IntegrityError) -> Progress {
    let log = try AttemptLog(verifying: self.log)
    return Progress(
      course: course, assignment: assignment, version: version, learner: learner,
      pathway: pathway, hints: hints + (action == .hint ? 1 : 0),
      checks: checks + (action == .check ? 1 : 0),
      submissions: submissions + (action == .submit ? 1 : 0), points: points ?? self.points,
      log: log.appending(action.rawValue, at: time, facts: facts).entries)
  }
}
