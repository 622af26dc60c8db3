import LinearAlgebra
import Testing
import UrbanMining

struct DynamicStockCohortsTests {
  private func stock() throws -> DynamicStock {
    let survival = try Survival("fixed(years: 2)", "end", over: TimeAxis(years: 2000...2003))
    return try DynamicStock.inflowDriven(lanes: [[1, 2, 3, 4], [4, 0, 2, 0]], survival: survival)
  }

  @Test func cohortsStandInColumns() throws {
    #expect(
      try stock().cohortRows(ofLane: 0) == [
        [1, 0, 0, 0], [1, 2, 0, 0], [0, 2, 3, 0], [0, 0, 3, 4],
      ])
    #expect(try stock().stockByCohort(lane: 1).column(0) == [4, 4, 0, 0])
  }

  @Test func seriesOfALaneAreItsColumns() throws {
    let stock = try stock()
    #expect(stock.inflow(ofLane: 1) == [4, 0, 2, 0])
    #expect(stock.amounts(ofLane: 1) == [4, 4, 2, 2])
    #expect(stock.outflow(ofLane: 1) == [0, 0, 4, 0])
  }

  /// With `end`, a cohort is t − c years old: (1 · 1 + 2 · 0) / 3, then (2 · 1 + 3 · 0) / 5, …
  @Test func meanAgeWeighsCohorts() throws {
    expectClose(try stock().meanAge(lane: 0), [0, 1.0 / 3, 2.0 / 5, 3.0 / 7])
    expectClose(try stock().meanAge(lane: 1), [0, 1, 0, 1])
  }

  @Test func meanAgeOfAnEmptyStockIsNothing() throws {
    let survival = try Survival("fixed(years: 1)", "end", over: TimeAxis(years: 2000...2002))
    let stock = try DynamicStock.inflowDriven(inflow: [0, 1, 0], survival: survival)
    #expect(stock.meanAge(lane: 0) == [nil, 0, nil])
  }

  /// The mean age of a stationary stock of exponential lifetimes tends to their mean.
  @Test func stationaryMeanAgeIsKnown() throws {
    let survival = try Survival(
      "exponential(mean: 6)", "uniform(10)", over: TimeAxis(years: 1800...2000))
    let ones = [Double](repeating: 1, count: 201)
    let stock = try DynamicStock.inflowDriven(inflow: ones, survival: survival)
    expectClose(stock.meanAge(lane: 0)[200] ?? .nan, 6, relative: 1e-12)
  }

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

  @Test func tablesComeOneLaneAfterTheOther() throws {
    let time = try TimeAxis(bounds: [2000, 2001, 2003, 2004, 2004.5])
    let lifetimes = [try Lifetime.weibull(shape: 2, mean: 3), try .fixed(years: 2)]
    for law in [LifetimeLaw.byLane(lifetimes), .shared(lifetimes[0])] {
      let stock = try DynamicStock.inflowDriven(
        lanes: [[1, 2, 3, 4], [4, 0, 2, 0]], survival: Survival(law, over: time))
      var seen: [Int] = []
      stock.forEachCohortTable { lane, left, leaving in
        seen.append(lane)
        #expect(left == stock.stockByCohort(lane: lane))
        #expect(leaving == stock.outflowByCohort(lane: lane))
      }
      #expect(seen == [0, 1])
      stock.forEachCohortTable(lanes: 1..<2) { lane, _, _ in seen.append(lane) }
      #expect(seen == [0, 1, 1])
    }
  }

  @Test func anErrorOfTheReaderEndsTheTables() throws {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try stock().forEachCohortTable { _, _, _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
