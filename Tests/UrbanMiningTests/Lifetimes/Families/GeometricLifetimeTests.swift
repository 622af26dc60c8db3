import Testing
import UrbanMining

struct GeometricLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "geometric")
  }

  /// S is a step of one year each: the area is Σ (1 − p)ⁿ.
  @Test func meanIsAreaUnderSurvival() throws {
    let lifetime = try Lifetime.geometric(p: 0.07)
    let area = (0..<700).reduce(0.0) { $0 + lifetime.survival(atAge: Double($1)) }
    expectClose(area, lifetime.mean, relative: 1e-12)
  }

  @Test func leavesOnlyAtWholeYears() throws {
    let lifetime = try Lifetime.geometric(p: 0.31)
    #expect(lifetime.survival(atAge: 3) == lifetime.survival(atAge: 3.999))
    #expect(lifetime.survival(atAge: 4) < lifetime.survival(atAge: 3.999))
    #expect(lifetime.density(atAge: 2) == nil)
    #expect(lifetime.hazard(atAge: 2) == nil)
  }

  @Test func certainLossLeavesAfterOneYear() throws {
    let lifetime = try Lifetime.geometric(p: 1)
    #expect(lifetime.survival(atAge: 0) == 1)
    #expect(lifetime.survival(atAge: 0.5) == 1)
    #expect(lifetime.survival(atAge: 1) == 0)
    #expect(lifetime.mean == 1)
    #expect(lifetime.median == 1)
  }

  @Test(arguments: [0.001, 0.07, 0.1, 0.31, 0.5, 0.9])
  func quantileOfAReachedShareIsItsYear(p: Double) throws {
    let lifetime = try Lifetime.geometric(p: p)
    for year in 1...60 {
      let gone = 1 - lifetime.survival(atAge: Double(year))
      // Further out neighbouring years have shares with the same last digits.
      guard gone < 1 - 1e-6 else { break }
      #expect(lifetime.age(atShareLeft: gone) == Double(year))
    }
  }
}
