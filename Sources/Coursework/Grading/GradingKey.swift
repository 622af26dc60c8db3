/// The right answers of a course with what its instructor has decided since: the key of a grading.
///
/// The right answers come from the engine. A decision changes what an answer is worth, not what the
/// engine says, and names its reason, which learners read.
public struct GradingKey: Hashable, Sendable {
  /// One decision.
  public struct Change: Hashable, Sendable {
    /// The version of the key that it belongs to.
    public let version: String
    public let assignment: String
    public let question: String
    public let action: Action
    /// Why, for learners and for the audit trail.
    public let reason: String
  }

  /// What a decision does.
  public enum Action: Hashable, Sendable {
    /// Answers that match a mistake keep this share of the points; 1 accepts them as right.
    case credit(mistake: String, share: Double)
    /// The tolerance is this share of the right value.
    case tolerance(Double)
    /// Everybody who handed in gets the points.
    case void
  }

  /// The version that the last decision belongs to.
  public let version: String
  /// In the order of the file.
  public let changes: [Change]

  /// The key without a decision.
  public static let original = GradingKey(version: "original", changes: [])

  init(version: String, changes: [Change]) {
    self.version = version
    self.changes = changes
  }

  /// The versions from the first, in order.
  public var versions: [String] {
    var versions = [GradingKey.original.version]
    for change in changes where !versions.contains(change.version) {
      versions.append(change.version)
    }
    return versions
  }

  /// An assignment whose tolerances are those decided.
  func applied(to assignment: Assignment) -> Assignment {
    let own = changes.filter { $0.assignment == assignment.id }
    guard !own.isEmpty else { return assignment }
    return assignment.replacing(
      questions: assignment.questions.map { question in
        own.filter { $0.question == question.id }.reduce(question) { question, change in
          guard case .tolerance(let share) = change.action else { return question }
          return question.replacing(tolerance: .relative(share))
        }
      })
  }

  /// A marking with the credit that was decided.
  func applied(to marking: Marking) -> Marking {
    let own = changes.filter { $0.assignment == marking.assignment }
    guard !own.isEmpty else { return marking }
    return Marking(
      assignment: marking.assignment, version: marking.version,
      questions: marking.questions.map { question in
        own.filter { $0.question == question.question }.reduce(question, GradingKey.decided)
      })
  }

  private static func decided(_ question: QuestionMarking, _ change: Change) -> QuestionMarking {
    switch change.action {
    case .tolerance: question
    case .void:
      question.replacing(credit: 1, message: "Counted as right for everybody: \(change.reason)")
    case .credit(let mistake, let share):
      question.mistake == mistake
        ? question.replacing(
          credit: share,
          message: share == 1
            ? "Accepted: \(change.reason)" : "\(question.message) (\(change.reason))")
        : question
    }
  }
}

extension QuestionMarking {
  fileprivate func replacing(credit: Double, message: String) -> QuestionMarking {
    QuestionMarking(
      question: question, state: credit == 1 ? .right : credit > 0 ? .partial : .wrong,
      credit: credit, mostPoints: mostPoints, mistake: credit == 1 ? nil : mistake,
      message: message, reading: reading, dependsOn: dependsOn, number: number, series: series)
  }
}

extension Question {
  fileprivate func replacing(tolerance: Tolerance) -> Question {
    switch kind {
    case .number(let item):
      Question(
        id, prompt, points: points, reading: reading, why: why,
        .number(
          NumberItem(
            unit: item.unit, tolerance: tolerance, conventions: item.conventions,
            mistakes: item.mistakes, carried: item.carried, inYears: item.inYears,
            population: item.population)))
    case .series(let item):
      Question(
        id, prompt, points: points, reading: reading, why: why,
        .series(
          SeriesItem(
            unit: item.unit, tolerance: tolerance, years: item.years, answer: item.answer,
            mistakes: item.mistakes)))
    case .choice, .match, .order: self
    }
  }
}

extension Assignment {
  fileprivate func replacing(questions: [Question]) -> Assignment {
    Assignment(
      id: id, version: version, kind: kind, week: week, title: title, outcome: outcome,
      pathways: pathways, statement: statement, parameters: parameters, facts: facts,
      questions: questions, drawnQuestions: drawnQuestions, hints: hints, solution: solution,
      data: data, figure: figure, balances: balances)
  }
}
