import Testing

@testable import UrbanMining

struct TearingTests {
  private func edges(seed: UInt64) -> [[Int]] {
    let drawn = NumberedLoop.random(seed: seed, share: 0.9)
    return drawn.nodes.map { $0.terms.map(\.node) }
  }

  /// Whatever is torn first: the others follow one after the other, and each node is in one of the two lists.
  @Test(arguments: 0..<30, Tearing.Rule.allCases) func everyRuleLeavesNoLoop(
    seed: UInt64, rule: Tearing.Rule
  ) {
    let edges = edges(seed: seed)
    let tearing = Tearing(edges, rule: rule)
    var known = Set(tearing.torn)
    for node in tearing.order {
      #expect(edges[node].allSatisfy(known.contains))
      known.insert(node)
    }
    #expect(known.count == edges.count && tearing.torn.count + tearing.order.count == known.count)
  }

  /// What a torn node reaches is what depends on it through nodes that are not torn; its effort is their
  /// number.
  @Test(arguments: 0..<30) func reachIsWhatChanges(seed: UInt64) {
    let edges = edges(seed: seed)
    let tearing = Tearing(edges, rule: .mostWays)
    let expected = tearing.torn.map { start in
      var changed: Set = [start]
      return tearing.order.filter { node in
        let isChanged = edges[node].contains(where: changed.contains)
        if isChanged { changed.insert(node) }
        return isChanged
      }
    }
    #expect(tearing.reach() == expected)
    let effort = expected.reduce(0) { $0 + $1.count }
    #expect(tearing.effort(atMost: .max) == effort)
    #expect(tearing.effort(atMost: effort) == effort)
    #expect(effort == 0 || tearing.effort(atMost: effort - 1) == nil)
  }
}
