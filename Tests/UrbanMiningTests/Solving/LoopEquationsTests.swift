import LinearAlgebra
import Testing

@testable import UrbanMining

struct LoopEquationsTests {
  private typealias Term = SystemPlan.Term

  private func node(_ terms: (Int, Double)...) -> SystemPlan.Node {
    NumberedLoop.node(terms.map { NumberedLoop.term($0.0, $0.1) })
  }

  /// 0 ← 2 · 0.5, 1 ← 0 · 0.8, 2 ← 1: 0.4 of the torn node comes back.
  @Test func theGainIsWhatComesBack() {
    let drawn = NumberedLoop([node((2, 0.5)), node((0, 0.8)), node((1, 1))])
    expectClose(drawn.equations.gains()[0, 0], 0.4)
    let shared = NumberedLoop([node((1, 0.3), (2, 0.5)), node((0, 1)), node((0, 1))])
    expectClose(shared.equations.gains()[0, 0], 0.8)
  }

  /// The torn system against all unknowns at once: (1 − A) · x = h by LU.
  @Test(arguments: 0..<40) func solutionIsThatOfAllUnknowns(seed: UInt64) throws {
    let drawn = NumberedLoop.random(seed: seed, share: 0.9)
    let count = drawn.nodes.count
    var numbers = SeededNumbers(seed: seed + 1000)
    let outside = (0..<count).map { _ in Double.random(in: 0...10, using: &numbers) }
    var matrix = Matrix(rows: count, columns: count)
    for (row, node) in drawn.nodes.enumerated() {
      matrix[row, row] += 1
      for term in node.terms {
        matrix[row, term.node] -= NumberedLoop.number(term.coefficient)
      }
    }
    let expected = try DenseSystem(coefficients: matrix).solve(Matrix(column: outside)).values

    let solution = try drawn.equations.solve(outside: drawn.loop.members.map { outside[$0] })
    var values = [Double](repeating: 0, count: count)
    for (index, value) in zip(drawn.loop.members, solution) { values[index] = value }
    expectClose(values, expected, relative: 1e-11, absolute: 1e-11)
    #expect(drawn.equations.converges())
  }

  /// A limited node obeys the equation that was chosen for it.
  @Test func theChosenEquationHolds() throws {
    let limit = SystemPlan.Limit(known: .nothing, terms: [NumberedLoop.term(0, 0.1)])
    let nodes = [
      node((1, 0.5)), NumberedLoop.node([NumberedLoop.term(0, 0.8)], limits: [limit]),
    ]
    let loop = Loop([0, 1], nodes: nodes)
    let gains = [[], [0, 0], loop.members.map { $0 == 1 ? 1 : 0 }].map { chosen in
      LoopEquations(loop, nodes: nodes, chosen: chosen, coefficient: NumberedLoop.number).gains()[
        0, 0]
    }
    expectClose(gains, [0.4, 0.4, 0.05])
  }

  @Test(
    arguments: [
      (0.999999, true), (1 - 1e-13, false), (1, false), (1.02, false), (5, false),
    ] as [(Double, Bool)])
  func aLoopThatReturnsAllDoesNotConverge(share: Double, converges: Bool) {
    #expect(NumberedLoop([node((1, share)), node((0, 1))]).equations.converges() == converges)
  }

  /// Each alone returns less than all, both together more: 0.6 + 0.6.
  @Test func gainsOfInterlockedLoopsAddUp() {
    let drawn = NumberedLoop([node((1, 0.6), (2, 0.6)), node((0, 1)), node((0, 1))])
    #expect(!drawn.equations.converges())
  }

  @Test func whatTakesFromItselfTwiceHasNoSolution() {
    let twice = NumberedLoop([node((1, 1)), node((0, 1))])
    #expect(throws: LinearAlgebraError.self) { try twice.equations.solve(outside: [1, 1]) }
  }
}
