import Testing
import UrbanMining

struct TruncatedNormalLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "truncated-normal")
  }

  @Test(arguments: [(20.0, 15.0), (2, 10), (40, 12)])
  func meanIsAreaUnderSurvival(mean: Double, sd: Double) throws {
    let lifetime = try Lifetime.truncatedNormal(mean: mean, standardDeviation: sd)
    expectClose(areaUnderSurvival(of: lifetime, to: mean + 20 * sd), lifetime.mean, relative: 1e-12)
  }

  @Test func everythingIsInUseAtAgeZero() throws {
    let lifetime = try Lifetime.truncatedNormal(mean: 1, standardDeviation: 30)
    #expect(lifetime.survival(atAge: 0) == 1)
  }

  @Test func farFromZeroItIsNormal() throws {
    let cut = try Lifetime.truncatedNormal(mean: 50, standardDeviation: 3)
    let whole = try Lifetime.normal(mean: 50, standardDeviation: 3)
    for age in [0.0, 41, 49.5, 58, 70] {
      expectClose(cut.survival(atAge: age), whole.survival(atAge: age))
    }
    expectClose(cut.mean, 50)
    expectClose(cut.standardDeviation, 3)
  }

  /// Far in the tail the hazard of a normal tends to z/sd.
  @Test func hazardStaysFiniteWhereNothingIsLeft() throws {
    let lifetime = try Lifetime.truncatedNormal(mean: 20, standardDeviation: 1)
    #expect(lifetime.survival(atAge: 100) == 0)
    // mpmath.mp.dps = 40; npdf(80) / (erfc(80 / sqrt(2)) / 2)
    expectClose(lifetime.hazard(atAge: 100) ?? .nan, 80.01249609679823)
  }
}
