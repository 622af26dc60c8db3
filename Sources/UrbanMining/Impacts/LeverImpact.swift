/// What a scenario avoids if it gives the service of the base with less metal from ore.
///
/// The given amounts of the scenario are multiplied by λ of ``SameService``, and its burden from the first
/// changed year on is set against that of the base:
/// ```
/// avoided = Σ (P_base − P_λ)·f_p + (S_base − S_λ)·f_s
/// ```
/// in PJ or Mt over all these years. It may be negative: more recycling of the same metal for less service.
public struct LeverImpact: Hashable, Sendable {
  public let name: String
  public let title: String
  /// The first year that is counted.
  public let firstYear: Double
  /// The burden of the base from that year on, PJ or Mt.
  public let base: Double
  public let avoided: Double
  /// What 5 of 100 draws of the coefficients stay below.
  public let low: Double
  /// What 95 of 100 draws stay below.
  public let high: Double

  /// - Parameters:
  ///   - scenario: of the model.
  ///   - place: its place in the comparison.
  ///   - comparison: the base with its scenarios.
  ///   - coefficients: of one indicator.
  ///   - draws: behind the range.
  ///   - seed: of the draws.
  /// - Returns: nil where no factor gives the service of the base.
  /// - Throws: ``ImpactError`` where there is no metal to count.
  public init?(
    _ scenario: Scenario, at place: Int, in comparison: ScenarioComparison,
    coefficients: ImpactCoefficients, draws: Int = 2000, seed: UInt64 = 1
  ) throws(ImpactError) {
    let outcome = comparison.scenarios[place]
    guard let service = comparison.sameService[place], let start = outcome.firstChange,
      let scaled = try? comparison.results.plan.models[outcome.lane]
        .withGivenAmounts(times: service.factor, from: start),
      let results = try? SystemPlan(scaled).solve()
    else { return nil }
    let before = try ImpactAccount(
      comparison.results, coefficients: coefficients, draws: 1, seed: seed)
    let after = try ImpactAccount(results, coefficients: coefficients, draws: 1, seed: seed)
    let time = scaled.time
    func sum(_ values: [Double]) -> Double {
      (start..<time.count).reduce(0) { $0 + values[$1] * time.length(of: $1) }
    }
    let ore = sum(before.primaryMetal) - sum(after.primaryMetal)
    let scrap = sum(before.secondaryMetal) - sum(after.secondaryMetal)
    let pairs = CoefficientDraws(coefficients, count: max(1, draws), seed: seed)
    let band = pairs.band { _, one, two in (ore * one + scrap * two) * 1e-9 }.over(1)
    name = scenario.name
    title = scenario.title
    firstYear = time.labels[start]
    base = sum(before.total)
    avoided = (ore * coefficients.primary.value + scrap * coefficients.secondary.value) * 1e-9
    low = band.low[0]
    high = band.high[0]
  }
}
