import LinearAlgebra
import Testing
import UrbanMining

/// `DynamicStock+Ages.swift`: ages of stock and outflow, dissipation and what is still to come.
struct DynamicStockAgesTests {
  private func steady(_ lifetime: Lifetime, years: Int, _ timing: InflowTiming) throws
    -> DynamicStock
  {
    try .inflowDriven(
      inflow: [Double](repeating: 1, count: years),
      survival: Survival(lifetime, over: TimeAxis(years: 2000...1999 + years), timing: timing))
  }

  /// Single units on uneven periods with an initial stock; outflow ages by quadrature of the density.
  @Test func agesAgreeWithSingleUnits() throws {
    let initial = try StockModelsReference.read().initial
    for known in initial.cases {
      let stock = try DynamicStock.inflowDriven(
        inflow: initial.inflow,
        survival: Survival(
          Lifetime(known.lifetime), over: TimeAxis(bounds: initial.bounds),
          timing: try #require(InflowTiming(known.timing))),
        initial: .cohorts(
          initial.cohorts.map { .init(from: $0.from, to: $0.to, amount: $0.amount) }))
      let what = "\(known.lifetime) \(known.timing)"
      expectClose(stock.meanAge(lane: 0), known.meanAge, relative: 1e-12, what)
      // quad gives 1e-12 at best; the age is a difference of moments some ten times its size.
      expectClose(
        stock.meanAgeOfOutflow(lane: 0), known.meanAgeOfOutflow, relative: 1e-10, what)
    }
  }

  @Test(arguments: [InflowTiming.start, .middle, .end, .uniform(points: 6)])
  func whatLeavesASteadyStockIsAsOldAsTheMean(_ timing: InflowTiming) throws {
    for text in ["weibull(shape: 2.5, scale: 9)", "gamma(shape: 4.2, scale: 2)"] {
      let lifetime = try Lifetime(text)
      let age = try steady(lifetime, years: 120, timing).meanAgeOfOutflow(lane: 0)[119]
      expectClose(try #require(age), lifetime.mean, relative: 1e-11, "\(text) \(timing)")
    }
  }

  @Test(arguments: [InflowTiming.start, .middle, .end])
  func whatLivesFiveYearsLeavesAtFive(_ timing: InflowTiming) throws {
    let ages = try steady(.fixed(years: 5), years: 12, timing).meanAgeOfOutflow(lane: 0)
    let first = timing == .start ? 4 : 5
    #expect(ages[..<first].allSatisfy { $0 == nil })
    for age in ages[first...] { expectClose(try #require(age), 5, relative: 1e-13) }
  }

  /// After a step of the inflow the outflow is younger at first, then old again.
  @Test func aStepOfTheInflowMakesTheOutflowYounger() throws {
    let lifetime = try Lifetime.weibull(shape: 1.5, scale: 8)
    let stock = try DynamicStock.inflowDriven(
      inflow: (0..<140).map { $0 < 70 ? 1 : 3 },
      survival: Survival(lifetime, over: TimeAxis(years: 1900...2039)))
    let ages = stock.meanAgeOfOutflow(lane: 0).map { $0 ?? 0 }
    expectClose(ages[69], lifetime.mean, relative: 1e-10)
    #expect(ages[70] < ages[69] && ages[72] < 0.9 * lifetime.mean)
    expectClose(ages[139], lifetime.mean, relative: 1e-10)
  }

  /// What is below the rounding of the stock has no age that could be told.
  @Test func anOutflowBelowRoundingHasNoAge() throws {
    let stock = try steady(.logNormal(mean: 30, standardDeviation: 3), years: 8, .middle)
    #expect(stock.meanAgeOfOutflow(lane: 0).allSatisfy { $0 == nil })
  }

  /// By hand: 12 leave of an age 2 to 3 when half of them is retired at the end of a year.
  @Test func earlyRetirementIsAsOldAsItsCohorts() throws {
    let stock = try DynamicStock.stockDriven(
      stock: [24, 24, 12],
      survival: Survival(.fixed(years: 9), over: TimeAxis(years: 2000...2002)),
      negativeInflow: .retire)
    let ages = stock.meanAgeOfOutflow(lane: 0)
    #expect(ages[0] == nil && ages[1] == nil)
    expectClose(try #require(ages[2]), 2.5, relative: 1e-14)
    expectClose(stock.meanAge(lane: 0), [0.5, 1.5, 2.5], relative: 1e-14)
  }

  // MARK: - Dissipation

  @Test func dissipationAgreesWithQuadrature() throws {
    let reference = try StockModelsReference.read().dissipated
    let time = TimeAxis(years: 2010...2015)
    for known in reference.cases {
      let stock = try DynamicStock.inflowDriven(
        inflow: reference.inflow,
        survival: Survival(
          Lifetime(known.lifetime).dissipating(rate: reference.rate), over: time,
          timing: try #require(InflowTiming(known.timing))))
      let what = "\(known.lifetime) \(known.timing)"
      expectClose(stock.amounts(ofLane: 0), known.stock, relative: 1e-13, what)
      // At the very first end of a period nothing has dissipated: 0 on both sides.
      expectClose(stock.dissipated(lane: 0), known.dissipated, relative: 1e-11, what)
    }
  }

  /// Two constant hazards share the outflow as their rates: analytic.
  @Test func exponentialLossesAreSharedByTheirRates() throws {
    let lifetime = try Lifetime.exponential(mean: 8).dissipating(rate: 0.05)
    let stock = try DynamicStock.inflowDriven(
      inflow: [4, 7, 2, 9, 5],
      survival: Survival(lifetime, over: TimeAxis(bounds: [2000, 2001, 2004, 2004.5, 2010, 2011])),
      initial: .total(30, growth: 0.01))
    let dissipated = stock.dissipated(lane: 0)
    for t in 0..<5 {
      expectClose(dissipated[t], stock.outflow[t, 0] * 0.05 / (0.05 + 1.0 / 8), relative: 1e-11)
    }
  }

  /// Each part of a mixture loses at its own rate, as two stocks side by side do; rates around it add up.
  @Test(arguments: [0, 0.03])
  func partsOfAMixtureDissipateByThemselves(around: Double) throws {
    let time = try TimeAxis(bounds: [2000, 2001, 2002.5, 2004, 2005])
    let zinc = try Lifetime.weibull(shape: 2, scale: 7).dissipating(rate: 0.06)
    let brass = try Lifetime.logNormal(mean: 4, standardDeviation: 2)
    let lifetime = try Lifetime.mixture([(0.75, zinc), (0.25, brass)])
    let inflow: [Double] = [5, 2, 8, 1]
    func dissipated(_ lifetime: Lifetime, share: Double) throws -> [Double] {
      let whole = try lifetime.dissipating(rate: around)
      return try DynamicStock.inflowDriven(
        inflow: inflow.map { share * $0 }, survival: Survival(whole, over: time),
        initial: .cohorts([.init(from: 1999, to: 2000, amount: 0)])
      ).dissipated(lane: 0)
    }
    let parts = zip(
      try dissipated(zinc, share: 0.75), try dissipated(brass, share: 0.25)
    ).map { $0 + $1 }
    let both = try dissipated(lifetime, share: 1)
    expectClose(both, parts, relative: 1e-11)
    #expect(both.allSatisfy { $0 > 0 })
  }

  @Test func withoutARateNothingDissipates() throws {
    let stock = try steady(.exponential(mean: 8), years: 4, .middle)
    #expect(stock.dissipated(lane: 0) == [0, 0, 0, 0])
  }

  // MARK: - Structure and future

  @Test func theAgeStructureSumsToTheStock() throws {
    let time = try TimeAxis(bounds: [2000, 2001, 2003.5, 2004])
    let stock = try DynamicStock.inflowDriven(
      inflow: [5, 9, 2], survival: Survival(.gamma(shape: 3, scale: 2), over: time),
      initial: .cohorts([
        .init(from: 1998, to: 2000, amount: 3), .init(from: 1990, to: 1998, amount: 6),
      ]))
    let structure = stock.ageStructure(lane: 0, period: 1)
    #expect(structure.map(\.enteredFrom) == [1990, 1998, 2000, 2001])
    #expect(structure.map(\.enteredTo) == [1998, 2000, 2001, 2003.5])
    expectClose(structure.reduce(0) { $0 + $1.amount }, stock.stock[1, 0], relative: 1e-14)
  }

  /// The same as to go on without inflow, for every law, timing and policy.
  @Test(arguments: [InflowTiming.start, .middle, .end, .uniform(points: 5)])
  func theFutureYieldIsTheOutflowOfRunningOn(_ timing: InflowTiming) throws {
    let base = try Lifetime.weibull(shape: 2.2, scale: 7)
    let factors = (0..<10).map { 1 + 0.05 * Double($0 % 4) }
    let ahead = 8
    func law(_ periods: Int, _ kind: Int) throws -> LifetimeLaw {
      let all = factors + [Double](repeating: factors[9], count: periods - 10)
      switch kind {
      case 0: return .shared(base)
      case 1: return try .byCohort(base, factors: all)
      default: return try .byPeriod(base, factors: all)
      }
    }
    let inflow = (0..<10).map { 4 + 3 * Double($0 % 3) }
    for kind in 0..<3 {
      let initial = InitialStock.total(25, growth: 0.02)
      let now = try DynamicStock.inflowDriven(
        inflow: inflow,
        survival: Survival(law(10, kind), over: TimeAxis(years: 2000...2009), timing: timing),
        initial: initial)
      let later = try DynamicStock.inflowDriven(
        inflow: inflow + [Double](repeating: 0, count: ahead),
        survival: Survival(
          law(10 + ahead, kind), over: TimeAxis(years: 2000...2009 + ahead), timing: timing),
        initial: initial)
      expectClose(
        now.futureYield(lane: 0, periods: ahead), Array(later.outflow(ofLane: 0)[10...]),
        relative: 1e-12, absolute: 1e-14, "law \(kind)")
    }
  }

  @Test func theFutureYieldKnowsWhatWasRetired() throws {
    let stock = try DynamicStock.stockDriven(
      stock: [10, 20, 8, 9],
      survival: Survival(.weibull(shape: 2.2, scale: 7), over: TimeAxis(years: 2000...2003)),
      initial: .total(6, growth: 0), negativeInflow: .retire)
    #expect(stock.negativeInflowPeriods(lane: 0) == [2])
    // In a hundred years everything has come back.
    let yield = stock.futureYield(lane: 0, periods: 100).reduce(0, +)
    expectClose(yield, 9, relative: 1e-13)
  }
}
