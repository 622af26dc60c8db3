import LinearAlgebra
import Testing
import UrbanMining

/// `DynamicStock+Cohorts.swift`: tables by cohort and the mass balance.
struct DynamicStockCohortCasesTests {
  /// By hand: fixed(2) with inflow at the end of a year.
  @Test func cohortsOfAFixedLifeByHand() throws {
    let stock = try DynamicStock.inflowDriven(
      inflow: [5, 7, 9, 11],
      survival: Survival(.fixed(years: 2), over: TimeAxis(years: 2000...2003), timing: .end))
    #expect(
      stock.cohortRows(ofLane: 0) == [[5, 0, 0, 0], [5, 7, 0, 0], [0, 7, 9, 0], [0, 0, 9, 11]])
    #expect(
      stock.outflowByCohort(lane: 0).values
        == [0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 7, 0, 0])
    #expect(stock.inflow(ofLane: 0) == [5, 7, 9, 11])
    #expect(stock.amounts(ofLane: 0) == [5, 12, 16, 20])
    #expect(stock.outflow(ofLane: 0) == [0, 0, 5, 7])
  }

  @Test func aRetiredCohortStaysRetired() throws {
    let stock = try DynamicStock.stockDriven(
      stock: [10, 5, 8],
      survival: Survival(.fixed(years: 9), over: TimeAxis(years: 2000...2002), timing: .end),
      initial: .cohorts([.init(from: 1999, to: 2000, amount: 2)]), negativeInflow: .retire)
    #expect(stock.cohortRows(ofLane: 0) == [[8, 0, 0], [4, 0, 0], [4, 0, 3]])
    let earlier = stock.initialCohorts(lane: 0)[0]
    #expect(earlier.left == [2, 1, 1])
    #expect(earlier.inflow == 2)
  }

  @Test func theBalanceNamesTheLane() throws {
    let survival = Survival(try .gamma(shape: 3, scale: 2), over: TimeAxis(years: 2000...2009))
    let stock = try DynamicStock.inflowDriven(
      lanes: (1...3).map { lane in (0..<10).map { 0.1 * Double($0 * lane + 1) } },
      survival: survival, initial: [.total(1e6, growth: 0.01)])
    #expect(stock.balance.holds)
    #expect(stock.balance.worstProcess.hasPrefix("lane "))
    #expect(stock.balance.maxResidual <= stock.balance.tolerance)
    // 100 ε of the largest flow and 4 ε of the largest stock.
    #expect(stock.balance.tolerance < 1e6 * 104 * .ulpOfOne)
  }

  @Test func withoutAnInitialStockThereAreNoEarlierCohorts() throws {
    let stock = try DynamicStock.inflowDriven(
      inflow: [5], survival: Survival(.fixed(years: 2), over: TimeAxis(years: 2000...2000)))
    #expect(stock.initialCohorts(lane: 0).isEmpty)
    #expect(stock.initialAmount(lane: 0) == 0)
  }
}
