import Testing
import UrbanMining

@Suite struct CumulativeDemandTests {
  /// 100, 110, 121 by hand.
  @Test func addsUpYearByYear() throws {
    let demand = try CumulativeDemand(production: 100, growth: 0.1, years: 2026...2028)
    expectClose(demand.amounts, [100, 210, 331], relative: 1e-14)
    #expect(demand.year(reaching: 210) == 2027)
    #expect(demand.year(reaching: 211) == 2028)
    #expect(demand.year(reaching: 332) == nil)
  }

  @Test func reachesAnAmountInTheYearThatTheRangeEnds() throws {
    let demand = try CumulativeDemand(production: 22, growth: 0.025, years: 1...100)
    // 28.30 years by the discrete convention: used up in the 29th.
    #expect(demand.year(reaching: 890) == 29)
  }

  /// Doubling in ten years is 7.1773 % a year.
  @Test func meanGrowthIsThatOfDoubling() throws {
    expectClose(
      try CumulativeDemand.meanGrowth(from: 8, to: 16, over: 10), 0.0717734625362931,
      relative: 1e-14)
    #expect(throws: ScarcityError.self) {
      try CumulativeDemand.meanGrowth(from: 0, to: 1, over: 10)
    }
    #expect(throws: ScarcityError.self) {
      try CumulativeDemand.meanGrowth(from: 1, to: 2, over: 0)
    }
  }

  @Test func refusesImpossibleNumbers() {
    #expect(throws: ScarcityError.self) {
      try CumulativeDemand(production: -1, growth: 0, years: 1...2)
    }
    #expect(throws: ScarcityError.self) {
      try CumulativeDemand(production: 1, growth: -1, years: 1...2)
    }
    #expect(throws: ScarcityError.self) {
      try CumulativeDemand(production: 1, growth: 0, years: 1...20_000)
    }
  }
}
