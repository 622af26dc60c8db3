import Testing
import UrbanMining

struct UniformLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "uniform")
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try Lifetime.uniform(from: 5, to: 40)
    expectClose(areaUnderSurvival(of: lifetime, to: 40, steps: 40), lifetime.mean, relative: 1e-12)
  }

  @Test func allIsInUseBeforeAndNothingAfter() throws {
    let lifetime = try Lifetime.uniform(from: 5, to: 40)
    #expect(lifetime.survival(atAge: 5) == 1)
    #expect(lifetime.survival(atAge: 40) == 0)
    #expect(lifetime.survival(atAge: 90) == 0)
    #expect(lifetime.hazard(atAge: 90) == nil)
  }
}
