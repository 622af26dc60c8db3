/// What is in a stock before the first period.
///
/// Each case comes down to cohorts: amounts that entered in earlier periods and are still there. They age
/// with the lifetime that holds later on, so that of an amount of age a₀ at the start the share
/// S(a₀ + τ) / S(a₀) is left after τ more years.
public enum InitialStock: Hashable, Sendable {
  /// Amounts still there at the start, by the period in which they entered.
  case cohorts([Cohort])
  /// A total, with the age structure that an inflow growing at a constant rate gives; 0 is a stationary
  /// past.
  case total(Double, growth: Double)
  /// The stock that an earlier inflow built up: amounts in periods with these bounds, the last bound
  /// being the start.
  case builtUp(inflow: [Double], bounds: [Double])

  /// An amount that entered between two times and is still there at the start.
  public struct Cohort: Hashable, Sendable {
    public let from: Double
    public let to: Double
    public let amount: Double

    public init(from: Double, to: Double, amount: Double) {
      self.from = from
      self.to = to
      self.amount = amount
    }
  }
}
