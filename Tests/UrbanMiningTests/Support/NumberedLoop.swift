@testable import UrbanMining

/// Loops whose coefficients are numbers.
struct NumberedLoop {
  let loop: Loop
  let nodes: [SystemPlan.Node]

  init(_ nodes: [SystemPlan.Node]) {
    self.nodes = nodes
    loop = Loop(Array(nodes.indices), nodes: nodes)
  }

  /// Its equations, with what the slots stand for put in their place.
  var equations: LoopEquations {
    LoopEquations(loop, nodes: nodes, coefficient: NumberedLoop.number)
  }

  /// A term whose coefficient is kept, in units of 1e-15, in the place of a slot.
  static func term(_ node: Int, _ coefficient: Double) -> SystemPlan.Term {
    .init(node: node, coefficient: .operand(.slot(Int((coefficient * 1e15).rounded()))))
  }

  static func number(_ coefficient: SystemPlan.Coefficient) -> Double {
    switch coefficient {
    case .operand(.slot(let number)): Double(number) / 1e15
    case .minusOne: -1
    default: 1
    }
  }

  static func node(
    _ terms: [SystemPlan.Term], limits: [SystemPlan.Limit] = []
  ) -> SystemPlan.Node {
    .init(known: .nothing, terms: terms, limits: limits)
  }

  /// A ring through all nodes with chords; the shares that each node gives off sum to `share`.
  static func random(seed: UInt64, share: Double) -> NumberedLoop {
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
    return NumberedLoop(
      (0..<count).map { to in
        node(
          (0..<count).filter { weights[to][$0] > 0 }
            .map { term($0, share * weights[to][$0] / sums[$0]) })
      })
  }
}
