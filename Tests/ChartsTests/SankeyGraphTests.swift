import Testing

@testable import Charts

struct SankeyGraphTests {
  private func graph(
    _ count: Int, _ pairs: [(Int, Int)], given: [Int: Int] = [:], ranks: [Int: Int] = [:],
    weights: [Double]? = nil
  ) -> SankeyGraph {
    SankeyGraph(
      count: count,
      edges: pairs.enumerated().map { index, pair in
        .init(from: pair.0, to: pair.1, weight: weights?[index] ?? 1)
      },
      given: (0..<count).map { given[$0] }, ranks: (0..<count).map { ranks[$0] })
  }

  @Test func linksThatCloseALoopRunBackward() {
    // A mine feeds a chain whose last two members return scrap.
    let found = graph(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (2, 1)])
    #expect(found.isBackward == [false, false, false, false, true, true])
    #expect(found.layers == [0, 1, 2, 3, 4])
  }

  @Test func aLoopWithoutASourceIsCutOnce() {
    let found = graph(3, [(0, 1), (1, 2), (2, 0)])
    #expect(found.isBackward == [false, false, true])
  }

  @Test func layersAreTheLongestWay() {
    // 0→3 is short, 0→1→2→3 is long.
    let found = graph(4, [(0, 3), (0, 1), (1, 2), (2, 3)])
    #expect(found.layers == [0, 1, 2, 3])
    // The short link passes the columns between.
    #expect(found.columns[1].contains(.passing(edge: 0)))
    #expect(found.columns[2].contains(.passing(edge: 0)))
  }

  @Test func aSourceStandsBesideWhatItFeeds() {
    let found = graph(4, [(0, 1), (1, 2), (3, 2)])
    #expect(found.layers == [0, 1, 2, 1])
  }

  @Test func columnsThatWereAskedForAreObeyed() {
    let found = graph(3, [(0, 1), (1, 2)], given: [0: 0, 1: 2, 2: 1])
    #expect(found.layers == [0, 2, 1])
    #expect(found.isBackward == [false, true])
  }

  @Test func ranksAreObeyed() {
    let pairs = [(0, 2), (0, 3), (1, 2), (1, 3)]
    for (first, second) in [(2, 3), (3, 2)] {
      let found = graph(4, pairs, ranks: [first: 0, second: 1])
      let column = found.columns[1]
      #expect(column.firstIndex(of: .node(first)) == 0)
      #expect(column.firstIndex(of: .node(second)) == 1)
    }
  }

  @Test func crossingsThatCanBeAvoidedAreAvoided() {
    // 0→5, 1→4, 2→3 cross three times in the given order.
    let found = graph(6, [(0, 5), (1, 4), (2, 3)])
    let sweeper = SankeySweeper(
      edges: found.edges, isBackward: found.isBackward, layers: found.layers,
      ranks: Array(repeating: nil, count: 6))
    #expect(sweeper.crossings(found.columns) == 0)
    #expect(
      sweeper.crossings([[.node(0), .node(1), .node(2)], [.node(3), .node(4), .node(5)]]) == 3)
  }

  @Test func theOrderDependsOnTheInputAlone() {
    var generator = SplitMix64(state: 7)
    for _ in 0..<20 {
      let count = Int.random(in: 3...9, using: &generator)
      var pairs: [(Int, Int)] = []
      for _ in 0..<(2 * count) {
        let from = Int.random(in: 0..<count, using: &generator)
        let to = Int.random(in: 0..<count, using: &generator)
        if from != to { pairs.append((from, to)) }
      }
      let found = graph(count, pairs)
      #expect(found == graph(count, pairs))
      // What is not backward runs to the right; every node and every passage has one place.
      for (index, edge) in found.edges.enumerated() where !found.isBackward[index] {
        #expect(found.layers[edge.from] < found.layers[edge.to])
      }
      for column in found.columns { #expect(Set(column).count == column.count) }
      for node in 0..<count {
        #expect(found.columns.count { $0.contains(.node(node)) } == 1)
        #expect(found.columns[found.layers[node]].contains(.node(node)))
      }
    }
  }
}
