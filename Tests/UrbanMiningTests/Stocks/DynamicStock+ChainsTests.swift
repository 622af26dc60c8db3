import LinearAlgebra
import Testing
import UrbanMining

/// `DynamicStock+Chains.swift`: what waits before it is collected, and what is used again.
struct DynamicStockChainsTests {
  private let drives: StockModelsReference.Drives
  private let time = TimeAxis(years: 2010...2021)

  init() throws { drives = try StockModelsReference.read().drives }

  private func first(_ chain: StockModelsReference.Drives.Chain) throws -> DynamicStock {
    try .inflowDriven(
      inflow: drives.inflow, survival: Survival(Lifetime(chain.lifetime), over: time))
  }

  @Test func hibernatingStockAgreesWithDenseMatrices() throws {
    for known in drives.hibernating {
      let waiting = try first(known).hibernating(Survival(Lifetime(known.then), over: time))
      expectClose(waiting.amounts(ofLane: 0), known.stock, relative: 1e-12)
      expectClose(
        waiting.outflow(ofLane: 0), try #require(known.outflow), relative: 1e-12, absolute: 1e-13)
      #expect(waiting.balance.holds)
    }
  }

  /// The closed loop within a period is the sum of a long series of further lives.
  @Test func reuseIsTheSumOfAllGenerations() throws {
    for known in drives.reused {
      let again = try first(known).reused(
        share: try #require(known.share), Survival(Lifetime(known.then), over: time))
      expectClose(
        again.inflow(ofLane: 0), try #require(known.inflow), relative: 1e-12, absolute: 1e-14)
      expectClose(again.amounts(ofLane: 0), known.stock, relative: 1e-12, absolute: 1e-14)
      #expect(again.balance.holds)
    }
  }

  /// With a further life of no length the loop closes at once: share/(1 − share) of what leaves.
  @Test func aFurtherLifeOfNoLengthIsAGeometricSeries() throws {
    let stock = try DynamicStock.inflowDriven(
      inflow: [8, 8, 8],
      survival: Survival(.fixed(years: 1), over: TimeAxis(years: 2000...2002), timing: .start))
    let again = try stock.reused(
      share: [0.5, 0.75, 0], Survival(.fixed(years: 0), over: TimeAxis(years: 2000...2002)))
    expectClose(again.inflow(ofLane: 0), [8, 24, 0], relative: 1e-14)
    #expect(again.amounts(ofLane: 0) == [0, 0, 0])
  }

  /// By hand: 6 wait from before for two years in all, what leaves the use waits two years too.
  @Test func somethingMayWaitFromBefore() throws {
    let years = TimeAxis(years: 2000...2003)
    let use = try DynamicStock.inflowDriven(
      inflow: [3, 5, 0, 0], survival: Survival(.fixed(years: 1), over: years, timing: .end))
    let waiting = try use.hibernating(
      Survival(.fixed(years: 2), over: years, timing: .end),
      initial: [.cohorts([.init(from: 1999, to: 2000, amount: 6)])])
    #expect(use.outflow(ofLane: 0) == [0, 3, 5, 0])
    #expect(waiting.amounts(ofLane: 0) == [6, 3, 8, 5])
    #expect(waiting.outflow(ofLane: 0) == [0, 6, 0, 3])
    #expect(waiting.balance.holds)
  }

  /// By hand: half of what leaves is used again for a year; 8 are in a further life from before.
  @Test func aFurtherLifeMayHaveBegunBefore() throws {
    let years = TimeAxis(years: 2000...2002)
    let use = try DynamicStock.inflowDriven(
      inflow: [0, 4, 0], survival: Survival(.fixed(years: 1), over: years, timing: .end))
    let again = try use.reused(
      share: [0.5, 0.5, 0.5], Survival(.fixed(years: 1), over: years, timing: .end),
      initial: [.cohorts([.init(from: 1999, to: 2000, amount: 8)])])
    // 8 leave in 2000, and 4 of them are used again; 4 leave in 2001, and 2; 2 and 4 in 2002, and 3.
    #expect(again.inflow(ofLane: 0) == [4, 2, 3])
    #expect(again.amounts(ofLane: 0) == [4, 2, 3])
    #expect(again.outflow(ofLane: 0) == [8, 4, 2])
    #expect(again.balance.holds)
  }

  @Test func lanesAreUsedAgainOneByOne() throws {
    let survival = Survival(try .weibull(shape: 2, scale: 3), over: time)
    let series = [drives.inflow, drives.inflow.map { 100 / $0 }]
    let share = [Double](repeating: 0.4, count: 12)
    let both = try DynamicStock.inflowDriven(lanes: series, survival: survival)
      .reused(share: share, survival)
    for lane in 0..<2 {
      let one = try DynamicStock.inflowDriven(inflow: series[lane], survival: survival)
        .reused(share: share, survival)
      expectClose(both.inflow(ofLane: lane), one.inflow(ofLane: 0), relative: 1e-14)
    }
  }

  @Test func refusesSharesOutsideOfTheirRange() throws {
    let survival = Survival(try .exponential(mean: 3), over: TimeAxis(years: 2000...2001))
    let stock = try DynamicStock.inflowDriven(inflow: [1, 1], survival: survival)
    for bad in [1, -0.1, 1.2, Double.nan] {
      #expect(
        throws: StockError.shares(
          "the share used again in 2001 is \(bad): it is from 0 to below 1")
      ) { try stock.reused(share: [0.5, bad], survival) }
    }
    #expect(throws: StockError.length(what: "share used again", count: 1, periods: 2)) {
      try stock.reused(share: [0.5], survival)
    }
  }

  @Test func refusesAFollowerOverOtherPeriods() throws {
    let survival = Survival(try .exponential(mean: 3), over: TimeAxis(years: 2000...2001))
    let stock = try DynamicStock.inflowDriven(inflow: [1, 1], survival: survival)
    let shifted = Survival(try .exponential(mean: 3), over: TimeAxis(years: 2001...2002))
    let fault = StockError.periods(expected: "2000–2001", given: "2001–2002")
    #expect(throws: fault) { try stock.hibernating(shifted) }
    #expect(throws: fault) { try stock.reused(share: [0.1, 0.1], shifted) }
    let two = try Survival(
      .byLane([.fixed(years: 3), .fixed(years: 4)]), over: TimeAxis(years: 2000...2001))
    #expect(throws: StockError.lanes(what: "inflow", count: 1, expected: 2)) {
      try stock.reused(share: [0.1, 0.1], two)
    }
  }
}
