/// The numbers and words that one learner gets, and which questions of a bank.
public struct Variant: Hashable, Sendable {
  /// The assignment that it is of.
  public let assignment: String
  public let version: Int
  public let values: [String: Parameter.Value]
  /// The questions that were drawn, in the order of the assignment.
  public let questionIDs: [String]

  init(_ assignment: Assignment, values: [String: Parameter.Value], questionIDs: [String]) {
    self.assignment = assignment.id
    version = assignment.version
    self.values = values
    self.questionIDs = questionIDs
  }

  /// A variant with chosen numbers, such as the one of a textbook or of a practice; they need not lie on
  /// the grids.
  /// - Parameters:
  ///   - assignment: what it is a variant of.
  ///   - values: one for each parameter.
  ///   - questionIDs: which questions of a bank; nil for all.
  /// - Throws: where a parameter has no value, or a name is not that of a parameter.
  public init(
    of assignment: Assignment, values: [String: Parameter.Value], questionIDs: [String]? = nil
  ) throws(CourseError) {
    for parameter in assignment.parameters {
      func refuse(_ reason: String) -> CourseError {
        .parameter(assignment: assignment.id, name: parameter.name, reason: reason)
      }
      switch (values[parameter.name], parameter.grid) {
      case (nil, _): throw refuse("is missing")
      case (.number, .words): throw refuse("is a word")
      case (.word, .steps), (.word, .numbers): throw refuse("is a number")
      case (.number, _), (.word, _): break
      }
    }
    let names = assignment.parameters.map(\.name)
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw .parameter(
        assignment: assignment.id, name: unknown,
        reason: "is none of \(names.joined(separator: ", "))")
    }
    self.init(
      assignment, values: values, questionIDs: questionIDs ?? assignment.questions.map(\.id))
  }

  /// A drawn number.
  /// - Parameter name: a parameter of the assignment that is a number.
  public subscript(name: String) -> Double {
    guard case .number(let value) = values[name] else {
      preconditionFailure("'\(name)' is no number of \(assignment)")
    }
    return value
  }

  /// A drawn word.
  /// - Parameter name: a parameter of the assignment that is a word.
  public func word(_ name: String) -> String {
    guard case .word(let word) = values[name] else {
      preconditionFailure("'\(name)' is no word of \(assignment)")
    }
    return word
  }
}

extension Parameter.Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(stringLiteral value: String) { self = .word(value) }
}
