import RealModule
import Testing
import UrbanMining

struct DepositMiningTests {
  /// 16 Mt wet with a quarter water are 12 Mt dry; 3 % of that are 360 kt, 70 % of which are 252 kt. Counted on
  /// the wet mass, 3 % are 480 kt and 336 kt.
  @Test func theBasisOfTheGradeMakesAThird() throws {
    let dry = try DepositMining(wetMass: 16e6, moisture: 0.25, metalShare: 0.03, recovery: 0.7)
    #expect(dry.dryMass == 12e6)
    #expect(dry.metal.isApproximatelyEqual(to: 360_000, relativeTolerance: 1e-12))
    #expect(dry.recovered.isApproximatelyEqual(to: 252_000, relativeTolerance: 1e-12))
    let wet = try DepositMining(
      wetMass: 16e6, moisture: 0.25, metalShare: 0.03, basis: .wet, recovery: 0.7)
    #expect(wet.recovered.isApproximatelyEqual(to: 336_000, relativeTolerance: 1e-12))
    // 16 Mt · 100 MJ over 252 kt
    #expect(
      try #require(dry.energyPerTonne(digging: 100)).isApproximatelyEqual(
        to: 1600.0 / 252, relativeTolerance: 1e-12))
  }

  @Test func nothingRecoveredHasNoEnergyPerTonne() throws {
    let none = try DepositMining(wetMass: 10, moisture: 0, metalShare: 0, recovery: 1)
    #expect(none.energyPerTonne(digging: 100) == nil)
  }

  @Test func everyImpossibleNumberIsNamedAtOnce() {
    let error = #expect(throws: DepositError.self) {
      try DepositMining(wetMass: -1, moisture: 1, metalShare: 1.2, recovery: -0.1)
    }
    #expect(
      error?.faults == [
        "the mass is -1.0: it is at least 0",
        "the moisture is 1.0: a share of water is from 0 to below 1",
        "the metal's share is 1.2: a share is between 0 and 1",
        "the recovery is -0.1: a share is between 0 and 1",
      ])
    #expect(throws: DepositError.self) {
      try DepositMining(wetMass: 1, moisture: 0.5, metalShare: 0.6, basis: .wet, recovery: 1)
    }
  }
}
