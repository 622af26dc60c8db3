import LinearAlgebra
import Testing
import UrbanMining

/// `DynamicStock+Stock.swift`: inflows from stock, net addition, or inflow first and stock later.
struct DynamicStockStockTests {
  private let initial: StockModelsReference.Initial
  private let time: TimeAxis
  private let cohorts: InitialStock

  init() throws {
    initial = try StockModelsReference.read().initial
    time = try TimeAxis(bounds: initial.bounds)
    cohorts = .cohorts(
      initial.cohorts.map { .init(from: $0.from, to: $0.to, amount: $0.amount) })
  }

  private func survival(_ known: StockModelsReference.Initial.Case) throws -> Survival {
    Survival(
      try Lifetime(known.lifetime), over: time, timing: try #require(InflowTiming(known.timing)))
  }

  @Test func agreesWithTheLiteralsOfODYM() throws {
    for odym in try OdymReference.read().stockDriven {
      let policy = OdymReference.policy(odym.policy)
      let stock = try DynamicStock.stockDriven(
        stock: odym.stock, survival: .odym(Lifetime(odym.lifetime), years: odym.stock.count),
        negativeInflow: policy)
      func expect(_ ours: [Double], _ theirs: [Double]?, _ what: String) {
        guard let theirs else { return }
        expectClose(
          ours, theirs, relative: odym.tolerance, absolute: odym.tolerance, "\(odym.name) \(what)")
      }
      let amounts = stock.amounts(ofLane: 0)
      expect(stock.inflow(ofLane: 0), odym.inflow, "inflow")
      expect(stock.outflow(ofLane: 0), odym.outflow, "outflow")
      expect(zip(amounts, [0] + amounts).map { $0 - $1 }, odym.stockChange, "change")
      #expect(stock.balance.holds)
    }
  }

  /// The literals of the normal lifetime hold with the correction switched on as well.
  @Test func aPolicyChangesNothingWhereNoInflowIsNegative() throws {
    for odym in try OdymReference.read().stockDriven where odym.policy == "keep" {
      guard odym.inflow.allSatisfy({ $0 >= 0 }) else { continue }
      for policy in [NegativeInflowPolicy.clip, .retire] {
        let stock = try DynamicStock.stockDriven(
          stock: odym.stock, survival: .odym(Lifetime(odym.lifetime), years: odym.stock.count),
          negativeInflow: policy)
        expectClose(
          stock.inflow(ofLane: 0), odym.inflow, relative: odym.tolerance, absolute: odym.tolerance)
        #expect(stock.negativeInflowPeriods(lane: 0).isEmpty)
      }
    }
  }

  /// Uneven periods, an initial stock and every policy: a dense system and explicit cohorts.
  @Test func agreesWithExplicitCohortsOnUnevenPeriods() throws {
    for known in initial.cases {
      for (name, driven) in known.stockDriven {
        let policy = try #require(NegativeInflowPolicy(rawValue: name))
        let stock = try DynamicStock.stockDriven(
          stock: initial.target, survival: survival(known), initial: cohorts,
          negativeInflow: policy)
        let what = "\(known.lifetime) \(known.timing) \(name)"
        expectClose(
          stock.inflow(ofLane: 0), driven.inflow, relative: 1e-11, absolute: 1e-12, what)
        expectClose(stock.amounts(ofLane: 0), driven.stock, relative: 1e-12, what)
        #expect(stock.balance.holds, "\(what)")
      }
    }
  }

  @Test func historyThenTargetAgreesWithADenseSystem() throws {
    for known in initial.cases {
      let first = Array(initial.inflow.prefix(initial.known))
      let stock = try DynamicStock.inflowThenStock(
        inflow: Matrix(column: first),
        stock: Matrix(column: Array(initial.target.dropFirst(initial.known))),
        survival: survival(known), initial: [cohorts])
      #expect(stock.drive == .inflowThenStock(from: initial.known))
      #expect(Array(stock.inflow(ofLane: 0).prefix(initial.known)) == first)
      expectClose(
        stock.inflow(ofLane: 0), known.inflowThenStock, relative: 1e-11, absolute: 1e-12)
      #expect(stock.balance.holds)
    }
  }

  @Test func netAdditionLeadsToTheSameStock() throws {
    let start = initial.cohorts.reduce(0) { $0 + $1.amount }
    let addition = zip(initial.target, [start] + initial.target).map { $0 - $1 }
    for known in initial.cases {
      let stock = try DynamicStock.netAdditionDriven(
        addition: Matrix(column: addition), survival: survival(known), initial: [cohorts])
      let keep = try #require(known.stockDriven["keep"])
      expectClose(stock.inflow(ofLane: 0), keep.inflow, relative: 1e-11, absolute: 1e-12)
      expectClose(stock.amounts(ofLane: 0), initial.target, relative: 1e-14)
      #expect(stock.drive == .netAddition)
    }
  }

  @Test func historyOfAllPeriodsIsInflowDriven() throws {
    let survival = Survival(try .weibull(shape: 2, scale: 4), over: TimeAxis(years: 2000...2004))
    let inflow = Matrix(column: [3, 4, 5, 6, 7])
    let whole = try DynamicStock.inflowThenStock(
      inflow: inflow, stock: Matrix(rows: 0, columns: 1), survival: survival)
    let plain = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
    expectClose(whole.amounts(ofLane: 0), plain.amounts(ofLane: 0), relative: 1e-14)
    let none = try DynamicStock.inflowThenStock(
      inflow: Matrix(rows: 0, columns: 1), stock: plain.stock, survival: survival)
    expectClose(none.inflow(ofLane: 0), inflow.column(0), relative: 1e-12)
  }

  /// Only the periods whose stock is given need something to be left of their cohort.
  @Test func historyMayLeaveAtOnce() throws {
    let lifetimes = try [Lifetime.fixed(years: 0), .fixed(years: 9), .fixed(years: 9)]
    let survival = try Survival(.byCohort(lifetimes), over: TimeAxis(years: 2000...2002))
    let stock = try DynamicStock.inflowThenStock(
      inflow: Matrix(column: [4]), stock: Matrix(column: [2, 3]), survival: survival)
    #expect(stock.inflow(ofLane: 0) == [4, 2, 1])
    #expect(stock.outflow(ofLane: 0) == [4, 0, 0])
  }

  @Test func namesALifetimeThatLeavesAtOnce() throws {
    let time = TimeAxis(years: 2000...2001)
    let short = try Lifetime.fixed(years: 0.25)
    #expect(throws: StockError.leavesAtOnce(lifetime: short, share: 0, period: "2000")) {
      try DynamicStock.stockDriven(stock: [1, 2], survival: Survival(short, over: time))
    }
    let fading = try Lifetime.exponential(mean: 0.02)
    let error = #expect(throws: StockError.self) {
      try DynamicStock.netAdditionDriven(
        addition: Matrix(column: [1, 2]), survival: Survival(fading, over: time))
    }
    #expect(try #require(error).description.hasPrefix("with exponential(mean: 0.02) the share "))
  }

  @Test func refusesSeriesThatDoNotFit() throws {
    let survival = Survival(try .exponential(mean: 5), over: TimeAxis(years: 2000...2002))
    #expect(throws: StockError.notFinite(what: "stock", period: "2002", lane: 0)) {
      try DynamicStock.stockDriven(stock: [1, 2, .nan], survival: survival)
    }
    #expect(throws: StockError.notFinite(what: "net addition", period: "2000", lane: 0)) {
      try DynamicStock.netAdditionDriven(
        addition: Matrix(column: [.nan, 2, 3]), survival: survival)
    }
    #expect(throws: StockError.length(what: "stock", count: 4, periods: 3)) {
      try DynamicStock.inflowThenStock(
        inflow: Matrix(column: [1, 2]), stock: Matrix(column: [3, 4]), survival: survival)
    }
    #expect(throws: StockError.lanes(what: "stock", count: 2, expected: 1)) {
      try DynamicStock.inflowThenStock(
        inflow: Matrix(column: [1]), stock: Matrix(rows: 2, columns: 2), survival: survival)
    }
    #expect(throws: StockError.lanes(what: "initial stock", count: 3, expected: 2)) {
      try DynamicStock.stockDriven(
        stock: Matrix(rows: 3, columns: 2, repeating: 9), survival: survival,
        initial: [.total(1, growth: 0), .total(1, growth: 0), .total(1, growth: 0)])
    }
  }
}
