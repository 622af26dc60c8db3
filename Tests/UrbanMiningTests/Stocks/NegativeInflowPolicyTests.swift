import LinearAlgebra
import Testing
import UrbanMining

struct NegativeInflowPolicyTests {
  @Test func policiesHaveTheNamesOfFiles() {
    #expect(NegativeInflowPolicy.allCases.map(\.rawValue) == ["keep", "clip", "retire"])
    #expect(NegativeInflowPolicy(rawValue: "ignore") == nil)
  }

  private func stock(
    _ target: [Double], _ policy: NegativeInflowPolicy, initial: InitialStock? = nil
  ) throws -> DynamicStock {
    try .stockDriven(
      stock: target,
      survival: Survival(
        .fixed(years: 3), over: TimeAxis(years: 2000...1999 + target.count), timing: .end),
      initial: initial, negativeInflow: policy)
  }

  /// By hand: 10 enter in 2000 and would all stay until 2003, but the stock falls to 4 in 2001.
  @Test func keepClipAndRetireByHand() throws {
    let target = [10.0, 4, 4, 4]
    let kept = try stock(target, .keep)
    #expect(kept.inflow(ofLane: 0) == [10, -6, 0, 10])
    #expect(kept.negativeInflowPeriods(lane: 0) == [1])
    let clipped = try stock(target, .clip)
    #expect(clipped.inflow(ofLane: 0) == [10, 0, 0, 4])
    #expect(clipped.amounts(ofLane: 0) == [10, 10, 10, 4])
    #expect(clipped.negativeInflowPeriods(lane: 0) == [1, 2])
    let retired = try stock(target, .retire)
    #expect(retired.inflow(ofLane: 0) == [10, 0, 0, 4])
    #expect(retired.amounts(ofLane: 0) == target)
    #expect(retired.outflow(ofLane: 0) == [0, 6, 0, 4])
    #expect(retired.negativeInflowPeriods(lane: 0) == [1])
    for result in [kept, clipped, retired] { #expect(result.balance.holds) }
  }

  @Test func retiringTakesTheSameShareOfEveryCohort() throws {
    let result = try stock([6, 10, 2.5, 2.5], .retire)
    let cohorts = result.stockByCohort(lane: 0)
    // 2.5 of 10 are left: a quarter of 6 and of 4.
    expectClose([cohorts[2, 0], cohorts[2, 1]], [1.5, 1])
    #expect(result.retained?.column(0) == [1, 1, 0.25, 1])
  }

  @Test func retiringReachesTheInitialStock() throws {
    let initial = InitialStock.cohorts([.init(from: 1999, to: 2000, amount: 8)])
    let result = try stock([2, 2, 2], .retire, initial: initial)
    #expect(result.initialCohorts(lane: 0)[0].left == [2, 2, 0])
    #expect(result.outflow(ofLane: 0) == [6, 0, 2])
    #expect(result.inflow(ofLane: 0) == [0, 0, 2])
  }

  @Test func aStockOfNothingRetiresEverything() throws {
    let result = try stock([5, 0, 3], .retire)
    #expect(result.inflow(ofLane: 0) == [5, 0, 3])
    #expect(result.outflow(ofLane: 0) == [0, 5, 0])
  }

  @Test func refusesToRetireBelowZero() throws {
    #expect(throws: StockError.negative(what: "stock", period: "2001", lane: 0)) {
      try stock([5, -1, 3], .retire)
    }
    // Without a policy a negative stock is arithmetic like any other.
    #expect(try stock([5, -1, 3], .keep).inflow(ofLane: 0) == [5, -6, 4])
  }

  /// Rounding of an inflow that is zero is no negative inflow.
  @Test func roundingIsNotReported() throws {
    let survival = Survival(
      try .weibull(shape: 2.2, scale: 9), over: TimeAxis(years: 1950...2009))
    let inflow = (0..<60).map { $0 % 7 < 3 ? 0.1 * Double($0 + 1) : 0 }
    let known = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
    for policy in NegativeInflowPolicy.allCases {
      let back = try DynamicStock.stockDriven(
        stock: known.amounts(ofLane: 0), survival: survival, negativeInflow: policy)
      #expect(back.negativeInflowPeriods(lane: 0).isEmpty, "\(policy)")
    }
  }
}
