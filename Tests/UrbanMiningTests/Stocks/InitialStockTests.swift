import LinearAlgebra
import Testing
import UrbanMining

struct InitialStockTests {
  // MARK: - ODYM

  /// ODYM's stock-driven model with an initial stock: inflow before the start is calculated back, what
  /// follows it is built on what is left.
  @Test func agreesWithTheLiteralsOfODYM() throws {
    for odym in try OdymReference.read().initialStock {
      let history = odym.cohorts.count
      let stock = try DynamicStock.stockDriven(
        stock: odym.stock,
        survival: .odym(Lifetime(odym.lifetime), years: odym.stock.count, from: history),
        initial: .cohorts(yearlyCohorts(odym.cohorts)),
        negativeInflow: OdymReference.policy(odym.policy))
      let earlier = stock.initialCohorts(lane: 0)
      expectClose(
        earlier.map(\.inflow) + stock.inflow(ofLane: 0), odym.inflow, relative: odym.tolerance,
        absolute: odym.tolerance, odym.name)
      #expect(stock.balance.holds)
      let later = stock.stockByCohort(lane: 0)
      for t in odym.stock.indices {
        guard let theirs = odym.cohortStock?[history + t] else { continue }
        expectClose(
          earlier.map { $0.left[t] } + (0...t).map { later[t, $0] }, theirs, relative: 0,
          absolute: odym.tolerance, "\(odym.name) cohorts of \(t)")
      }
    }
  }

  /// The outflow of every cohort, those of the initial stock from their own first year on.
  @Test func theInflowBeforeTheStartExplainsTheCohorts() throws {
    for odym in try OdymReference.read().initialStock {
      guard let stocks = odym.cohortStock, let outflows = odym.cohortOutflow else { continue }
      let whole = try DynamicStock.inflowDriven(
        inflow: odym.inflow, survival: .odym(Lifetime(odym.lifetime), years: odym.inflow.count))
      let (left, leaving) = (whole.stockByCohort(lane: 0), whole.outflowByCohort(lane: 0))
      for t in stocks.indices {
        expectClose(
          (0...t).map { left[t, $0] }, stocks[t], relative: 0, absolute: odym.tolerance)
        expectClose(
          (0...t).map { leaving[t, $0] }, outflows[t], relative: 0, absolute: odym.tolerance)
      }
    }
  }

  @Test func calculatesTheInflowBackFromCohorts() throws {
    for odym in try OdymReference.read().inflowFromCohorts {
      let count = odym.cohortStock.count
      let stock = try DynamicStock.inflowDriven(
        inflow: [0], survival: .odym(Lifetime(odym.lifetime), years: 1, from: count),
        initial: .cohorts(yearlyCohorts(odym.cohortStock)))
      // Where nothing can be left ODYM says 0, and we leave the cohort out.
      var inflow = [Double](repeating: 0, count: count)
      for cohort in stock.initialCohorts(lane: 0) { inflow[Int(cohort.from)] = cohort.inflow }
      expectClose(
        inflow, odym.inflow, relative: odym.tolerance, absolute: odym.tolerance, odym.name)
      #expect(stock.initialAmount(lane: 0) == odym.cohortStock.reduce(0, +))
    }
  }

  // MARK: - Other references

