import LinearAlgebra
import Testing

@testable import UrbanMining

struct LoopTests {
  private typealias Node = SystemPlan.Node
  private typealias Term = SystemPlan.Term

  /// A term whose coefficient is a number in thousandths of a billionth, kept in the place of a slot.
  private func term(_ node: Int, _ coefficient: Double) -> Term {
    Term(node: node, coefficient: .operand(.slot(Int((coefficient * 1e15).rounded()))))
  }

  private func equations(_ loop: Loop, _ nodes: [Node]) -> LoopEquations {
    LoopEquations(loop, nodes: nodes, coefficient: number)
  }

  private func number(_ coefficient: SystemPlan.Coefficient) -> Double {
    if case .operand(.slot(let number)) = coefficient { Double(number) / 1e15 } else { 1 }
  }

  private func node(_ terms: [Term]) -> Node { Node(known: .nothing, terms: terms) }

  /// 0 ← 2 · 0.5, 1 ← 0 · 0.8, 2 ← 1: one torn node, and 0.4 of it comes back.
  @Test func aSimpleLoopIsTornOnce() {
    let nodes = [node([term(2, 0.5)]), node([term(0, 0.8)]), node([term(1, 1)])]
    let loop = Loop([0, 1, 2], nodes: nodes)
    #expect(loop.torn.count == 1)
    #expect(loop.order.count == 2)
    #expect(Set(loop.torn + loop.order) == [0, 1, 2])
    expectClose(equations(loop, nodes).gains()[0, 0], 0.4)
  }

  /// Two loops that share a node are torn there: 0 ← 1 · 0.3 + 2 · 0.5, 1 ← 0, 2 ← 0.
  @Test func loopsThatShareANodeAreTornThere() {
    let nodes = [node([term(1, 0.3), term(2, 0.5)]), node([term(0, 1)]), node([term(0, 1)])]
    let loop = Loop([0, 1, 2], nodes: nodes)
    #expect(loop.torn == [0])
    expectClose(equations(loop, nodes).gains()[0, 0], 0.8)
  }

  /// Every node of the order stands after all that it depends on, so that substitution works.
  @Test(arguments: 0..<40) func tearingLeavesNoLoop(seed: UInt64) {
    let nodes = randomLoop(seed: seed, share: 0.9)
    let loop = Loop(Array(nodes.indices), nodes: nodes)
    var known = Set(loop.torn)
    for index in loop.order {
      #expect(nodes[index].terms.allSatisfy { known.contains($0.node) })
      known.insert(index)
    }
    #expect(known.count == nodes.count)
  }

  /// The torn system against all unknowns at once: (1 − A) · x = h by LU.
  @Test(arguments: 0..<40) func solutionIsThatOfAllUnknowns(seed: UInt64) throws {
    let nodes = randomLoop(seed: seed, share: 0.9)
    let count = nodes.count
    let loop = Loop(Array(nodes.indices), nodes: nodes)
    var numbers = SeededNumbers(seed: seed + 1000)
    let outside = (0..<count).map { _ in Double.random(in: 0...10, using: &numbers) }
    var matrix = Matrix(rows: count, columns: count)
    for (row, node) in nodes.enumerated() {
      matrix[row, row] += 1
      for term in node.terms { matrix[row, term.node] -= number(term.coefficient) }
    }
    let expected = try DenseSystem(coefficients: matrix).solve(Matrix(column: outside)).values

    let solution = try equations(loop, nodes).solve(outside: loop.members.map { outside[$0] })
    var values = [Double](repeating: 0, count: count)
    for (index, value) in zip(loop.members, solution) { values[index] = value }
    expectClose(values, expected, relative: 1e-11, absolute: 1e-11)
    #expect(equations(loop, nodes).converges())
  }

  @Test(
    arguments: [
      (0.999999, true), (1 - 1e-13, false), (1, false), (1.02, false), (5, false),
    ] as [(Double, Bool)])
  func aLoopThatReturnsAllDoesNotConverge(share: Double, converges: Bool) {
    let nodes = [node([term(1, share)]), node([term(0, 1)])]
    let loop = Loop([0, 1], nodes: nodes)
    #expect(equations(loop, nodes).converges() == converges)
  }

  /// Each alone returns less than all, both together more: 0.6 + 0.6.
  @Test func gainsOfInterlockedLoopsAddUp() {
    let nodes = [node([term(1, 0.6), term(2, 0.6)]), node([term(0, 1)]), node([term(0, 1)])]
    #expect(!equations(Loop([0, 1, 2], nodes: nodes), nodes).converges())
  }

  /// A ring through all nodes with chords; the shares that each node gives off sum to `share`.
  private func randomLoop(seed: UInt64, share: Double) -> [Node] {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 2...12, using: &numbers)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for from in 0..<count {
      weights[(from + 1) % count][from] = 1
      for _ in 0..<Int.random(in: 0...2, using: &numbers) {
        let to = Int.random(in: 0..<count, using: &numbers)
        if to != from { weights[to][from] += Double.random(in: 0...1, using: &numbers) }
      }
    }
    let sums = (0..<count).map { from in weights.reduce(0) { $0 + $1[from] } }
    return (0..<count).map { to in
      node(
        (0..<count).filter { weights[to][$0] > 0 }
          .map { term($0, share * weights[to][$0] / sums[$0]) })
    }
  }
}
