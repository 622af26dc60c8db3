/// How marks change between two gradings of the same submissions, and why.
public struct Regrading: Hashable, Sendable {
  /// A submission whose points are not what they were.
  public struct Change: Hashable, Sendable {
    public let before: Grade
    public let after: Grade
    /// What led to it, one for each question that changed.
    public let reasons: [String]

    /// The points gained; negative where points are lost.
    public var gain: Double { after.points - before.points }
  }

  /// The submissions whose points changed, by learner and assignment.
  public let changes: [Change]
  /// How many submissions were compared.
  public let compared: Int

  /// Points that differ by less are the same.
  private static let smallest = 1e-9

  /// Compares grades.
  ///
  /// - Parameters:
  ///   - before: the earlier grades.
  ///   - after: the new ones; those of other submissions are left out.
  ///   - key: the decisions that the new ones were made with.
  /// - Complexity: O(*n* log *n*).
  public init(from before: [Grade], to after: [Grade], key: GradingKey) {
    let earlier = Dictionary(before.map { ($0.submission, $0) }) { first, _ in first }
    let pairs = after.compactMap { grade in earlier[grade.submission].map { ($0, grade) } }
    compared = pairs.count
    changes = pairs.filter { abs($0.1.points - $0.0.points) > Regrading.smallest }
      .map { Change(before: $0, after: $1, reasons: Regrading.reasons($0, $1, key)) }
      .sorted {
        ($0.after.learner, $0.after.assignment, $0.after.attempt)
          < ($1.after.learner, $1.after.assignment, $1.after.attempt)
      }
  }

  /// Who has more points now.
  public var gains: [Change] { changes.filter { $0.gain > 0 } }
  /// Who has fewer.
  public var losses: [Change] { changes.filter { $0.gain < 0 } }

  private static func reasons(_ before: Grade, _ after: Grade, _ key: GradingKey) -> [String] {
    let old = Dictionary(before.questions.map { ($0.id, $0) }) { first, _ in first }
    return after.questions.compactMap { question in
      guard let earlier = old[question.id] else { return "\(question.id): was not asked before" }
      let (was, now) = (earlier.credit * earlier.mostPoints, question.credit * question.mostPoints)
      guard abs(now - was) > smallest else { return nil }
      let decided = key.changes(of: after.assignment, question.id, since: before.keyVersion)
      let cause =
        decided.map { "\($0.reason) (key \($0.version))" }.joined(separator: "; ")
      let why =
        !cause.isEmpty
        ? cause
        : before.engine == after.engine
          ? "graded anew" : "\(before.engine) became \(after.engine)"
      return "\(question.id): \(Gradebook.number(was)) to \(Gradebook.number(now)), \(why)"
    }
  }
}

extension GradingKey {
  /// What was decided about a question after a version of the key.
  func changes(of assignment: String, _ question: String, since version: String) -> [Change] {
    let versions = self.versions
    let later = versions.firstIndex(of: version).map { versions.dropFirst($0 + 1) } ?? versions[...]
    return changes.filter {
      $0.assignment == assignment && $0.question == question && later.contains($0.version)
    }
  }
}
