import Testing
import UrbanMining

struct GompertzLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "gompertz")
  }

  @Test(arguments: [(0.05, 0.08, 120.0), (0.0004, 0.12, 110), (3, 0.02, 150)])
  func meanIsAreaUnderSurvival(shape: Double, rate: Double, end: Double) throws {
    let lifetime = try Lifetime.gompertz(shape: shape, rate: rate)
    expectClose(areaUnderSurvival(of: lifetime, to: end), lifetime.mean, relative: 1e-12)
  }

  @Test func hazardGrowsByTheSameFactorEachYear() throws {
    let lifetime = try Lifetime.gompertz(shape: 0.05, rate: 0.08)
    let (young, old) = (lifetime.hazard(atAge: 12) ?? .nan, lifetime.hazard(atAge: 13) ?? .nan)
    // math.exp(0.08)
    expectClose(old / young, 1.0832870676749586)
  }

  @Test func nothingIsLeftFarOut() throws {
    let lifetime = try Lifetime.gompertz(shape: 0.05, rate: 0.08)
    #expect(lifetime.survival(atAge: 1e6) == 0)
    #expect(lifetime.density(atAge: 5000) == 0)
  }
}
