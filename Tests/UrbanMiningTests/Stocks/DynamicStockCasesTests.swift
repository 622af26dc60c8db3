import LinearAlgebra
import Testing
import UrbanMining

/// Properties that hold for any law, timing, periods and initial stock, over 80 seeded cases.
struct DynamicStockCasesTests {
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
