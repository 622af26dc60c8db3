import Testing

@testable import UrbanMining

struct StronglyConnectedTests {
  /// Whether a path of one or more edges leads from one node to another, by Warshall's three loops.
  private func reachability(_ dependencies: [[Int]]) -> [[Bool]] {
    let count = dependencies.count
    var reaches = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for (node, others) in dependencies.enumerated() {
      for other in others { reaches[node][other] = true }
    }
    for middle in 0..<count {
      for from in 0..<count where reaches[from][middle] {
        for to in 0..<count where reaches[middle][to] { reaches[from][to] = true }
      }
    }
    return reaches
  }

  @Test(arguments: 0..<60) func agreesWithReachability(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 1...24, using: &numbers)
    let edges = Int.random(in: 0...2 * count, using: &numbers)
    var dependencies = [[Int]](repeating: [], count: count)
    for _ in 0..<edges {
      dependencies[Int.random(in: 0..<count, using: &numbers)].append(
        Int.random(in: 0..<count, using: &numbers))
    }
    let components = stronglyConnectedComponents(dependencies: dependencies)
    let reaches = reachability(dependencies)
    #expect(components.flatMap { $0 }.sorted() == Array(0..<count))
    var place = [Int](repeating: 0, count: count)
    for (index, component) in components.enumerated() {
      #expect(component == component.sorted())
      for node in component { place[node] = index }
    }
    for first in 0..<count {
      for second in 0..<count where first != second {
        let together = reaches[first][second] && reaches[second][first]
        #expect((place[first] == place[second]) == together)
        // What is depended on comes first.
        if reaches[first][second] { #expect(place[second] <= place[first]) }
      }
    }
  }

  @Test func aChainComesInTheOrderOfItsDependencies() {
    #expect(stronglyConnectedComponents(dependencies: [[1], [2], []]) == [[2], [1], [0]])
  }

  @Test func longChainsAndLoopsFit() {
    let count = 200_000
    let chain = (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] }
    #expect(stronglyConnectedComponents(dependencies: chain).count == count)
    let loop = (0..<count).map { [($0 + 1) % count] }
    #expect(stronglyConnectedComponents(dependencies: loop).map(\.count) == [count])
  }

  @Test func noNodesHaveNoComponents() {
    #expect(stronglyConnectedComponents(dependencies: []).isEmpty)
  }
}
