/// What answers are worth and why: the outcome of ``Marker``.
public struct Marking: Hashable, Sendable {
  public let assignment: String
  public let version: Int
  /// One for each question of the variant, in order.
  public let questions: [QuestionMarking]
  /// Before hints, lateness and other policies.
  public var points: Double { questions.reduce(0) { $0 + $1.points } }
  public var mostPoints: Double { questions.reduce(0) { $0 + $1.mostPoints } }

  public subscript(question: String) -> QuestionMarking? {
    questions.first { $0.question == question }
  }
}

/// What the answer to one question is worth and why.
public struct QuestionMarking: Hashable, Sendable {
  public let question: String
  public let state: State
  /// The share of the question's points, from 0 to 1.
  public let credit: Double
  public let mostPoints: Double
  /// The mistake that the answer matches: one of the question's, or a general slip (``GeneralSlip``).
  public let mistake: String?
  /// What to tell the learner; never the right value.
  public let message: String
  /// What to read where it is not right.
  public let reading: String
  /// The earlier question that has to be answered first, if any.
  public let dependsOn: String?
  /// The answer as a number in the unit of the question; nil where it is not one number.
  public let number: Double?
  /// The values of a series in the unit of the question, by year.
  public let series: [Int: Double]

  public enum State: String, Hashable, Sendable, CaseIterable, Codable {
    case right, partial, wrong
    /// Nothing was written.
    case missing
    /// Something was written that can't be read: nothing is guessed, the message asks.
    case unreadable
  }

  public var points: Double { credit * mostPoints }
}
