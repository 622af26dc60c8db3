/// One thing that is asked, worth points of its own.
public struct Question: Sendable, Identifiable {
  /// A short word, the same in `answers.csv`: `stock`.
  public let id: String
  /// Markdown with named values.
  public let prompt: String
  public let points: Double
  public let kind: Kind
  /// What to read where the answer is not right: a section of the guide, a page, a paper.
  public let reading: String
  /// How its answer comes about, Markdown with named values; for banks, whose questions have no common solution.
  public let why: String

  public enum Kind: Sendable {
    /// A number with a unit.
    case number(NumberItem)
    /// A number for each year.
    case series(SeriesItem)
    /// One of several options, or all that are true.
    case choice(ChoiceItem)
    /// Each thing on the left with one on the right.
    case match(MatchItem)
    /// Things in their right order.
    case order(OrderItem)
  }

  public init(
    _ id: String, _ prompt: String, points: Double = 1, reading: String, why: String = "",
    _ kind: Kind
  ) {
    self.id = id
    self.prompt = prompt
    self.points = points
    self.reading = reading
    self.why = why
    self.kind = kind
  }
}

/// An error that people make, with the answer that it leads to on the same variant.
public struct Mistake<Value: Sendable>: Sendable {
  public let id: String
  /// Markdown with named values: what went wrong, never the right value.
  public let feedback: String
  /// The share of the question's points that is kept, from 0 to below 1.
  public let credit: Double
  /// Right under another convention than the one that is fixed; told to the learner in other words.
  public let isConvention: Bool
  /// What it leads to; nil on variants on which it can't be made.
  public let value: @Sendable (Variant) throws -> Value?

  public init(
    _ id: String, credit: Double = 0, isConvention: Bool = false, _ feedback: String,
    value: @escaping @Sendable (Variant) throws -> Value?
  ) {
    precondition(credit >= 0 && credit < 1, "a mistake keeps less than all points")
    self.id = id
    self.feedback = feedback
    self.credit = credit
    self.isConvention = isConvention
    self.value = value
  }
}

/// How far from the right value an answer may be.
public enum Tolerance: Hashable, Sendable {
  /// A share of the right value: 0.005.
  case relative(Double)
  /// In the unit of the question.
  case absolute(Double)

  /// The distance that is allowed, in the unit of the question.
  public func width(at value: Double) -> Double {
    switch self {
    case .relative(let share): share * abs(value)
    case .absolute(let width): width
    }
  }
}
