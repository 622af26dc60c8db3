internal import LinearAlgebra

extension MarchWriter {
  /// Solves a loop: what comes from outside with nothing in the torn nodes, what comes back of one unit in
  /// each, the torn nodes, and all others again.
  mutating func close(_ loop: Loop) {
    let count = loop.torn.count
    let outside = layout.scratch(rows: count)
    let gains = layout.scratch(rows: count * count)
    let slopes = layout.scratch(rows: loop.members.count)
    let places = Dictionary(uniqueKeysWithValues: loop.members.enumerated().map { ($1, $0) })
    let lanes = layout.lanes
    func slope(_ node: Int) -> LaneRow? {
      places[node].map { slopes.moved(by: $0 * lanes) }
    }
    for node in loop.torn { steps.append(.zero(layout.node(node))) }
    for node in loop.order { write(node) }
    for (row, node) in loop.torn.enumerated() {
      write(node, into: outside.moved(by: row * layout.lanes))
    }
    for (column, start) in loop.torn.enumerated() {
      let reached = Set(loop.reach[column] + [start])
      if let row = slope(start) { steps.append(.broadcast(row, number: layout.one)) }
      for node in loop.reach[column] {
        if let row = slope(node) { writeSlope(of: node, into: row, reached, slope) }
      }
      for (row, node) in loop.torn.enumerated() {
        let place = gains.moved(by: (row * count + column) * layout.lanes)
        writeSlope(of: node, into: place, reached, slope)
      }
    }
    if count == 1 {
      steps += [.close(outside, gains), .copy(layout.node(loop.torn[0]), outside)]
    } else {
      let isShared = !loop.members.contains { node in
        plan.nodes[node].terms.contains { term in
          guard places[term.node] != nil, case .operand(let operand) = term.coefficient else {
            return false
          }
          return numbers.isByLane(operand)
        }
      }
      pause(
        for: .closing(
          LoopClosing(
            nodes: loop.torn.map(layout.node), outside: outside.start, gains: gains.start,
            lanes: layout.lanes, isShared: isShared)))
    }
    let changed = Set(loop.reach.joined())
    for node in loop.order where changed.contains(node) { write(node) }
  }

  /// How a node changes with a torn node, from how those change that it depends on.
  mutating func writeSlope(
    of node: Int, into out: LaneRow, _ reached: Set<Int>, _ slope: (Int) -> LaneRow?
  ) {
    steps.append(.zero(out))
    for term in plan.nodes[node].terms where reached.contains(term.node) {
      if let row = slope(term.node) { add(term.coefficient, row, to: out) }
    }
  }

  /// Gives the numbers of a loop a place, and those of what flows into it, for a solution lane by lane.
  mutating func keepNumbers(of loop: Loop) {
    func keep(_ known: SystemPlan.Known, _ terms: [SystemPlan.Term]) {
      if case .amount(let operand) = known { _ = place(operand) }
      for case .operand(let operand) in terms.map(\.coefficient) { _ = place(operand) }
    }
    for node in loop.members {
      keep(plan.nodes[node].known, plan.nodes[node].terms)
      for limit in plan.nodes[node].limits { keep(limit.known, limit.terms) }
    }
  }
}
