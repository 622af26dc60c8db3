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

  @Test func balanceNamesTheWorstLane() throws {
    let balance = try stock().balance
    #expect(balance.holds)
    #expect(balance.worstProcess.hasPrefix("lane "))
  }
}
