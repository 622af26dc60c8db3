/// A question whose answer is a number with a unit.
public struct NumberItem: Sendable {
  /// The unit that is meant where a learner writes none, and in which answers are computed.
  public let unit: Quantity.Unit
  public let tolerance: Tolerance
  /// One that the statement fixes, or several of which the learner names one and is graded under it.
  public let conventions: [Convention]
  public let mistakes: [Mistake<Double>]
  /// Graded from the learner's own earlier answers as well.
  public let carried: Carried?
  /// The answer some years later (or earlier), to tell who took the wrong year.
  public let inYears: (@Sendable (Variant, _ later: Int) throws -> Double)?
  /// Inhabitants, to tell who mixed up total and per head.
  public let population: (@Sendable (Variant) throws -> Double)?

  /// A way to count that leads to an answer of its own.
  public struct Convention: Sendable {
    /// What a learner writes to declare it.
    public let id: String
    public let title: String
    public let answer: @Sendable (Variant) throws -> Double

    public init(
      _ id: String, _ title: String, answer: @escaping @Sendable (Variant) throws -> Double
    ) {
      self.id = id
      self.title = title
      self.answer = answer
    }
  }

  /// The answer that follows from earlier answers, right or wrong, in the units of their questions.
  public struct Carried: Sendable {
    /// The earlier questions; all numbers.
    public let from: [String]
    public let answer: @Sendable (Variant, _ earlier: [String: Double]) throws -> Double

    public init(
      from: [String], answer: @escaping @Sendable (Variant, [String: Double]) throws -> Double
    ) {
      self.from = from
      self.answer = answer
    }
  }

  public init(
    unit: Quantity.Unit, tolerance: Tolerance, conventions: [Convention],
    mistakes: [Mistake<Double>] = [], carried: Carried? = nil,
    inYears: (@Sendable (Variant, Int) throws -> Double)? = nil,
    population: (@Sendable (Variant) throws -> Double)? = nil
  ) {
    precondition(!conventions.isEmpty, "there is one answer or more")
    self.unit = unit
    self.tolerance = tolerance
    self.conventions = conventions
    self.mistakes = mistakes
    self.carried = carried
    self.inYears = inYears
    self.population = population
  }

  /// Whether the learner says which convention was used.
  public var isDeclared: Bool { conventions.count > 1 }
}

extension Question.Kind {
  /// A number with the convention that the statement fixes.
  public static func number(
    in unit: Quantity.Unit, tolerance: Tolerance = .relative(0.005),
    answer: @escaping @Sendable (Variant) throws -> Double, mistakes: [Mistake<Double>] = [],
    carried: NumberItem.Carried? = nil,
    inYears: (@Sendable (Variant, Int) throws -> Double)? = nil,
    population: (@Sendable (Variant) throws -> Double)? = nil
  ) -> Question.Kind {
    .number(
      NumberItem(
        unit: unit, tolerance: tolerance,
        conventions: [.init("fixed", "as the statement says", answer: answer)],
        mistakes: mistakes, carried: carried, inYears: inYears, population: population))
  }
}
