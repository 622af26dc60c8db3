internal import ModelFiles

/// A course: its assignments in their order, and the secret from which variants are drawn.
public struct Course: Sendable {
  /// Stands in every submission: `metals`.
  public let id: String
  public let title: String
  public let assignments: [Assignment]
  public let secret: CourseSecret
  /// The end of each assignment that has one: ISO 8601 in UTC.
  public let deadlines: [String: String]
  /// How often an assignment may be submitted; nil for no limit.
  public let mostAttempts: Int?

  public init(
    id: String, title: String, assignments: [Assignment], secret: CourseSecret,
    deadlines: [String: String] = [:], mostAttempts: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.assignments = assignments
    self.secret = secret
    self.deadlines = deadlines
    self.mostAttempts = mostAttempts
  }

  /// The assignment with this identifier.
  public func assignment(_ id: String) throws(CourseError) -> Assignment {
    guard let found = assignments.first(where: { $0.id == id }) else {
      throw .unknownAssignment(id, hint: Suggestion.hint(for: id, in: assignments.map(\.id)))
    }
    return found
  }
}
