import LinearAlgebra
import Testing
import UrbanMining

struct DynamicStockTests {
  /// Stock and mean age are sums of positive numbers; outflow is their small difference, so its error
  /// is some ε of the stock.
  @Test func inflowDrivenAgreesWithMpmath() throws {
    let reference = try StockReference.read()
    for entry in reference.inflowDriven {
      let given = try #require(reference.inflows[entry.inflow])
      let survival = try Survival(entry.lifetime, entry.timing, over: given.time)
      let result = try DynamicStock.inflowDriven(inflow: given.values, survival: survival)
      let largest = entry.stock.max() ?? 0
      let place = "\(entry.lifetime) \(entry.timing) \(entry.inflow)"
      expectClose(result.amounts(ofLane: 0), entry.stock, relative: 1e-12, "stock \(place)")
      expectClose(
        result.outflow(ofLane: 0), entry.outflow, relative: 1e-12,
        absolute: 16 * largest * .ulpOfOne, "outflow \(place)")
      expectClose(result.meanAge(lane: 0), entry.meanAge, relative: 1e-12, "mean age \(place)")
      #expect(result.balance.holds)
    }
  }

  /// The hand-made week-3 case: copper-like growth of 3 % for 41 years.
  @Test func growthOfThreePercentGivesTheKnownStock() throws {
    let given = try #require(try StockReference.read().inflows["growth"])
    let survival = try Survival("weibull(shape: 3, mean: 25)", "middle", over: given.time)
    let result = try DynamicStock.inflowDriven(inflow: given.values, survival: survival)
    expectClose(result.stock[40, 0], 5642.97, relative: 0, absolute: 0.005)
    expectClose(result.outflow[40, 0], 157.142, relative: 0, absolute: 0.0005)
  }

