internal import RealModule

/// What is mined from a year on if production grows at a constant rate, year by year.
///
/// ```
/// Q(n) = Σ P·(1 + g)^i   over i = 0 … n − 1
/// ```
/// the discrete convention of ``DepletionTime``: the first year is at today's production.
public struct CumulativeDemand: Hashable, Sendable {
  /// The first year.
  public let firstYear: Int
  /// Production in the first year, in tonnes per year.
  public let production: Double
  /// Growth per year: 0.02 for 2 per cent.
  public let growth: Double
  /// What has been mined by the end of each year, the first one included.
  public let amounts: [Double]

  /// - Parameters:
  ///   - production: in the first year, in tonnes per year; above 0.
  ///   - growth: per year; above −1.
  ///   - years: first and last year.
  /// - Throws: where a number is outside of what it can be.
  /// - Complexity: O(years).
  public init(
    production: Double, growth: Double, years: ClosedRange<Int>
  ) throws(ScarcityError) {
    guard growth.isFinite, growth > -1 else {
      throw .impossible(name: "the growth", value: growth, rule: "it must be above -1 (-100 %)")
    }
    guard years.count <= 10_000 else {
      throw .impossible(
        name: "the number of years", value: Double(years.count), rule: "it must be at most 10000")
    }
    var (rate, sum) = (try ScarcityError.positive(production, "production"), 0.0)
    amounts = years.map { _ in
      sum += rate
      rate *= 1 + growth
      return sum
    }
    firstYear = years.lowerBound
    self.production = production
    self.growth = growth
  }

  /// The year in which the sum reaches an amount; nil where it does not within the years.
  public func year(reaching amount: Double) -> Int? {
    amounts.firstIndex { $0 >= amount }.map { firstYear + $0 }
  }
}

extension CumulativeDemand {
  /// The mean growth between two years: (last / first)^(1/n) − 1.
  ///
  /// - Throws: where an amount is not above 0 or the years are fewer than one.
  public static func meanGrowth(
    from first: Double, to last: Double, over years: Double
  ) throws(ScarcityError) -> Double {
    let ratio =
      try ScarcityError.positive(last, "the last production")
      / (try ScarcityError.positive(first, "the first production"))
    guard years >= 1 else {
      throw .impossible(name: "the span", value: years, rule: "it must be at least 1 year")
    }
    return .expMinusOne(.log(ratio) / years)
  }
}
