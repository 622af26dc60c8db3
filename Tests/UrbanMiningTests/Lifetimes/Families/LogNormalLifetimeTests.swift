import Testing
import UrbanMining

struct LogNormalLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "lognormal")
  }

  /// sigma² = ln(1 + sd²/mean²); the ratio the other way up would give S(30) = 0.215.
  @Test func ratioOfDeviationAndMeanIsTheRightWayUp() throws {
    let lifetime = try Lifetime.logNormal(mean: 30, standardDeviation: 9)
    // scipy.stats.lognorm(s, scale=exp(mu)).sf(30)
    expectClose(lifetime.survival(atAge: 30), 0.44165276085710636)
    expectClose(lifetime.mean, 30)
    expectClose(lifetime.standardDeviation, 9)
  }

  @Test func bothParametrisationsMeet() throws {
    let byMean = try Lifetime.logNormal(mean: 12, standardDeviation: 40)
    let references = try LifetimeReference.all(of: "lognormal")
    let canonical = try #require(references.first { $0.lifetime.contains("sd: 40") }).canonical
    let byMedian = try Lifetime.logNormal(
      median: byMean.median, sigma: try #require(canonical["sigma"]))
    for age in [0.1, 3.0, 11, 80] {
      expectClose(byMedian.survival(atAge: age), byMean.survival(atAge: age))
    }
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try Lifetime.logNormal(mean: 30, standardDeviation: 9)
    expectClose(areaUnderSurvival(of: lifetime, to: 900), lifetime.mean, relative: 1e-12)
  }

  @Test func nothingLeavesAtAgeZero() throws {
    let lifetime = try Lifetime.logNormal(median: 7, sigma: 2.2)
    #expect(lifetime.survival(atAge: 0) == 1)
    #expect(lifetime.density(atAge: 0) == 0)
    #expect(lifetime.hazard(atAge: 0) == 0)
  }

  @Test func deviationTooSmallForItsSquareGivesFixed() throws {
    let lifetime = try Lifetime.logNormal(mean: 30, standardDeviation: 1e-170)
    #expect(lifetime.survival(atAge: 29.9) == 1)
    #expect(lifetime.survival(atAge: 30) == 0)
  }
}
