/// A question whose answer is a number for each of several years.
public struct SeriesItem: Sendable {
  public let unit: Quantity.Unit
  public let tolerance: Tolerance
  public let years: @Sendable (Variant) -> [Int]
  public let answer: @Sendable (Variant) throws -> [Double]
  public let mistakes: [Mistake<[Double]>]

  public init(
    unit: Quantity.Unit, tolerance: Tolerance = .relative(0.005),
    years: @escaping @Sendable (Variant) -> [Int],
    answer: @escaping @Sendable (Variant) throws -> [Double], mistakes: [Mistake<[Double]>] = []
  ) {
    self.unit = unit
    self.tolerance = tolerance
    self.years = years
    self.answer = answer
    self.mistakes = mistakes
  }
}
