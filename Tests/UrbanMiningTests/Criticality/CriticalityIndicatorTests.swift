import Testing
import UrbanMining

@Suite struct CriticalityIndicatorTests {
  @Test func defaultWeightsSumToOne() {
    expectClose(CriticalityIndicator.defaultWeights.values.sorted().reduce(0, +), 1)
    #expect(CriticalityIndicator.defaultWeights.count == CriticalityIndicator.allCases.count)
  }

  @Test func aCenturyOfReservesCountsNothing() {
    #expect(CriticalityIndicator.shortRange(years: 0) == 1)
    expectClose(CriticalityIndicator.shortRange(years: 40), 0.6)
    #expect(CriticalityIndicator.shortRange(years: 250) == 0)
  }

  @Test func complementTurnsTheRangeRound() throws {
    let share = try RangedShare(0.2, low: 0.1, high: 0.5).complement
    expectClose([share.value, share.low, share.high], [0.8, 0.5, 0.9])
  }

  @Test func refusesWhatIsNoShareOrOutsideOfItsRange() {
    #expect(throws: CriticalityError.self) { try RangedShare(1.1, low: 0, high: 1) }
    #expect(throws: CriticalityError.self) { try RangedShare(0.5, low: 0.6, high: 1) }
    #expect(throws: CriticalityError.self) { try RangedShare(0.5, low: -0.1, high: 1) }
  }
}
