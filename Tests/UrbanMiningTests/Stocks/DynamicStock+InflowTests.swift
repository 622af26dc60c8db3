import LinearAlgebra
import Testing
import UrbanMining

/// `DynamicStock+Inflow.swift`: stocks from their inflow and from their outflow.
struct DynamicStockInflowTests {
  @Test func agreesWithTheLiteralsOfODYM() throws {
    for odym in try OdymReference.read().inflowDriven {
      let count = odym.inflow.count
      let stock = try DynamicStock.inflowDriven(
        inflow: odym.inflow, survival: .odym(Lifetime(odym.lifetime), years: count))
      func expect(_ ours: [Double], _ theirs: [Double]?, _ what: String) {
        guard let theirs else { return }
        expectClose(
          ours, theirs, relative: odym.tolerance, absolute: odym.tolerance, "\(odym.name) \(what)")
      }
      let amounts = stock.amounts(ofLane: 0)
      expect(amounts, odym.stock, "stock")
      expect(stock.outflow(ofLane: 0), odym.outflow, "outflow")
      expect(zip(amounts, [0] + amounts).map { $0 - $1 }, odym.stockChange, "change")
      let (cohorts, leaving) = (stock.stockByCohort(lane: 0), stock.outflowByCohort(lane: 0))
      for t in 0..<count {
        expect((0...t).map { cohorts[t, $0] }, odym.cohortStock?[t], "cohorts of \(t)")
        expect((0...t).map { leaving[t, $0] }, odym.cohortOutflow?[t], "outflow by cohort of \(t)")
      }
    }
  }

  /// ODYM's border case: what lives for no time is never in stock.
  @Test func nothingStaysOfALifetimeOfZero() throws {
    let inflow = (1...10).map(Double.init)
    let stock = try DynamicStock.inflowDriven(
      inflow: inflow, survival: .odym(.fixed(years: 0), years: 10))
    #expect(stock.amounts(ofLane: 0).allSatisfy { $0 == 0 })
    #expect(stock.outflow(ofLane: 0) == inflow)
    #expect(stock.balance.holds)
    let sharp = try DynamicStock.inflowDriven(
      inflow: inflow, survival: .odym(.normal(mean: 0, standardDeviation: 0), years: 10))
    #expect(sharp.amounts(ofLane: 0).allSatisfy { $0 == 0 })
  }

  /// ODYM treats a mean of 0 as no life at all; the bell curve has half its mass above 0.
  @Test func aBellCurveAroundZeroKeepsItsUpperHalf() throws {
    let survival = try Survival.odym(.normal(mean: 0, standardDeviation: 1.5), years: 2)
    #expect(survival.share(atEndOf: 0, ofCohort: 0) == 0.5)
    // scipy.stats.norm.sf(1, 0, 1.5)
    expectClose(survival.share(atEndOf: 1, ofCohort: 0), 0.2524925375469229)
  }