  /// The solution by substitution spreads the rounding of the stock over all later inflows.
  @Test func stockDrivenAgreesWithMpmath() throws {
    let reference = try StockReference.read()
    for entry in reference.stockDriven {
      let given = try #require(reference.stocks[entry.stock])
      let survival = try Survival(entry.lifetime, entry.timing, over: given.time)
      let rounding = 64 * (given.values.max() ?? 0) * .ulpOfOne
      let place = "\(entry.lifetime) \(entry.timing) \(entry.stock)"
      let kept = try DynamicStock.stockDriven(stock: given.values, survival: survival)
      expectClose(
        kept.inflow(ofLane: 0), entry.inflow, relative: 1e-12, absolute: rounding, place)
      expectClose(
        kept.outflow(ofLane: 0), entry.outflow, relative: 1e-12, absolute: rounding, place)
      #expect(kept.amounts(ofLane: 0) == given.values)
      #expect(kept.balance.holds)
      #expect(
        kept.negativeInflowPeriods(lane: 0)
          == entry.inflow.indices.filter { entry.inflow[$0] < 0 })
      guard let expected = entry.clip else { continue }
      let clipped = try DynamicStock.stockDriven(
        stock: given.values, survival: survival, negativeInflow: .clip)
      expectClose(
        clipped.inflow(ofLane: 0), expected.inflow, relative: 1e-12, absolute: rounding, place)
      expectClose(clipped.amounts(ofLane: 0), expected.stock, relative: 1e-12, place)
      expectClose(
        clipped.outflow(ofLane: 0), expected.outflow, relative: 1e-12, absolute: rounding, place)
      #expect(clipped.balance.holds)
      #expect(clipped.inflow(ofLane: 0).allSatisfy { $0 >= 0 })
      #expect(clipped.target == Matrix(column: given.values))
    }
  }

  @Test func inflowDrivenAgreesWithODYM() throws {
    for entry in try ODYMReference.read().inflowDriven {
      let time = TimeAxis(years: 1...entry.inflow.count)
      let survival = try Survival(entry.lifetime, "end", over: time)
      let result = try DynamicStock.inflowDriven(inflow: entry.inflow, survival: survival)
      let tolerance = entry.tolerance
      if let stock = entry.stock {
        expectClose(
          result.amounts(ofLane: 0), stock, relative: tolerance, absolute: tolerance, entry.name)
      }
      if let outflow = entry.outflow {
        expectClose(
          result.outflow(ofLane: 0), outflow, relative: tolerance, absolute: tolerance, entry.name)
      }
      for (t, row) in (entry.cohortStock ?? []).enumerated() {
        let ours = result.cohortRows(ofLane: 0)[t].prefix(t + 1)
        expectClose(
          Array(ours), Array(row.prefix(t + 1)), relative: tolerance, absolute: tolerance,
          entry.name)
      }
    }
  }

  /// ODYM's other policy, which shrinks standing cohorts, is not ours.
  @Test func stockDrivenAgreesWithODYM() throws {
    for entry in try ODYMReference.read().stockDriven where entry.policy == "keep" {
      let time = TimeAxis(years: 1...entry.stock.count)
      let survival = try Survival(entry.lifetime, "end", over: time)
      let result = try DynamicStock.stockDriven(stock: entry.stock, survival: survival)
      let tolerance = entry.tolerance
      expectClose(
        result.inflow(ofLane: 0), entry.inflow, relative: tolerance, absolute: tolerance,
        entry.name)
      if let outflow = entry.outflow {
        expectClose(
          result.outflow(ofLane: 0), outflow, relative: tolerance, absolute: tolerance, entry.name)
      }
    }
  }

  @Test func fixedLifetimeGivesWholeNumbers() throws {
    let survival = try Survival("fixed(years: 5)", "end", over: TimeAxis(years: 1...10))
    let inflow = (1...10).map(Double.init)
    let result = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
    #expect(result.amounts(ofLane: 0) == [1, 3, 6, 10, 15, 20, 25, 30, 35, 40])
    #expect(result.outflow(ofLane: 0) == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5])
    #expect(result.target == nil)
    #expect(result.negativeInflow == nil)
    #expect(result.negativeInflowPeriods(lane: 0) == [])
  }

  /// What leaves in a year is the share p of what stood at its start.
  @Test func geometricLifetimeLosesTheSameShareEachYear() throws {
    let survival = try Survival("geometric(p: 0.07)", "end", over: TimeAxis(years: 1...60))
    let inflow = (1...60).map { 3 + Double($0 % 7) }
    let result = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
    for t in 1..<60 {
      expectClose(result.outflow[t, 0], 0.07 * result.stock[t - 1, 0], relative: 1e-12)
    }
  }

  @Test func unevenPeriodsAgreeWithMpmath() throws {
    let uneven = try StockReference.read().uneven
    let time = try TimeAxis(bounds: uneven.bounds)
    for entry in uneven.cases {
      let place = "\(entry.lifetime) \(entry.timing)"
      let survival = try Survival(entry.lifetime, entry.timing, over: time)
      let driven = try DynamicStock.inflowDriven(inflow: uneven.inflow, survival: survival)
      expectClose(driven.amounts(ofLane: 0), entry.stock, relative: 1e-12, place)
      expectClose(
        driven.outflow(ofLane: 0), entry.outflow, relative: 1e-12, absolute: 1e-12, place)
      for (row, expected) in zip(driven.cohortRows(ofLane: 0), entry.cohorts) {
        expectClose(Array(row.prefix(expected.count)), expected, relative: 1e-12, place)
      }
      if let ages = entry.meanAge {
        expectClose(driven.meanAge(lane: 0), ages, relative: 1e-12, place)
      }
      let back = try DynamicStock.stockDriven(stock: uneven.stock, survival: survival)
      expectClose(
        back.inflow(ofLane: 0), entry.stockDriven.inflow, relative: 1e-12, absolute: 1e-11, place)
      expectClose(
        back.outflow(ofLane: 0), entry.stockDriven.outflow, relative: 1e-12, absolute: 1e-11, place)
    }
  }
}
