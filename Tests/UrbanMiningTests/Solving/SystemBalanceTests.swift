import LinearAlgebra
import Testing

@testable import UrbanMining

struct SystemBalanceTests {
  private func plan() throws -> SystemPlan { try SystemPlan(TwoUseCycle().model()) }

  private func solved(_ plan: SystemPlan) throws -> (values: [Matrix], stocks: [Matrix]) {
    var solver = SystemSolver(plan)
    try solver.run()
    return (solver.values, solver.stocks)
  }

  private func stocks(_ plan: SystemPlan, _ uses: [Matrix]) throws -> [[Matrix]] {
    let results = try plan.solve()
    return plan.model.processes.indices.map { index in
      plan.model.processes[index].lifetimes == nil ? results.stock(ofProcess: index) : uses
    }
  }

  @Test func aSolvedSystemIsBalanced() throws {
    let plan = try plan()
    let (values, uses) = try solved(plan)
    let stocks = try stocks(plan, uses)
    let balance = SystemBalance(plan: plan, values: values, stocks: stocks).balance()
    #expect(balance.holds)
    #expect(balance.maxResidual < 1e-11)
  }

  @Test func namesTheCellAndPeriodWhereMassIsMissing() throws {
    let plan = try plan()
    var (values, uses) = try solved(plan)
    // The flow of new scrap from cars is the second cell of flow 3.
    values[plan.layout.flows[3].lowerBound + 1][7, 0] -= 0.5
    let broken = SystemBalance(plan: plan, values: values, stocks: try stocks(plan, uses)).balance()
    #expect(!broken.holds)
    #expect(broken.worstPeriod == 7)
    #expect(["fabrication (cars)", "refining"].contains(broken.worstProcess))
    expectClose(broken.maxResidual, 0.5, relative: 1e-10)
    values[plan.layout.flows[3].lowerBound + 1][7, 0] += 0.5
    uses[1][29, 0] += 2
    let lost = SystemBalance(plan: plan, values: values, stocks: try stocks(plan, uses)).balance()
    #expect(lost.worstProcess == "use (cars)")
    #expect(lost.worstPeriod == 29)
    #expect(!lost.holds)
  }
}
