import Testing
import UrbanMining

struct LogLogisticLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "loglogistic")
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try Lifetime.logLogistic(shape: 20, scale: 15)
    expectClose(areaUnderSurvival(of: lifetime, to: 300), lifetime.mean, relative: 1e-12)
  }

  @Test func scaleIsTheMedian() throws {
    let lifetime = try Lifetime.logLogistic(shape: 3.5, scale: 22)
    #expect(lifetime.survival(atAge: 22) == 0.5)
    expectClose(lifetime.median, 22)
  }

  @Test func heavyTailsHaveInfiniteMoments() throws {
    #expect(try Lifetime.logLogistic(shape: 0.9, scale: 10).mean == .infinity)
    #expect(try Lifetime.logLogistic(shape: 1.6, scale: 10).mean.isFinite)
    #expect(try Lifetime.logLogistic(shape: 1.6, scale: 10).standardDeviation == .infinity)
  }

  @Test func hazardAndDensityVanishFarOutInsteadOfOverflowing() throws {
    let lifetime = try Lifetime.logLogistic(shape: 400, scale: 30)
    #expect(lifetime.density(atAge: 200) == 0)
    expectClose(lifetime.hazard(atAge: 200) ?? .nan, 2)
  }

  @Test func densityAtAgeZeroDependsOnTheShape() throws {
    #expect(try Lifetime.logLogistic(shape: 0.9, scale: 10).density(atAge: 0) == nil)
    #expect(try Lifetime.logLogistic(shape: 1, scale: 10).density(atAge: 0) == 0.1)
    #expect(try Lifetime.logLogistic(shape: 2, scale: 10).density(atAge: 0) == 0)
  }
}
