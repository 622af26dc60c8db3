import Testing
import UrbanMining

struct NormalLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "normal")
  }

  /// The area under S misses what the tail below age 0 adds to the mean: ∫ S da = mean + ∫₋∞⁰ (1 − S).
  @Test func meanIsAreaUnderSurvivalPlusTailBelowZero() throws {
    let lifetime = try Lifetime.normal(mean: 10, standardDeviation: 6)
    let cut = try Lifetime.truncatedNormal(mean: 10, standardDeviation: 6)
    // E[max(X, 0)] = share above 0 · mean above 0.
    let area = areaUnderSurvival(of: lifetime, to: 110)
    expectClose(area, lifetime.survival(atAge: 0) * cut.mean, relative: 1e-12)
    #expect(area > lifetime.mean)
  }

  @Test func narrowDeviationComesCloseToFixed() throws {
    let lifetime = try Lifetime.normal(mean: 30, standardDeviation: 1e-6)
    #expect(lifetime.survival(atAge: 29.9999) == 1)
    #expect(lifetime.survival(atAge: 30.0001) == 0)
    #expect(lifetime.hazard(atAge: 30.0001) ?? 0 > 1e7)
  }

  @Test func shareBelowAgeZeroLeavesAtOnce() throws {
    let lifetime = try Lifetime.normal(mean: 5, standardDeviation: 5)
    // scipy.stats.norm.cdf(1)
    expectClose(lifetime.survival(atAge: 0), 0.8413447460685429)
  }

  @Test func medianOfMeanZeroIsZero() throws {
    let lifetime = try Lifetime.normal(mean: 0, standardDeviation: 7)
    expectClose(lifetime.median, 0, absolute: 1e-40)
  }
}
