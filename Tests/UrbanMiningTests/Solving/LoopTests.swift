import Testing

@testable import UrbanMining

struct LoopTests {
  private func node(_ inputs: Int...) -> SystemPlan.Node {
    NumberedLoop.node(inputs.map { NumberedLoop.term($0, 0.5) })
  }

  /// 0 ← 2, 1 ← 0, 2 ← 1.
  @Test func aSimpleLoopIsTornOnce() {
    let loop = NumberedLoop([node(2), node(0), node(1)]).loop
    #expect(loop.torn.count == 1)
    #expect(loop.order.count == 2)
    #expect(Set(loop.members) == [0, 1, 2])
    #expect(loop.reach == [loop.order])
  }

  @Test func loopsThatShareANodeAreTornThere() {
    #expect(NumberedLoop([node(1, 2), node(0), node(0)]).loop.torn == [0])
  }

  /// Every node of the order stands after all that it depends on, so that substitution works.
  @Test(arguments: 0..<40) func tearingLeavesNoLoop(seed: UInt64) {
    let drawn = NumberedLoop.random(seed: seed, share: 0.9)
    var known = Set(drawn.loop.torn)
    for index in drawn.loop.order {
      #expect(drawn.nodes[index].terms.allSatisfy { known.contains($0.node) })
      known.insert(index)
    }
    #expect(known.count == drawn.nodes.count)
  }

  @Test func knowsItsLimits() {
    let minus = SystemPlan.Term(node: 0, coefficient: .minusOne)
    let plain = NumberedLoop([node(1), node(0)]).loop
    #expect(!plain.hasLimits)
    let limit = SystemPlan.Limit(known: .nothing, terms: [minus])
    #expect(
      NumberedLoop([node(1), NumberedLoop.node([NumberedLoop.term(0, 0.5)], limits: [limit])]).loop
        .hasLimits)
  }
}
