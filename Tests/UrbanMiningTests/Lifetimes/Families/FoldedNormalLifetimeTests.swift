import Testing
import UrbanMining

struct FoldedNormalLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "folded-normal")
  }

  @Test(arguments: [(20.0, 14.0), (3, 25), (0, 8)])
  func meanIsAreaUnderSurvival(mu: Double, sigma: Double) throws {
    let lifetime = try Lifetime.foldedNormal(mu: mu, sigma: sigma)
    let area = areaUnderSurvival(of: lifetime, to: mu + 20 * sigma)
    expectClose(area, lifetime.mean, relative: 1e-12)
  }

  @Test func foldedAtItsMeanIsHalfNormal() throws {
    let lifetime = try Lifetime.foldedNormal(mu: 0, sigma: 8)
    // scipy.stats.halfnorm(scale=8): sf(5), mean(), std(), median()
    expectClose(lifetime.survival(atAge: 5), 0.5319710580974011)
    expectClose(lifetime.mean, 6.383076486422923)
    expectClose(lifetime.standardDeviation, 4.822482199912695)
    expectClose(lifetime.median, 5.395918001568654)
  }

  @Test func farFromZeroItIsNormal() throws {
    let folded = try Lifetime.foldedNormal(mu: 60, sigma: 4)
    let whole = try Lifetime.normal(mean: 60, standardDeviation: 4)
    for age in [0.0, 50, 61.5, 70] {
      expectClose(folded.survival(atAge: age), whole.survival(atAge: age))
    }
  }
}
