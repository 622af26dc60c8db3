import LinearAlgebra
import Testing

@testable import UrbanMining

struct MarchProgramTests {
  /// The march of one block of lanes is that of each of its lanes alone.
  @Test func aBlockIsItsLanes() throws {
    let models = try (0..<5).map { try TwoUseCycle(mining: 100 + 10 * Double($0)).model() }
    let plan = try SystemPlan(lanes: models)
    let whole = try MarchProgram(plan, plan.numbers, lanes: 5).run(plan.numbers, lanes: 0..<5)
    let part = MarchProgram(plan, plan.numbers, lanes: 2)
    let some = try part.run(plan.numbers, lanes: 3..<5)
    let all = MarchProgram(plan, plan.numbers, lanes: 5)
    for node in plan.nodes.indices {
      for period in 0..<30 {
        let wide = all.layout.node(node).offset(in: period)
        let narrow = part.layout.node(node).offset(in: period)
        #expect(Array(whole[(wide + 3)..<(wide + 5)]) == Array(some[narrow..<narrow + 2]))
      }
    }
  }

  /// A plan that is solved again with other numbers gives what a plan of these gives.
  @Test func otherNumbersNeedNoOtherPlan() throws {
    let plan = try SystemPlan(TwoUseCycle().model())
    let other = try SystemPlan(TwoUseCycle(split: [0.3, 0.7], mining: 55).model())
    let again = try plan.solved(other.numbers, threads: 1)
    let fresh = try other.solved(other.numbers, threads: 1)
    #expect(again.values == fresh.values)
    #expect(again.stocks == fresh.stocks)
  }

  @Test func theLeastFlowIsKept() throws {
    let plan = try SystemPlan(TwoUseCycle().model())
    #expect(try plan.solved(plan.numbers, threads: 1).isNowhereNegative)
  }
}
