import Testing

@testable import UrbanMining

struct MomentsTreeTests {
  private static let blocks: [Moments] = {
    var numbers = SeededNumbers(seed: 4)
    return (0..<37).map { _ in
      Moments(
        rows: (0..<10).map { _ in Double.random(in: -1...1e6, using: &numbers) }, draws: 5)
    }
  }()

  private func tree(_ range: Range<Int>) -> MomentsTree {
    var tree = MomentsTree()
    for block in range { tree.append(block: block, Self.blocks[block]) }
    return tree
  }

  @Test(arguments: [[0, 37], [0, 1, 37], [0, 16, 37], [0, 5, 11, 12, 30, 37], Array(0...37)])
  func anySplitGivesTheSameBits(_ cuts: [Int]) {
    var joined = MomentsTree()
    for (from, to) in zip(cuts, cuts.dropFirst()) { joined.append(tree(from..<to)) }
    #expect(joined == tree(0..<37))
    #expect(joined.total == tree(0..<37).total)
  }

  @Test func keepsFewRuns() {
    #expect(tree(0..<37).runs.map(\.length) == [32, 4, 1])
    #expect(tree(3..<29).runs.count <= 8)
    #expect(MomentsTree().total == nil)
  }
}
