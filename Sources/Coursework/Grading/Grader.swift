/// Grades submissions of a course under a key.
public struct Grader: Sendable {
  public let course: Course
  public let key: GradingKey
  /// The program that grades, with its version.
  public let engine: String
  private let assignments: [String: Versions]

  /// An assignment as variants are drawn from it, and as it is graded.
  private struct Versions: Sendable {
    let drawn: Assignment
    let graded: Assignment
  }

  /// A grader.
  ///
  /// - Parameters:
  ///   - course: the assignments and the secret of their variants.
  ///   - key: what was decided about their answers.
  ///   - engine: the program that grades, with its version.
  public init(course: Course, key: GradingKey, engine: String) {
    self.course = course
    self.key = key
    self.engine = engine
    assignments = Dictionary(
      uniqueKeysWithValues: course.assignments.map {
        ($0.id, Versions(drawn: $0, graded: key.applied(to: $0)))
      })
  }

  /// What a submission is worth.
  /// - Throws: where it is of another course or of another version of its assignment.
  public func grade(_ submission: Submission) throws(GradingError) -> Grade {
    let content = submission.content
    guard content.course == course.id else {
      throw .otherCourse(found: content.course, expected: course.id)
    }
    guard let versions = assignments[content.assignment] else {
      throw .unknownAssignment(content.assignment)
    }
    guard content.version == versions.drawn.version else {
      throw .otherVersion(
        assignment: content.assignment, found: content.version, known: versions.drawn.version)
    }
    do throws(CourseError) {
      let learner = try LearnerID(content.learner)
      // Drawn from the assignment as learners got it, whatever was decided since.
      let variant = try versions.drawn.variant(for: learner, secret: course.secret)
      let answers = try AnswerKey(versions.graded, variant)
      let marking = key.applied(to: try Marker.mark(content.answers, with: answers))
      return Grade(submission, marking, key: answers, version: key.version, engine: engine)
    } catch {
      throw .course("\(error)")
    }
  }

  /// What submissions are worth, in their order, and which could not be graded.
  ///
  /// - Parameters:
  ///   - submissions: what was handed in.
  ///   - progress: told the share that is done, from time to time.
  /// - Complexity: O(submissions); a variant's right answers are worked out for each.
  public func grades(
    of submissions: [Submission], progress: (Double) -> Void = { _ in }
  ) -> (grades: [Grade], refused: [Refusal]) {
    let outcomes = Parallel.map(submissions, progress: progress) { submission in
      Result { () throws(GradingError) in try grade(submission) }
    }
    var (grades, refused) = ([Grade](), [Refusal]())
    for (submission, outcome) in zip(submissions, outcomes) {
      switch outcome {
      case .success(let grade): grades.append(grade)
      case .failure(let error): refused.append(Refusal(file: submission.file, reason: "\(error)"))
      }
    }
    return (grades, refused)
  }
}

/// Why a verified submission can't be graded.
public enum GradingError: Error, Hashable, Sendable {
  case otherCourse(found: String, expected: String)
  case unknownAssignment(String)
  case otherVersion(assignment: String, found: Int, known: Int)
  case stranger(String)
  case copyOf(String)
  case course(String)
}

extension GradingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .otherCourse(let found, let expected):
      "it is of the course '\(found)', not '\(expected)'"
    case .unknownAssignment(let id): "the course has no assignment '\(id)'"
    case .otherVersion(let assignment, let found, let known):
      "it is of version \(found) of '\(assignment)'; this program has version \(known)"
    case .stranger(let id): "the roster has no learner '\(id)'"
    case .copyOf(let file): "it is the same submission as '\(file)'"
    case .course(let reason): reason
    }
  }
}
