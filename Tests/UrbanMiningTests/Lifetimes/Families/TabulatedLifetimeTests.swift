import Testing
import UrbanMining

struct TabulatedLifetimeTests {
  private let ages = [0.0, 4, 10, 25]
  private let survival = [0.95, 0.8, 0.3, 0]

  private func table() throws -> Lifetime {
    try .table(ages: ages, survival: survival, name: "cars.csv")
  }

  /// numpy.interp(ages, [0, 4, 10, 25], [0.95, 0.8, 0.3, 0], right=0)
  @Test func agreesWithNumPy() throws {
    let lifetime = try table()
    let expected = [0.95, 0.90125, 0.8, 0.675, 0.3, 0.252, 0.06, 0, 0]
    for (age, share) in zip([0.0, 1.3, 4, 5.5, 10, 12.4, 22, 25, 31], expected) {
      expectClose(lifetime.survival(atAge: age), share)
    }
  }

  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try table()
    // Trapezoids: 4 · 0.875 + 6 · 0.55 + 15 · 0.15.
    expectClose(lifetime.mean, 9.05)
    expectClose(areaUnderSurvival(of: lifetime, to: 25, steps: 25 * 4), 9.05)
  }

  /// scipy.integrate.quad(lambda a: 2 * a * S(a)) on each piece, less the mean squared.
  @Test func deviationAgreesWithQuadrature() throws {
    expectClose(try table().standardDeviation, 6.5113362683860805)
  }

  @Test func quantileIsTheInverse() throws {
    let lifetime = try table()
    for share in [0.06, 0.2, 0.5, 0.7, 0.9, 0.99] {
      expectClose(lifetime.survival(atAge: lifetime.age(atShareLeft: share)), 1 - share)
    }
    // A twentieth has left before age 0.
    #expect(lifetime.age(atShareLeft: 0.01) == 0)
  }

  @Test func densityIsTheSlope() throws {
    let lifetime = try table()
    expectClose(lifetime.density(atAge: 7) ?? .nan, 0.5 / 6)
    #expect(lifetime.density(atAge: 40) == 0)
    #expect(lifetime.hazard(atAge: 40) == nil)
  }

  @Test func aLevelPieceHasItsQuantileAtItsStart() throws {
    let lifetime = try Lifetime.table(ages: [0, 5, 15, 20], survival: [1, 0.5, 0.5, 0], name: "x")
    #expect(lifetime.median == 5)
  }

  @Test(
    arguments: [
      ([0], [1], "it needs two or more ages, each with a share"),
      ([0, 5], [1], "it needs two or more ages, each with a share"),
      ([1, 5], [1, 0], "it must start at age 0, not at 1"),
      ([0, 5, 5], [1, 0.5, 0], "age 5 does not follow age 5"),
      ([0, 5, .infinity], [1, 0.5, 0], "age inf does not follow age 5"),
      ([0, 5], [1.02, 0], "the share at age 0 is above 1"),
      ([0, 5, 9], [1, 0.2, 0.3], "the share rises at age 9"),
      ([0, 5, 9], [1, .nan, 0], "the share rises at age 5"),
      ([0, 5], [1, 0.1], "it must end at 0: say at which age the last unit has left"),
    ] as [([Double], [Double], String)])
  func refusesWhatIsNoSurvivalCurve(ages: [Double], survival: [Double], rule: String) {
    #expect(throws: LifetimeError.table(rule: rule)) {
      try Lifetime.table(ages: ages, survival: survival, name: "x")
    }
  }
}
