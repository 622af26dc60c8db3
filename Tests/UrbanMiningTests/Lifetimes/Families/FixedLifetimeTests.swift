import Testing
import UrbanMining

struct FixedLifetimeTests {
  @Test func agreesWithMpmathAndSciPy() throws {
    try LifetimeReference.expectAgreement(family: "fixed")
  }

  @Test func allLeavesAtOneAge() throws {
    let lifetime = try Lifetime.fixed(years: 12.5)
    #expect(lifetime.survival(atAge: 12.5.nextDown) == 1)
    #expect(lifetime.survival(atAge: 12.5) == 0)
    #expect(lifetime.density(atAge: 12.5) == nil)
    #expect(lifetime.hazard(atAge: 3) == nil)
  }

  @Test func zeroYearsLeavesAtOnce() throws {
    let lifetime = try Lifetime.fixed(years: 0)
    #expect(lifetime.survival(atAge: 0) == 0)
    #expect(lifetime.mean == 0)
  }
}