  /// Ages of months as exact fractions: a unit that lives a year leaves after twelve of them.
  @Test func monthsAgreeWithExactAges() throws {
    let months = try StockModelsReference.read().months
    for origin in [0.0, 2000, 1987 + 1.0 / 3] {
      let time = try TimeAxis(bounds: (0...36).map { origin + Double($0) / 12 })
      for known in months.cases {
        let lifetime = try Lifetime(known.lifetime)
        // Bounds near 1987⅓ are rounded by 1e-13, and a jump may fall on either side of that.
        guard origin == origin.rounded() || !known.lifetime.hasPrefix("fixed") else { continue }
        let stock = try DynamicStock.inflowDriven(
          inflow: months.inflow,
          survival: Survival(
            lifetime, over: time, timing: try #require(InflowTiming(known.timing))))
        expectClose(
          stock.amounts(ofLane: 0), known.stock, relative: 1e-12,
          "\(known.lifetime) \(known.timing) from \(origin)")
      }
    }
  }

  @Test func constantInflowReachesTheMeanLifetime() throws {
    let lifetime = try Lifetime.normal(mean: 30, standardDeviation: 10)
    let time = TimeAxis(years: 1800...2000)
    let inflow = [Double](repeating: 1, count: 201)
    // By hand: the mean, moved by the timing. What a normal leaves below age 0 and above 200 years is 4e-4 years at most.
    for (timing, years) in [(InflowTiming.start, 29.5), (.middle, 30), (.end, 30.5)] {
      let stock = try DynamicStock.inflowDriven(
        inflow: inflow, survival: Survival(lifetime, over: time, timing: timing))
      expectClose(stock.stock[200, 0], years, relative: 0, absolute: 5e-3, timing.description)
    }
  }

  @Test func geometricLosesTheSameShareEachYear() throws {
    let stock = try DynamicStock.inflowDriven(
      inflow: [8, 3, 0, 5, 1, 7],
      survival: Survival(.geometric(p: 0.2), over: TimeAxis(years: 2000...2005), timing: .end))
    for t in 1..<6 {
      expectClose(stock.outflow[t, 0] / stock.stock[t - 1, 0], 0.2, relative: 1e-14)
    }
  }

  @Test func onePeriodIsEnough() throws {
    let survival = Survival(
      try .exponential(mean: 5), over: TimeAxis(years: 2000...2000), timing: .start)
    let stock = try DynamicStock.inflowDriven(inflow: [10], survival: survival)
    // 10 · exp(−1/5)
    expectClose(stock.stock[0, 0], 8.187307530779819)
    #expect(stock.balance.holds)
  }

  @Test func zeroInflowGivesNothing() throws {
    let survival = Survival(try .exponential(mean: 5), over: TimeAxis(years: 2000...2009))
    let stock = try DynamicStock.inflowDriven(
      inflow: [Double](repeating: 0, count: 10), survival: survival, initial: .total(0, growth: 0))
    #expect(stock.amounts(ofLane: 0).allSatisfy { $0 == 0 })
    #expect(stock.outflow(ofLane: 0).allSatisfy { $0 == 0 })
    #expect(stock.meanAge(lane: 0).allSatisfy { $0 == nil })
    #expect(stock.meanAgeOfOutflow(lane: 0).allSatisfy { $0 == nil })
    #expect(stock.futureYield(lane: 0, periods: 3) == [0, 0, 0])
    #expect(stock.balance.holds)
  }

  @Test func lanesAreTheSameAsOneByOne() throws {
    let time = TimeAxis(years: 2000...2005)
    let lifetimes = try [Lifetime.fixed(years: 2), .weibull(shape: 2, scale: 3)]
    let series = [[4.0, 5, 6, 7, 8, 9], [1, 0, 2, 0, 3, 0]]
    let both = try DynamicStock.inflowDriven(
      lanes: series, survival: Survival(.byLane(lifetimes), over: time))
    for lane in 0..<2 {
      let one = try DynamicStock.inflowDriven(
        inflow: series[lane], survival: Survival(lifetimes[lane], over: time))
      expectClose(both.amounts(ofLane: lane), one.amounts(ofLane: 0), relative: 1e-15)
    }
  }

  // MARK: - Outflow

  @Test func findsTheInflowOfAnOutflow() throws {
    for known in try StockModelsReference.read().drives.outflow {
      let survival = Survival(try Lifetime(known.lifetime), over: TimeAxis(years: 2010...2021))
      let stock = try DynamicStock.outflowDriven(
        outflow: Matrix(column: known.outflow), survival: survival)
      // Nearly exponential lives amplify a rounding some ten times.
      expectClose(stock.inflow(ofLane: 0), known.inflow, relative: 1e-11, known.lifetime)
      expectClose(stock.outflow(ofLane: 0), known.outflow, relative: 1e-12, known.lifetime)
      #expect(stock.drive == .outflow)
      #expect(stock.balance.holds)
    }
  }

  @Test func outflowLeadsBackToTheInflowItCameFrom() throws {
    let inflow = [5.0, 9, 2, 14, 3, 8]
    let time = try TimeAxis(bounds: [2000, 2002, 2003, 2007, 2008, 2010, 2011.5])
    let initial = InitialStock.total(40, growth: 0.02)
    for text in ["exponential(mean: 6)", "weibull(shape: 0.8, scale: 9)"] {
      let survival = Survival(try Lifetime(text), over: time)
      let known = try DynamicStock.inflowDriven(
        inflow: inflow, survival: survival, initial: initial)
      let back = try DynamicStock.outflowDriven(
        outflow: known.outflow, survival: survival, initial: [initial])
      expectClose(back.inflow(ofLane: 0), inflow, relative: 1e-11, text)
      expectClose(back.amounts(ofLane: 0), known.amounts(ofLane: 0), relative: 1e-11, text)
    }
    let yearly = Survival(
      try .geometric(p: 0.3), over: TimeAxis(years: 2000...2005), timing: .start)
    let known = try DynamicStock.inflowDriven(inflow: inflow, survival: yearly)
    let back = try DynamicStock.outflowDriven(outflow: known.outflow, survival: yearly)
    expectClose(back.inflow(ofLane: 0), inflow, relative: 1e-12, "geometric")
  }

  @Test func refusesAnOutflowThatSaysNothingOfTheInflow() throws {
    let time = TimeAxis(years: 2000...2029)
    let outflow = Matrix(rows: 30, columns: 1, repeating: 1)
    #expect(
      throws: StockError.illPosed(
        "with fixed(years: 5) nothing of a cohort leaves in its own period 2000")
    ) {
      try DynamicStock.outflowDriven(
        outflow: outflow, survival: Survival(.fixed(years: 5), over: time))
    }
    let error = #expect(throws: StockError.self) {
      try DynamicStock.outflowDriven(
        outflow: outflow,
        survival: Survival(.normal(mean: 20, standardDeviation: 4), over: time))
    }
    let text = try #require(error).description
    #expect(
      text.hasPrefix("the inflow does not follow from the outflow: with normal(mean: 20, sd: 4)"))
    #expect(text.contains("an error of 1 in the outflow becomes one of"))
  }

  /// The first cohort is short-lived; an error in the second period's outflow is what grows.
  @Test func looksForErrorsInEveryPeriodWhereCohortsDiffer() throws {
    let short = try Lifetime.exponential(mean: 1)
    let long = try Lifetime.normal(mean: 20, standardDeviation: 4)
    let lifetimes = [short] + [Lifetime](repeating: long, count: 9)
    let survival = try Survival(.byCohort(lifetimes), over: TimeAxis(years: 2000...2009))
    #expect(throws: StockError.self) {
      try DynamicStock.outflowDriven(
        outflow: Matrix(rows: 10, columns: 1, repeating: 1), survival: survival)
    }
  }

  // MARK: - Rejected

  @Test func refusesSeriesThatDoNotFit() throws {
    let time = TimeAxis(years: 2000...2002)
    let survival = Survival(try .exponential(mean: 5), over: time)
    #expect(throws: StockError.length(what: "inflow", count: 2, periods: 3)) {
      try DynamicStock.inflowDriven(inflow: [1, 2], survival: survival)
    }
    #expect(throws: StockError.notFinite(what: "inflow", period: "2001", lane: 0)) {
      try DynamicStock.inflowDriven(inflow: [1, .nan, 2], survival: survival)
    }
    #expect(throws: StockError.notFinite(what: "outflow", period: "2002", lane: 1)) {
      try DynamicStock.outflowDriven(
        outflow: Matrix(lanes: [[1, 1, 1], [1, 1, .infinity]]), survival: survival)
    }
    let two = try Survival(.byLane([.fixed(years: 3), .fixed(years: 4)]), over: time)
    #expect(throws: StockError.lanes(what: "inflow", count: 1, expected: 2)) {
      try DynamicStock.inflowDriven(inflow: [1, 2, 3], survival: two)
    }
  }
}
