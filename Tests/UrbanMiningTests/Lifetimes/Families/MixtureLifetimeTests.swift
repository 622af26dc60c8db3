import Testing
import UrbanMining

struct MixtureLifetimeTests {
  private func mixture() throws -> Lifetime {
    try .mixture([
      (0.3, .weibull(shape: 2.5, scale: 35)), (0.7, .logNormal(mean: 30, standardDeviation: 9)),
    ])
  }

  /// w = weibull_min(2.5, scale=35), l = lognorm(s, scale=exp(mu)) of scipy.stats.
  @Test func agreesWithSciPy() throws {
    let lifetime = try mixture()
    // 0.3 * w.sf(20) + 0.7 * l.sf(20), the same at 45, and 0.3 * w.pdf(45) + 0.7 * l.pdf(45)
    expectClose(lifetime.survival(atAge: 20), 0.8584146304668798)
    expectClose(lifetime.survival(atAge: 45), 0.09031557536234888)
    expectClose(lifetime.density(atAge: 45) ?? .nan, 0.011372098472313437)
    expectClose(lifetime.standardDeviation, 10.483668443937267)
    // scipy.optimize.brentq(xtol=1e-15) on the survival
    expectClose(lifetime.median, 29.044744457255895)
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try mixture()
    expectClose(areaUnderSurvival(of: lifetime, to: 900), lifetime.mean, relative: 1e-12)
  }

  @Test func oneWholePartIsThatPart() throws {
    let part = try Lifetime.gamma(shape: 4.2, scale: 7)
    let lifetime = try Lifetime.mixture([(1, part)])
    for age in [0.0, 10, 60] {
      #expect(lifetime.survival(atAge: age) == part.survival(atAge: age))
    }
    expectClose(lifetime.standardDeviation, part.standardDeviation)
  }

  @Test func aPartThatLeavesInJumpsTakesTheDensity() throws {
    let lifetime = try Lifetime.mixture([
      (0.5, .fixed(years: 3)), (0.5, .exponential(mean: 8)),
    ])
    #expect(lifetime.density(atAge: 1) == nil)
    #expect(lifetime.hazard(atAge: 1) == nil)
  }

  @Test func aPartWithoutMeanHasNoDeviationEither() throws {
    let lifetime = try Lifetime.mixture([
      (0.5, .logLogistic(shape: 0.9, scale: 10)), (0.5, .fixed(years: 3)),
    ])
    #expect(lifetime.mean == .infinity)
    #expect(lifetime.standardDeviation == .infinity)
  }

  @Test func refusesWeightsThatDoNotSumToOne() throws {
    let part = try Lifetime.fixed(years: 3)
    #expect(
      throws: LifetimeError.impossible(
        parameter: "sum of weights", value: 1.02, rule: "the weights sum to 1")
    ) { try Lifetime.mixture([(0.5, part), (0.52, part)]) }
    #expect(
      throws: LifetimeError.impossible(
        parameter: "sum of weights", value: 0, rule: "the weights sum to 1")
    ) { try Lifetime.mixture([]) }
    #expect(
      throws: LifetimeError.impossible(
        parameter: "weight", value: -0.1, rule: "it must be above 0")
    ) { try Lifetime.mixture([(1.1, part), (-0.1, part)]) }
  }

  /// Ten tenths miss one by the rounding of their sum.
  @Test func acceptsDecimalFractions() throws {
    let part = try Lifetime.fixed(years: 3)
    let tenths = [(weight: Double, lifetime: Lifetime)](repeating: (0.1, part), count: 10)
    #expect(try Lifetime.mixture(tenths).survival(atAge: 1) <= 1)
  }
}
