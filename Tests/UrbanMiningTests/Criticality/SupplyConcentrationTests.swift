import Testing
import UrbanMining

@Suite struct SupplyConcentrationTests {
  /// The course's variant: 3600 + 225 + 100 + 64 + 49.
  @Test func givesTheNumberOfTheCourse() throws {
    let supply = try SupplyConcentration(shares: [0.60, 0.15, 0.10, 0.08, 0.07])
    expectClose(supply.lowest, 4038, relative: 1e-12)
    expectClose(supply.highest, 4038, relative: 1e-12)
    #expect(supply.rest == 0)
  }

  @Test func isTenThousandForOneAndLessTheMoreThereAre() throws {
    #expect(try SupplyConcentration(shares: [1]).index == 10_000)
    expectClose(try SupplyConcentration(shares: [0.25, 0.25, 0.25, 0.25]).index, 2500)
  }

  /// Listed 50 and 20 of 100: the rest of 30 is one of 20 and one of 10 at most, or many small ones.
  @Test func boundsWhatIsNotListed() throws {
    let supply = try SupplyConcentration(amounts: [20, 50, 0], total: 100)
    #expect(supply.shares == [0.5, 0.2])
    expectClose(supply.lowest, 2500 + 400, relative: 1e-12)
    expectClose(supply.highest, 2500 + 400 + 400 + 100, relative: 1e-12)
    expectClose(supply.index, 3150, relative: 1e-12)
  }

  @Test func takesWhatRoundingAddsAndNoMore() throws {
    expectClose(try SupplyConcentration(amounts: [60, 41], total: 100).rest, 0, absolute: 1e-12)
    #expect(throws: CriticalityError.listedExceedTotal(listed: 130, total: 100)) {
      try SupplyConcentration(amounts: [90, 40], total: 100)
    }
  }

  @Test func refusesWhatIsNoSupply() {
    #expect(throws: CriticalityError.sharesDoNotSumToOne(0.9)) {
      try SupplyConcentration(shares: [0.5, 0.4])
    }
    #expect(throws: CriticalityError.self) { try SupplyConcentration(shares: [1.2, -0.2]) }
    #expect(throws: CriticalityError.negativeAmount(-1)) {
      try SupplyConcentration(amounts: [2, -1], total: 1)
    }
    #expect(throws: CriticalityError.nothingListed) {
      try SupplyConcentration(amounts: [0], total: 1)
    }
  }
}
