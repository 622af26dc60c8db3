internal import LinearAlgebra

/// A loop in which values are limited, solved for one period and lane.
///
/// Which equation of a limited value holds is found by policy iteration: solve with the equations that hold
/// now, take for each value the one that gives least, and solve again until nothing changes. Howard (1960),
/// Dynamic Programming and Markov Processes.
struct LimitedLoop {
  private let loop: Loop
  private let layout: ArenaLayout
  private let left: [LaneRow]
  private let plan: SystemPlan
  private let period: Int
  private let lane: Int

  init(_ loop: Loop, _ program: MarchProgram, period: Int, lane: Int) {
    self.loop = loop
    layout = program.layout
    left = program.left
    plan = program.plan
    self.period = period
    self.lane = lane
  }

  /// Begins with no limit that holds; where that leads nowhere, or to less than nothing, with limits that
  /// all hold: a loop that only its limits bound has no other solution.
  /// - Throws: `.unsettledLimits` where no choice of equations agrees with its own solution,
  ///   `.singularLoop` where one has none.
  func solve(on arena: inout [Double]) throws(SolveError) {
    var first: [Double]?
    var failure: SolveError?
    for start in [0, 1] {
      do throws(SolveError) {
        let values = try solution(from: start, on: &arena)
        if values.allSatisfy({ $0 >= 0 }) { return }
        first = first ?? values
      } catch {
        failure = failure ?? error
      }
    }
    guard let first else { throw failure ?? .singularLoop(processes: processes, year: year) }
    for (node, value) in zip(loop.members, first) { arena[offset(node)] = value }
  }

  /// The values of all members, which the arena holds, too.
  private func solution(
    from start: Int, on arena: inout [Double]
  ) throws(SolveError) -> [Double] {
    let members = loop.members
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var chosen = members.map { min(start, plan.nodes[$0].limits.count) }
    for _ in 0..<(50 + 2 * members.count) {
      let equations = LoopEquations(loop, nodes: plan.nodes, chosen: chosen) {
        number($0, arena)
      }
      let outside = members.indices.map { place in
        let (known, terms) = equation(members[place], chosen[place])
        return terms.reduce(amount(known, arena)) { sum, term in
          places[term.node] == nil
            ? sum + number(term.coefficient, arena) * arena[offset(term.node)] : sum
        }
      }
      guard let values = try? equations.solve(outside: outside) else {
        throw .singularLoop(processes: processes, year: year)
      }
      for (node, value) in zip(members, values) { arena[offset(node)] = value }
      let next = members.indices.map { place in best(members[place], chosen[place], arena) }
      if next == chosen { return values }
      chosen = next
    }
    throw .unsettledLimits(processes: processes, year: year)
  }

  private var processes: [String] { plan.layout.processes(among: loop.members) }
  private var year: String { plan.model.time.label(of: period) }

  /// The equation of a node that gives least; the one that holds where none gives clearly less.
  private func best(_ node: Int, _ chosen: Int, _ arena: [Double]) -> Int {
    let values = (0...plan.nodes[node].limits.count).map { index in
      let (known, terms) = equation(node, index)
      return terms.reduce(amount(known, arena)) {
        $0 + number($1.coefficient, arena) * arena[offset($1.node)]
      }
    }
    let size = values.reduce(0) { max($0, abs($1)) }
    guard let least = values.indices.min(by: { values[$0] < values[$1] }),
      values[least] < values[chosen] - 1e-12 * size
    else { return chosen }
    return least
  }

  private func equation(
    _ node: Int, _ index: Int
  ) -> (SystemPlan.Known, [SystemPlan.Term]) {
    let node = plan.nodes[node]
    return index == 0
      ? (node.known, node.terms) : (node.limits[index - 1].known, node.limits[index - 1].terms)
  }

  private func amount(_ known: SystemPlan.Known, _ arena: [Double]) -> Double {
    switch known {
    case .nothing: return 0
    case .amount(let operand): return number(.operand(operand), arena)
    case .earlierCohorts(let use):
      return outflowByBalance(
        inflow: 0, stock: arena[left[use].start + lane],
        before: arena[layout.stockBefore(use).offset(in: period) + lane])
    case .required: preconditionFailure("what a stock requires depends on nothing in its period")
    }
  }

  private func number(_ coefficient: SystemPlan.Coefficient, _ arena: [Double]) -> Double {
    switch coefficient {
    case .one: return 1
    case .minusOne: return -1
    case .operand(let operand):
      guard let place = layout.operands[operand] else {
        preconditionFailure("the numbers of a limited loop have a place")
      }
      return arena[place.row.offset(in: period) + (place.isByLane ? lane : 0)]
    }
  }

  private func offset(_ node: Int) -> Int { layout.node(node).offset(in: period) + lane }
}
