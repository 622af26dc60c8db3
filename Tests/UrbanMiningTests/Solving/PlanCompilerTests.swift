import LinearAlgebra
import Testing

@testable import UrbanMining

struct PlanCompilerTests {
  @Test func everyNodeHasAnEquation() throws {
    let plan = try SystemPlan(TwoUseCycle().model())
    #expect(plan.nodes.count == plan.layout.count)
    #expect(plan.uses.count == 2)
    #expect(plan.uses.map(\.inflow) == [3, 4])
    #expect(plan.uses.map(\.outflow) == [5, 6])
  }

  /// 1 − 0.2 − 0.7 − 0.1 is 8e-17 in doubles: of a million that is no remainder of 8e-11.
  @Test func roundingOfSharesLeavesNoRemainder() throws {
    let model = try SystemModel(
      header: .init(name: "tenths"), time: TimeAxis(years: 2000...2000),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("goods", kind: .destination),
        .init("slag", kind: .destination), .init("matte", kind: .destination),
        .init("rest", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(1e6, periods: 1))),
        .init(from: "refining", to: "slag", .share(.constant(0.2, periods: 1))),
        .init(from: "refining", to: "matte", .share(.constant(0.7, periods: 1))),
        .init(from: "refining", to: "goods", .share(.constant(0.1, periods: 1))),
        .init(from: "refining", to: "rest", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    #expect(results.flow(at: 4)[0].values == [0])
  }

  @Test func equalLifetimesOfLanesAreEvaluatedOnce() throws {
    var other = TwoUseCycle()
    other.lifetimes[1] = "weibull(shape: 2, scale: 4)"
    let plan = try SystemPlan(lanes: [try TwoUseCycle().model(), try other.model()])
    #expect(plan.numbers.survivals.map(\.law.laneCount) == [nil, 2])
  }

  /// With inflow at the end of its year nothing of it leaves in the same year: the outflow waits.
  @Test func aLongLifetimeCutsTheLoopWithinAYear() throws {
    var cycle = TwoUseCycle()
    cycle.lifetimes = ["fixed(years: 20)", "fixed(years: 3)"]
    let plan = try SystemPlan(try cycle.model())
    for use in plan.uses { #expect(plan.nodes[use.outflow].terms.isEmpty) }
    #expect(plan.loops.map(\.processes) == [["refining", "fabrication"]])
  }
}
