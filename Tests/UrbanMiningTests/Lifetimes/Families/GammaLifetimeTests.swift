import Testing
import UrbanMining

struct GammaLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "gamma")
  }

  @Test(arguments: [(4.2, 7.0, 420.0), (400, 0.1, 80), (1, 5, 200)])
  func meanIsAreaUnderSurvival(shape: Double, scale: Double, end: Double) throws {
    let lifetime = try Lifetime.gamma(shape: shape, scale: scale)
    expectClose(areaUnderSurvival(of: lifetime, to: end), lifetime.mean, relative: 1e-12)
  }

  @Test func meanAndDeviationAreGivenBack() throws {
    let lifetime = try Lifetime.gamma(mean: 8, standardDeviation: 11)
    expectClose(lifetime.mean, 8)
    expectClose(lifetime.standardDeviation, 11)
  }

  /// Whole shapes are sums of exponential stages: Q(3, x) = e⁻ˣ · (1 + x + x²/2).
  @Test func shapeThreeIsThreeStages() throws {
    let lifetime = try Lifetime.gamma(shape: 3, scale: 2)
    // math.exp(-2.5) * (1 + 2.5 + 2.5 ** 2 / 2)
    expectClose(lifetime.survival(atAge: 5), 0.5438131158833296)
  }

  @Test func earlyFailuresHaveNoDensityAtAgeZero() throws {
    #expect(try Lifetime.gamma(shape: 0.5, scale: 3).density(atAge: 0) == nil)
    #expect(try Lifetime.gamma(shape: 1, scale: 4).density(atAge: 0) == 0.25)
    #expect(try Lifetime.gamma(shape: 2, scale: 4).density(atAge: 0) == 0)
  }

  @Test func refusesWhatTakesForeverToEvaluate() {
    #expect(
      throws: LifetimeError.impossible(
        parameter: "sd", value: 1e-9, rule: "it must be 0 or above 1e-4 of the mean")
    ) { try Lifetime.gamma(mean: 30, standardDeviation: 1e-9) }
    #expect(
      throws: LifetimeError.impossible(
        parameter: "shape", value: 1e12, rule: "above 1e8 a lifetime is as good as fixed")
    ) { try Lifetime.gamma(shape: 1e12, scale: 1) }
  }
}
