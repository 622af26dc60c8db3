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

  // MARK: - Properties that hold for any law, timing, periods and initial stock, over 80 seeded cases

  private func run(_ random: RandomStock) throws -> DynamicStock {
    try .inflowDriven(
      inflow: random.inflow, survival: random.survival, initial: random.initial)
  }

  private func largest(_ values: [Double]) -> Double { values.reduce(0) { max($0, abs($1)) } }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func stockLeadsBackToItsInflow(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    let there = try run(random)
    let back = try DynamicStock.stockDriven(
      stock: there.stock, survival: random.survival, initial: random.initial)
    let again = try DynamicStock.inflowDriven(
      inflow: back.inflow, survival: random.survival, initial: random.initial)
    for lane in 0..<there.stock.columns {
      let stock = there.amounts(ofLane: lane)
      expectClose(
        again.amounts(ofLane: lane), stock, relative: 1e-12, random.testDescription)
      // The inflow is a difference of stocks: 1e-12 of the largest.
      expectClose(
        back.inflow(ofLane: lane), there.inflow(ofLane: lane), relative: 0,
        absolute: 1e-12 * largest(stock), random.testDescription)
    }
  }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func massIsConserved(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    let stock = try run(random)
    #expect(stock.balance.holds, "\(random.testDescription)")
    for lane in 0..<stock.stock.columns {
      // What entered and was there is what left and what is there, summed another way: by cohort.
      let (left, leaving) = (
        stock.stockByCohort(lane: lane), stock.outflowByCohort(lane: lane)
      )
      let amounts = stock.amounts(ofLane: lane)
      let scale = max(largest(amounts), largest(stock.inflow(ofLane: lane)))
      let earlier = stock.initialCohorts(lane: lane)
      for t in amounts.indices {
        let standing = earlier.reduce(0) { $0 + $1.left[t] }
        let cohorts = (0...t).reduce(0) { $0 + left[t, $1] }
        expectClose(
          cohorts + standing, amounts[t], relative: 0, absolute: 100 * scale * .ulpOfOne,
          random.testDescription)
        let before =
          t > 0
          ? earlier.reduce(0) { $0 + $1.left[t - 1] } : stock.initialAmount(lane: lane)
        let lost = (0...t).reduce(before - standing) { $0 + leaving[t, $1] }
        expectClose(
          lost, stock.outflow[t, lane], relative: 0, absolute: 100 * scale * .ulpOfOne,
          random.testDescription)
      }
    }
  }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func survivalNeverRises(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    for lane in 0..<random.inflow.columns {
      for c in 0..<random.inflow.rows {
        var before = 1.0
        for t in c..<random.inflow.rows {
          let share = random.survival.share(atEndOf: t, ofCohort: c, lane: lane)
          #expect(share >= 0 && share <= before + 4 * .ulpOfOne, "\(random.testDescription)")
          before = share
        }
      }
    }
  }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func lanesAreTheSameAsOneByOne(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    let all = try run(random)
    for lane in 0..<random.inflow.columns {
      let law: LifetimeLaw
      if case .byLane(let lifetimes) = random.survival.law {
        law = .shared(lifetimes[lane])
      } else {
        law = random.survival.law
      }
      let own = random.initial.count > 1 ? [random.initial[lane]] : random.initial
      let one = try DynamicStock.inflowDriven(
        inflow: Matrix(column: random.inflow.column(lane)),
        survival: Survival(law, over: random.survival.time, timing: random.survival.timing),
        initial: own)
      expectClose(
        all.amounts(ofLane: lane), one.amounts(ofLane: 0), relative: 1e-14,
        random.testDescription)
      expectClose(
        all.meanAge(lane: lane), one.meanAge(lane: 0), relative: 1e-13, random.testDescription)
    }
  }

  /// More than one block of lanes, so that several threads have something to do.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func anyNumberOfThreadsGivesTheSameBits(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let (rows, lanes) = (Int.random(in: 2...60, using: &numbers), 230)
    let lifetimes = try (0..<lanes).map { _ in try RandomStock.lifetime(&numbers) }
    let law: LifetimeLaw = seed % 2 == 0 ? .shared(lifetimes[0]) : .byLane(lifetimes)
    let time = TimeAxis(years: 1...rows)
    let inflow = Matrix(
      rows: rows, columns: lanes,
      values: (0..<rows * lanes).map { _ in .random(in: 0...9, using: &numbers) })
    let initial = seed % 3 == 0 ? [InitialStock.total(50, growth: 0.01)] : []
    func run(_ threads: Int) throws -> [Matrix] {
      let survival = try Survival(law, over: time, timing: .start, threads: threads)
      let there = try DynamicStock.inflowDriven(
        inflow: inflow, survival: survival, initial: initial, threads: threads)
      let back = try? DynamicStock.stockDriven(
        stock: there.stock, survival: survival, initial: initial, threads: threads)
      return [there.stock, there.outflow] + [back?.inflow, back?.outflow].compactMap { $0 }
    }
    let one = try run(1)
    for threads in [2, 3, 16] { #expect(try run(threads) == one) }
  }

  /// A target that swings wildly: what a policy promises holds in each period.
  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func policiesNeverTakeInflowBelowZero(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    var numbers = SeededNumbers(seed: seed + 1000)
    let target = Matrix(
      rows: random.inflow.rows, columns: random.inflow.columns,
      values: random.inflow.values.map { _ in .random(in: 0...600, using: &numbers) })
    func driven(_ policy: NegativeInflowPolicy) throws -> DynamicStock {
      try .stockDriven(
        stock: target, survival: random.survival, initial: random.initial, negativeInflow: policy)
    }
    let (clipped, retired) = (try driven(.clip), try driven(.retire))
    #expect(clipped.inflow.values.allSatisfy { $0 >= 0 }, "\(random.testDescription)")
    #expect(retired.inflow.values.allSatisfy { $0 >= 0 }, "\(random.testDescription)")
    #expect(retired.stock == target)
    let rounding = 1e-12 * largest(target.values)
    #expect(zip(clipped.stock.values, target.values).allSatisfy { $0 >= $1 - rounding })
    for result in [clipped, retired] {
      #expect(result.balance.holds, "\(random.testDescription)")
      #expect(result.outflow.values.allSatisfy { $0 >= -rounding }, "\(random.testDescription)")
      for lane in 0..<target.columns {
        let cohorts = result.stockByCohort(lane: lane)
        let earlier = result.initialCohorts(lane: lane)
        for t in 0..<target.rows {
          let sum = (0...t).reduce(earlier.reduce(0) { $0 + $1.left[t] }) { $0 + cohorts[t, $1] }
          expectClose(
            sum, result.stock[t, lane], relative: 0, absolute: rounding, random.testDescription)
        }
      }
    }
  }

  /// Ages lie between nothing and the oldest that can be there, and what leaves is not younger than 0.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agesAreAges(_ seed: UInt64) throws {
    let random = try RandomStock(seed: seed)
    let stock = try run(random)
    for lane in 0..<random.inflow.columns {
      for age in stock.meanAge(lane: lane) + stock.meanAgeOfOutflow(lane: lane) {
        guard let age else { continue }
        #expect(age >= 0 && age.isFinite, "\(random.testDescription)")
      }
      let yield = stock.futureYield(lane: lane, periods: 5)
      #expect(yield.allSatisfy { $0 >= -1e-12 })
      #expect(yield.reduce(0, +) <= stock.stock[random.inflow.rows - 1, lane] * (1 + 1e-12))
    }
  }
}
