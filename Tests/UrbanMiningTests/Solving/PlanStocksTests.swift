import LinearAlgebra
import Testing

@testable import UrbanMining

struct PlanStocksTests {
  private func model(
    _ lifetime: String, initial: InitialStock? = nil, stock: [Double]? = nil,
    timing: InflowTiming = .middle
  ) throws -> SystemModel {
    try SystemModel(
      header: .init(name: "stocks"), time: TimeAxis(years: 2000...2002), timing: timing,
      processes: [
        .init("mine", kind: .source),
        .init(
          "use", kind: .use([try Lifetime(lifetime)]),
          drive: stock.map { .target(inflow: nil, stock: .inline(Parameter(series: $0))) }
            ?? .supply,
          initialStocks: initial.map { [$0] } ?? []),
        .init("landfill", kind: .sink),
      ],
      flows: [
        .init(
          from: "mine", to: "use",
          stock == nil ? .given(.constant(10, periods: 3)) : .fill(priority: 1)),
        .init(from: "use", to: "landfill", .remainder),
      ])
  }

  private func stocks(_ models: [SystemModel]) throws -> PlanStocks {
    try PlanStocks(models: models, split: LaneSplit(model: models[0], models: models.count))
  }

  /// Of a cohort that entered k years before the start in the middle of its year and lives four years there
  /// are four, each a quarter of the total; one ends in each half year before the end of a period.
  @Test func aTotalAgesWithItsPast() throws {
    let found = try stocks([model("fixed(years: 4)", initial: .total(80, growth: 0))])
    #expect(found.initialStocks == [[80], [0]])
    expectClose(found.inherited[0]?.values ?? [], [60, 40, 20])
  }

  @Test func lanesThatDifferAreKeptApart() throws {
    let models = [
      try model("fixed(years: 4)", initial: .total(80, growth: 0)),
      try model("fixed(years: 2)", initial: .total(40, growth: 0)),
    ]
    let found = try stocks(models)
    #expect(found.initialStocks[0] == [80, 40])
    #expect(found.survivals[0].law.laneCount == 2)
    expectClose(found.inherited[0]?.values ?? [], [60, 20, 40, 0, 20, 0])
    #expect(try stocks([models[0], models[0]]).survivals[0].law.laneCount == nil)
  }

  /// With inflow in the middle of the year fixed(years: 0.4) is over at its end, fixed(years: 1) is not.
  @Test func knowsWhatLeavesAtOnce() throws {
    #expect(try stocks([model("fixed(years: 0.4)")]).leavesAtOnce == [[], [true], []])
    #expect(try stocks([model("fixed(years: 1)")]).leavesAtOnce == [[], [false], []])
  }

  @Test func aStockThatLeavesAtOnceCanNotBeReached() throws {
    let model = try model("fixed(years: 0.4)", stock: [10, 10, 10])
    let error = try #require(throws: SystemPlanError.self) { try SystemPlan(model) }
    guard case .stock(process: "use", .leavesAtOnce) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.hasPrefix("the stock of 'use': "))
    #expect(throws: Never.self) { try SystemPlan(self.model("fixed(years: 0.4)")) }
  }

  @Test func aPastThatDoesNotAddUpIsRefused() throws {
    let model = try model("exponential(mean: 10)", initial: .total(5, growth: -0.5))
    #expect(throws: SystemPlanError.self) { try SystemPlan(model) }
  }

  /// The stock that must be held is held, and what leaves is made good: 10, 12, 12 with two years of life, each
  /// inflow at the end of its year: the first ten leave in the third.
  @Test func aStockThatMustBeReachedIsReached() throws {
    let results = try SystemPlan(model("fixed(years: 2)", stock: [10, 12, 12], timing: .end))
      .solve()
    expectClose(results.stock(ofProcess: 1)[0].column(0), [10, 12, 12])
    expectClose(results.flow(at: 0)[0].column(0), [10, 2, 10])
  }

  /// A stock that shrinks faster than it wears out needs less than nothing: kept, and reported.
  @Test func aStockThatShrinksFasterThanItWearsHasANegativeInflow() throws {
    let results = try SystemPlan(model("fixed(years: 30)", stock: [10, 12, 8])).solve()
    expectClose(results.flow(at: 0)[0].column(0), [10, 2, -4], absolute: 1e-13)
    #expect(results.negativeInflows(ofProcess: 1) == [2])
    #expect(results.balance.holds)
  }
}