  @Test func agesOnUnevenPeriodsLikeSingleUnits() throws {
    let initial = try StockModelsReference.read().initial
    let time = try TimeAxis(bounds: initial.bounds)
    for known in initial.cases {
      let stock = try DynamicStock.inflowDriven(
        inflow: initial.inflow,
        survival: Survival(
          Lifetime(known.lifetime), over: time, timing: try #require(InflowTiming(known.timing))),
        initial: .cohorts(
          initial.cohorts.map { .init(from: $0.from, to: $0.to, amount: $0.amount) }))
      let what = "\(known.lifetime) \(known.timing)"
      let left = time.labels.indices.map { t in
        stock.initialCohorts(lane: 0).reduce(0) { $0 + $1.left[t] }
      }
      expectClose(left, known.left, relative: 1e-12, what)
      expectClose(stock.amounts(ofLane: 0), known.stock, relative: 1e-12, what)
      expectClose(stock.outflow(ofLane: 0), known.outflow, relative: 1e-12, what)
      #expect(stock.balance.holds)
    }
  }

  /// A total with a stationary past under the inflow that holds it stays as it is.
  @Test(arguments: [0, 0.03, -0.02])
  func aSteadyPastGoesOnSteadily(_ growth: Double) throws {
    let survival = Survival(
      try .weibull(shape: 2.2, scale: 12), over: TimeAxis(years: 2000...2039))
    let target = (0..<40).map { 100 * power(1 + growth, Double($0 + 1)) }
    let stock = try DynamicStock.stockDriven(
      stock: target, survival: survival, initial: .total(100, growth: growth))
    // Stock, inflow and outflow all grow at that rate; the past is cut off at 1e-16 of the stock.
    let inflow = stock.inflow(ofLane: 0)
    for (before, after) in zip(inflow, inflow.dropFirst()) {
      expectClose(after / before, 1 + growth, relative: 1e-11)
    }
    expectClose(stock.initialAmount(lane: 0), 100, relative: 1e-14)
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { product, _ in product * base }
  }

  /// An earlier inflow as an initial stock is the same as a longer calculation.
  @Test func whatWasBuiltUpBeforeIsALongerRun() throws {
    let bounds = [1990, 1991, 1993, 1998.5, 2000, 2004, 2005, 2011]
    let inflow = [4.0, 9, 30, 8, 17, 3, 25]
    for timing in [InflowTiming.start, .middle, .end, .uniform(points: 5)] {
      let lifetime = try Lifetime.gamma(shape: 3.5, scale: 3)
      let long = try DynamicStock.inflowDriven(
        inflow: inflow,
        survival: Survival(lifetime, over: TimeAxis(bounds: bounds), timing: timing))
      let short = try DynamicStock.inflowDriven(
        inflow: Array(inflow[4...]),
        survival: Survival(
          lifetime, over: TimeAxis(bounds: Array(bounds[4...])), timing: timing),
        initial: .builtUp(inflow: Array(inflow[..<4]), bounds: Array(bounds[...4])))
      expectClose(short.initialAmount(lane: 0), long.stock[3, 0], relative: 1e-14)
      expectClose(
        short.amounts(ofLane: 0), Array(long.amounts(ofLane: 0)[4...]), relative: 1e-13)
      expectClose(
        short.outflow(ofLane: 0), Array(long.outflow(ofLane: 0)[4...]), relative: 1e-12)
      expectClose(
        short.meanAge(lane: 0), Array(long.meanAge(lane: 0)[4...]), relative: 1e-12)
      expectClose(
        short.meanAgeOfOutflow(lane: 0), Array(long.meanAgeOfOutflow(lane: 0)[4...]),
        relative: 1e-11)
      expectClose(
        short.futureYield(lane: 0, periods: 4), long.futureYield(lane: 0, periods: 4),
        relative: 1e-12)
    }
  }

  /// In months too: the past is cut into months before a start that is no round number.
  @Test func aPastOfMonthsEndsAtTheStart() throws {
    let time = try TimeAxis(bounds: (1...25).map { 2000 + Double($0) / 12 })
    let survival = Survival(try .exponential(mean: 2), over: time)
    let stock = try DynamicStock.inflowDriven(
      inflow: [Double](repeating: 0, count: 24), survival: survival,
      initial: .total(60, growth: 0))
    // 60 · exp(−2/2) after two years.
    expectClose(stock.stock[23, 0], 22.072766470286542, relative: 1e-12)
  }

  // MARK: - Lanes and limits

  @Test func oneInitialStockServesAllLanesAndAnOtherEach() throws {
    let time = TimeAxis(years: 2000...2004)
    let lifetimes = try [Lifetime.exponential(mean: 4), .exponential(mean: 9)]
    let zero = [[Double]](repeating: [0, 0, 0, 0, 0], count: 2)
    let shared = try DynamicStock.inflowDriven(
      lanes: zero, survival: Survival(.byLane(lifetimes), over: time),
      initial: [.total(10, growth: 0)])
    let own = try DynamicStock.inflowDriven(
      lanes: zero, survival: Survival(lifetimes[0], over: time),
      initial: [.total(10, growth: 0), .total(30, growth: 0)])
    for t in 0..<5 {
      // 10 · exp(−(t + 1)/mean)
      let years = Double(t + 1)
      expectClose(shared.stock[t, 0], 10 * lifetimes[0].survival(atAge: years), relative: 1e-13)
      expectClose(shared.stock[t, 1], 10 * lifetimes[1].survival(atAge: years), relative: 1e-13)
      expectClose(own.stock[t, 1], 3 * own.stock[t, 0], relative: 1e-14)
    }
  }

  @Test func anInitialStockOfNothingNeedsNoPast() throws {
    let survival = Survival(try .fixed(years: 0.25), over: TimeAxis(years: 2000...2001))
    let stock = try DynamicStock.inflowDriven(
      inflow: [3, 4], survival: survival, initial: .total(0, growth: 0))
    #expect(stock.initialAmount(lane: 0) == 0)
    #expect(stock.initialCohorts(lane: 0).isEmpty)
  }
}
