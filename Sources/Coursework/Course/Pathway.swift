/// The three ways through the course; each picks its own assignments.
public enum Pathway: String, Hashable, Sendable, CaseIterable, Codable {
  case student
  case policyMaker = "policy-maker"
  case recycler

  /// As learners read it.
  public var title: String {
    switch self {
    case .student: "student"
    case .policyMaker: "policy maker"
    case .recycler: "recycler"
    }
  }
}
