import LinearAlgebra
import Testing

@testable import UrbanMining

struct SystemBalanceTests {
  private let plan: SystemPlan
  private let solved: SolvedLanes

  init() throws {
    plan = try SystemPlan(TwoUseCycle().model())
    solved = try plan.solved(plan.numbers, threads: 1)
  }

  /// The solved lanes with other values, stocks and what the march gathered for the balance.
  private func changed(
    values: [Matrix]? = nil, stocks: [Matrix]? = nil, balance: [SolvedLanes.Sizes]? = nil
  ) -> SolvedLanes {
    SolvedLanes(
      values: values ?? solved.values, stocks: stocks ?? solved.stocks,
      balance: balance ?? solved.balance, isNowhereNegative: true)
  }

  private func cell(_ name: String) throws -> Int {
    try #require(plan.balanceCells.firstIndex { plan.name(of: $0, lane: 0) == name })
  }

  @Test func aSolvedSystemIsBalanced() {
    let balance = MassBalance(solved, plan: plan)
    #expect(balance.holds)
    #expect(balance.maxResidual < 1e-11)
  }

  /// What the march gathers in rows is what the values say when they are added up one by one.
  @Test func theMarchGathersTheLargestResidualOfEachCell() {
    for (cell, sizes) in zip(plan.balanceCells, solved.balance) {
      #expect(solved.residuals(of: cell, lane: 0).max() == sizes.residual[0])
      let flows = cell.ins.map { solved.values[$0].values.max() ?? 0 }
      #expect((flows.max() ?? 0) <= sizes.largestFlow[0])
      #expect(cell.stock.map { solved.stocks[$0].values.max() } ?? 0 == sizes.largestStock[0])
    }
  }

  @Test func findsThePeriodWhereAFlowIsMissing() throws {
    var values = solved.values
    // The flow of new scrap from cars is the second cell of flow 3.
    values[plan.layout.flows[3].lowerBound + 1][7, 0] -= 0.5
    let broken = changed(values: values)
    for name in ["fabrication (cars)", "refining"] {
      let residuals = broken.residuals(of: plan.balanceCells[try cell(name)], lane: 0)
      expectClose(residuals[7], 0.5, relative: 1e-10)
      #expect(residuals.enumerated().allSatisfy { $0.offset == 7 || $0.element < 1e-11 })
    }
  }

  @Test func namesTheCellAndPeriodWhereAStockIsTooLarge() throws {
    var stocks = solved.stocks
    stocks[1][30, 0] += 2
    var balance = solved.balance
    let place = try cell("use (cars)")
    balance[place] = .init(
      residual: [2], largestFlow: balance[place].largestFlow,
      largestStock: balance[place].largestStock)
    let lost = MassBalance(changed(stocks: stocks, balance: balance), plan: plan)
    #expect(lost.worstProcess == "use (cars)")
    #expect(lost.worstPeriod == 29)
    #expect(lost.maxResidual == 2)
    #expect(!lost.holds)
  }

  /// A number that is not one is no balance.
  @Test func aResidualThatIsNotANumberIsAViolation() {
    var balance = solved.balance
    balance[0] = .init(residual: [.nan], largestFlow: [1], largestStock: [0])
    #expect(!MassBalance(changed(balance: balance), plan: plan).holds)
  }
}
