import LinearAlgebra
import Testing

@testable import UrbanMining

/// Balances, round trips, limits and rejected inputs of ``DynamicStock``.
struct DynamicStockPropertyTests {
  private let lifetimes = [
    "normal(mean: 20, sd: 6)", "weibull(shape: 1.2, scale: 3)", "lognormal(mean: 30, sd: 9)",
    "gamma(mean: 8, sd: 11)", "fixed(years: 4.2)", "geometric(p: 0.2)",
    "mixture(0.3: exponential(mean: 2), 0.7: normal(mean: 20, sd: 6))",
  ]
  private let timings = ["start", "middle", "end", "uniform(6)"]

  private func even() -> TimeAxis { TimeAxis(years: 1950...2009) }

  private func uneven() throws -> TimeAxis {
    try TimeAxis(bounds: [1950, 1951, 1955, 1956.5, 1966, 1967, 1968, 1988, 1990])
  }

  private func randomInflow(_ count: Int, seed: UInt64) -> [Double] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in Double.random(in: 0...100, using: &numbers) }
  }

  @Test func massIsConserved() throws {
    for time in [even(), try uneven()] {
      for (lifetime, timing) in pairs() {
        let survival = try Survival(lifetime, timing, over: time)
        let inflow = randomInflow(time.count, seed: 11)
        let result = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
        let out = result.outflow(ofLane: 0).reduce(0, +)
        expectClose(
          out + result.stock[time.count - 1, 0], inflow.reduce(0, +), relative: 1e-14,
          "\(lifetime) \(timing)")
        #expect(result.balance.holds)
        #expect(result.outflow(ofLane: 0).allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test func cohortsSumToTheStock() throws {
    for time in [even(), try uneven()] {
      for (lifetime, timing) in pairs() {
        let survival = try Survival(lifetime, timing, over: time)
        let result = try DynamicStock.inflowDriven(
          inflow: randomInflow(time.count, seed: 5), survival: survival)
        let cohorts = result.stockByCohort(lane: 0)
        for t in 0..<time.count {
          let sum = (0..<time.count).reduce(0.0) { $0 + cohorts[t, $1] }
          expectClose(sum, result.stock[t, 0], relative: 1e-13, "\(lifetime) \(timing)")
        }
      }
    }
  }

  /// How far rounding is spread depends on how much of a cohort outlives its own period.
  @Test func inflowComesBackFromItsStock() throws {
    for time in [even(), try uneven()] {
      for (lifetime, timing) in pairs() where !lifetime.hasPrefix("fixed") {
        let survival = try Survival(lifetime, timing, over: time)
        let inflow = randomInflow(time.count, seed: 23)
        let stock = try DynamicStock.inflowDriven(inflow: inflow, survival: survival).stock
        guard (0..<time.count).allSatisfy({ survival.share(atEndOf: $0, ofCohort: $0) > 0.2 })
        else { continue }
        let back = try DynamicStock.stockDriven(stock: stock, survival: survival)
        expectClose(
          back.inflow(ofLane: 0), inflow, relative: 1e-11, absolute: 1e-10, "\(lifetime) \(timing)")
      }
    }
  }

  @Test func lanesAreSolvedAsOneByOne() throws {
    for (lifetime, timing) in pairs() {
      let lanes = (0..<9).map { randomInflow(60, seed: UInt64($0)) }
      let survival = try Survival(lifetime, timing, over: even())
      let together = try DynamicStock.inflowDriven(lanes: lanes, survival: survival)
      for (lane, series) in lanes.enumerated() {
        let alone = try DynamicStock.inflowDriven(inflow: series, survival: survival)
        #expect(together.amounts(ofLane: lane) == alone.amounts(ofLane: 0))
        #expect(together.outflow(ofLane: lane) == alone.outflow(ofLane: 0))
        #expect(together.inflow(ofLane: lane) == series)
      }
      guard survival.share(atEndOf: 0, ofCohort: 0) > 0.2 else { continue }
      let back = try DynamicStock.stockDriven(lanes: lanes, survival: survival)
      for (lane, series) in lanes.enumerated() {
        let alone = try DynamicStock.stockDriven(stock: series, survival: survival)
        #expect(back.inflow(ofLane: lane) == alone.inflow(ofLane: 0))
      }
    }
  }

  /// A triangle is solved by BLAS, whose order of sums may depend on the number of lanes.
  @Test func lanesOverUnevenPeriodsAgreeToRounding() throws {
    let time = try uneven()
    let lanes = (0..<9).map { randomInflow(time.count, seed: UInt64(100 + $0)) }
    let survival = try Survival("weibull(shape: 2, scale: 9)", "middle", over: time)
    let together = try DynamicStock.inflowDriven(lanes: lanes, survival: survival)
    for (lane, series) in lanes.enumerated() {
      let alone = try DynamicStock.inflowDriven(inflow: series, survival: survival)
      expectClose(
        together.amounts(ofLane: lane), alone.amounts(ofLane: 0), relative: 1e-15 * 8)
    }
  }

  @Test func onePeriodIsEnough() throws {
    let time = TimeAxis(years: 2020...2020)
    let survival = try Survival("exponential(mean: 2)", "middle", over: time)
    let result = try DynamicStock.inflowDriven(inflow: [10], survival: survival)
    // 10 * math.exp(-0.25)
    expectClose(result.amounts(ofLane: 0), [7.788007830714049])
    expectClose(result.outflow(ofLane: 0), [2.211992169285951])
    expectClose(result.meanAge(lane: 0), [0.5])
    let back = try DynamicStock.stockDriven(stock: [7.788007830714049], survival: survival)
    expectClose(back.inflow(ofLane: 0), [10])
  }

  @Test func nothingInGivesNothing() throws {
    let survival = try Survival("normal(mean: 20, sd: 6)", "middle", over: even())
    let zeros = [Double](repeating: 0, count: 60)
    let result = try DynamicStock.inflowDriven(inflow: zeros, survival: survival)
    #expect(result.amounts(ofLane: 0) == zeros)
    #expect(result.outflow(ofLane: 0) == zeros)
    #expect(result.meanAge(lane: 0).allSatisfy { $0 == nil })
    #expect(result.balance.holds)
    #expect(result.balance.maxResidual == 0)
  }

  @Test func aLifetimeShorterThanAPeriodLeavesInIt() throws {
    let survival = try Survival("fixed(years: 0.3)", "start", over: even())
    let inflow = randomInflow(60, seed: 3)
    let result = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
    #expect(result.amounts(ofLane: 0).allSatisfy { $0 == 0 })
    #expect(result.outflow(ofLane: 0) == inflow)
  }

  @Test func refusesAStockThatNoInflowCanHold() throws {
    let survival = try Survival("fixed(years: 0.3)", "middle", over: TimeAxis(years: 1990...1999))
    let error = try #require(
      throws: StockError.self,
      performing: {
        try DynamicStock.stockDriven(
          stock: [Double](repeating: 1, count: 10), survival: survival)
      })
    #expect(
      error == .leavesAtOnce(lifetime: try .fixed(years: 0.3), share: 0, period: "1990"))
    #expect(error.description.contains("fixed(years: 0.3)"))
    #expect(error.description.contains("1990"))
  }

  @Test func refusesSeriesThatDoNotFit() throws {
    let survival = try Survival("fixed(years: 3)", "middle", over: TimeAxis(years: 1990...1992))
    #expect(throws: StockError.length(what: "inflow", count: 2, periods: 3)) {
      try DynamicStock.inflowDriven(inflow: [1, 2], survival: survival)
    }
    #expect(throws: StockError.length(what: "stock", count: 4, periods: 3)) {
      try DynamicStock.stockDriven(stock: [1, 2, 3, 4], survival: survival)
    }
    #expect(throws: StockError.notFinite(what: "inflow", period: "1991", lane: 1)) {
      try DynamicStock.inflowDriven(lanes: [[1, 2, 3], [1, .nan, 3]], survival: survival)
    }
    #expect(throws: StockError.notFinite(what: "stock", period: "1990", lane: 0)) {
      try DynamicStock.stockDriven(stock: [.infinity, 2, 3], survival: survival)
    }
  }

  @Test func clippingOvershootsOnlyUntilOutflowCatchesUp() throws {
    let survival = try Survival("normal(mean: 5, sd: 1)", "middle", over: TimeAxis(years: 1...8))
    let target: [Double] = [10, 10, 10, 4, 4, 4, 4, 4]
    let result = try DynamicStock.stockDriven(
      stock: target, survival: survival, negativeInflow: .clip)
    let periods = result.negativeInflowPeriods(lane: 0)
    #expect(periods == [3, 4])
    for t in target.indices {
      if periods.contains(t) {
        #expect(result.inflow[t, 0] == 0)
        #expect(result.stock[t, 0] > target[t])
      } else {
        expectClose(result.stock[t, 0], target[t])
      }
    }
    #expect(result.negativeInflow == .clip)
    #expect(result.balance.holds)
  }

  /// An outflow below zero by rounding alone is none; one that the data ask for stays.
  @Test func outflowByBalanceDropsRoundingOnly() {
    #expect(outflowByBalance(inflow: 0, stock: 1 + .ulpOfOne, before: 1) == 0)
    #expect(outflowByBalance(inflow: 0, stock: 1 + 1e-14, before: 1) < -9e-15)
    #expect(outflowByBalance(inflow: -1, stock: 1, before: 2) == 0)
    #expect(outflowByBalance(inflow: 5, stock: 3, before: 0) == 2)
  }

  private func pairs() -> [(String, String)] {
    lifetimes.flatMap { lifetime in timings.map { (lifetime, $0) } }
  }
}
