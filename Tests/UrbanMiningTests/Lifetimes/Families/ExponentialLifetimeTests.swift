import Testing
import UrbanMining

struct ExponentialLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "exponential")
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try Lifetime.exponential(mean: 14)
    expectClose(areaUnderSurvival(of: lifetime, to: 600), lifetime.mean, relative: 1e-12)
  }

  @Test func whatIsLeftIsAsGoodAsNew() throws {
    let lifetime = try Lifetime.exponential(mean: 14)
    expectClose(
      lifetime.survival(atAge: 20) * lifetime.survival(atAge: 13), lifetime.survival(atAge: 33))
  }
}
