/// One thing that is wrong with a model: where, what, and the rule that it breaks.
public struct SystemFault: Hashable, Sendable, CustomStringConvertible {
  public let subject: Subject
  public let message: String
  /// Where a name is unknown: that name, and the names that exist.
  public let unknown: UnknownName?

  /// The part of the model that is at fault.
  public enum Subject: Hashable, Sendable {
    case model
    case dimension(String)
    case input(String)
    case process(String)
    /// A flow by its place in the list.
    case flow(Int)
    case population
    /// What is said of a tramp element.
    case concentrationLimit(String)
  }

  /// A name that nothing has, beside those that something has.
  public struct UnknownName: Hashable, Sendable {
    public let name: String
    public let known: [String]
  }

  init(_ subject: Subject, _ message: String, unknown: UnknownName? = nil) {
    self.subject = subject
    self.message = message
    self.unknown = unknown
  }

  public var description: String { message }
}

/// All faults of a model.
public struct SystemModelError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [SystemFault]

  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
