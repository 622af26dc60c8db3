import Testing
import UrbanMining

struct WeibullLifetimeTests {
  /// The deviation of a narrow Weibull is a difference of two near log-gammas: shape 60 costs three
  /// digits.
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "weibull", deviation: 5e-13)
  }

  @Test(arguments: [(3.0, 28.0, 120.0), (1, 9, 400), (12, 25, 60)])
  func meanIsAreaUnderSurvival(shape: Double, scale: Double, end: Double) throws {
    let lifetime = try Lifetime.weibull(shape: shape, scale: scale)
    expectClose(areaUnderSurvival(of: lifetime, to: end), lifetime.mean, relative: 1e-12)
  }

  @Test func twoQuantilesAreMet() throws {
    let lifetime = try Lifetime.weibull(t50: 10, t90: 18)
    expectClose(lifetime.survival(atAge: 10), 0.5)
    expectClose(lifetime.survival(atAge: 18), 0.1)
    expectClose(lifetime.age(atShareLeft: 0.9), 18)
  }

  @Test func meanIsGivenBack() throws {
    expectClose(try Lifetime.weibull(shape: 3, mean: 25).mean, 25)
  }

  @Test func shapeOneIsExponential() throws {
    let lifetime = try Lifetime.weibull(shape: 1, scale: 9)
    let exponential = try Lifetime.exponential(mean: 9)
    for age in [0.0, 2, 30] {
      expectClose(lifetime.survival(atAge: age), exponential.survival(atAge: age))
      expectClose(lifetime.hazard(atAge: age) ?? .nan, 1.0 / 9)
    }
  }

  @Test func earlyFailuresHaveNoDensityAtAgeZero() throws {
    let lifetime = try Lifetime.weibull(shape: 0.8, scale: 3)
    #expect(lifetime.density(atAge: 0) == nil)
    #expect(lifetime.hazard(atAge: 0) == nil)
    #expect(lifetime.survival(atAge: 0) == 1)
  }

  @Test func densityIsZeroWhereTheHazardOverflows() throws {
    #expect(try Lifetime.weibull(shape: 400, scale: 30).density(atAge: 200) == 0)
  }

  @Test func refusesShapeThatNoScaleCanServe() {
    #expect(
      throws: LifetimeError.impossible(
        parameter: "shape", value: 0.001, rule: "it is so small that no scale gives the mean")
    ) { try Lifetime.weibull(shape: 0.001, mean: 5) }
  }
}
