internal import LinearAlgebra

extension MarchWriter {
  /// Solves a loop: what comes from outside with nothing in the torn nodes, what comes back of one unit in
  /// each, the torn nodes, and all others again.
  mutating func close(_ loop: Loop) {
    let count = loop.torn.count
    let outside = layout.scratch(rows: count)
    let gains = layout.scratch(rows: count * count)
    let slopes = layout.scratch(rows: loop.members.count)
    let inside = Set(loop.members)
    let slope = SlopeRows(loop, rows: slopes, lanes: layout.lanes, nodes: plan.nodes.count)
    for node in loop.torn { steps.append(.zero(layout.node(node))) }
    for node in loop.order { write(node) }
    for (row, node) in loop.torn.enumerated() {
      write(node, into: outside.moved(by: row * layout.lanes))
    }
    for (column, start) in loop.torn.enumerated() {
      var slope = slope
      slope.reach([start] + loop.reach[column])
      steps.append(.broadcast(slope.row(of: start), number: layout.one))
      for node in loop.reach[column] { writeSlope(of: node, into: slope.row(of: node), slope) }
      for (row, node) in loop.torn.enumerated() {
        let place = gains.moved(by: (row * count + column) * layout.lanes)
        writeSlope(of: node, into: place, slope)
      }
    }
    if count == 1 {
      steps += [.close(outside, gains), .copy(layout.node(loop.torn[0]), outside)]
    } else {
      let isShared = !loop.members.contains { node in
        plan.nodes[node].terms.contains { term in
          guard inside.contains(term.node), case .operand(let operand) = term.coefficient else {
            return false
          }
          return numbers.isByLane(operand)
        }
      }
      pause(
        for: .closing(
          LoopClosing(
            nodes: loop.torn.map(layout.node), outside: outside.start, gains: gains.start,
            lanes: layout.lanes, isShared: isShared), loop))
    }
    let changed = Set(loop.reach.joined())
    for node in loop.order where changed.contains(node) { write(node) }
  }

  /// How a node changes with a torn node, from how those change that it depends on.
  private mutating func writeSlope(of node: Int, into out: LaneRow, _ slope: SlopeRows) {
    set(
      out,
      toSumOf: plan.nodes[node].terms.filter { slope.isReached[$0.node] }.map {
        ($0.coefficient, slope.row(of: $0.node))
      })
  }
}

/// The rows that hold how the nodes of a loop change with one of its torn nodes.
private struct SlopeRows {
  /// Whether a node changes at all.
  private(set) var isReached: [Bool]
  private var places: [Int]
  private let rows: LaneRow
  private let lanes: Int

  init(_ loop: Loop, rows: LaneRow, lanes: Int, nodes: Int) {
    isReached = [Bool](repeating: false, count: nodes)
    places = [Int](repeating: 0, count: nodes)
    for (place, node) in loop.members.enumerated() { places[node] = place }
    self.rows = rows
    self.lanes = lanes
  }

  mutating func reach(_ nodes: [Int]) {
    for node in nodes { isReached[node] = true }
  }

  func row(of node: Int) -> LaneRow { rows.moved(by: places[node] * lanes) }
}
