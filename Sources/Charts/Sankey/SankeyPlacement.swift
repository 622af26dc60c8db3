/// Where the nodes and links of a Sankey diagram stand, in pixels.
struct SankeyPlacement {
  /// A link between its ports: the tops of its two ends.
  struct Ribbon: Sendable {
    let start: Point
    let end: Point
    let thickness: Double
    /// The heights at which it passes columns on its way, with their left and right.
    let passes: [(left: Double, right: Double, top: Double)]
    /// Where a backward link runs; nil for others.
    let lane: Lane?

    /// The track of a backward link: down at `out`, along `top`, up at `back` (inner edges), with the
    /// radius of its inner edge at the corners.
    struct Lane: Hashable, Sendable {
      let out: Double
      let back: Double
      let top: Double
      let radius: Double
    }

    /// A part of the link that starts so far below its upper edge; parts of a backward link run side by
    /// side, the upper one outside.
    func part(from offset: Double, thickness part: Double) -> Ribbon {
      let inside = thickness - offset - part
      return Ribbon(
        start: Point(x: start.x, y: start.y + offset), end: Point(x: end.x, y: end.y + offset),
        thickness: part, passes: passes.map { ($0.left, $0.right, $0.top + offset) },
        lane: lane.map {
          Lane(
            out: $0.out + inside, back: $0.back - inside, top: $0.top + inside,
            radius: $0.radius + inside)
        })
    }
  }

  /// Pixels for one unit of value.
  let scale: Double
  let nodes: [Box]
  /// One for each edge of the graph.
  let ribbons: [Ribbon]
  /// The stubs of stock changes, by node.
  let stubs: [Int: Box]
  /// What is missing to the balance of a node, at the side that lacks it.
  let gaps: [Int: Box]
  /// The distance between columns.
  let spacing: Double

  private static let radius = 10.0

  /// - Parameters:
  ///   - chart: the chart.
  ///   - graph: its order.
  ///   - labelHeights: the room above each node for its label.
  ///   - body: the room for all of it.
  ///   - size: the size of the chart.
  init(
    _ chart: SankeyChart, _ graph: SankeyGraph, labelHeights: [Double], in body: Box,
    size: ChartSize
  ) {
    let values = chart.nodes.map { node -> Double in
      let (entering, leaving) = chart.sums(of: node.id)
      return max(entering - min(0, node.stockChange), leaving + max(0, node.stockChange))
    }
    let back = graph.edges.indices.filter { graph.isBackward[$0] }
    let (pad, lanePad) = (1.1 * size.label, 0.5 * size.label)
    let backTotal = back.reduce(0) { $0 + graph.edges[$1].weight }
    let backRoom = back.isEmpty ? 0 : pad + lanePad * Double(back.count) + size.label
    func value(_ slot: SankeyGraph.Slot) -> Double {
      switch slot {
      case .node(let node): values[node]
      case .passing(let edge): graph.edges[edge].weight
      }
    }
    func room(_ slot: SankeyGraph.Slot) -> Double {
      switch slot {
      case .node(let node): labelHeights[node] + pad
      case .passing: 0.5 * pad
      }
    }
    func roomBelow(_ slot: SankeyGraph.Slot) -> Double {
      if case .node = slot { pad / 2 } else { pad / 4 }
    }
    let scales = graph.columns.map { column -> Double in
      let free = body.height - backRoom - column.reduce(0) { $0 + room($1) }
      return max(0.05 * body.height, free)
        / max(1e-300, column.reduce(backTotal) { $0 + value($1) })
    }
    let scale = min(scales.min() ?? 1, 0.42 * body.height / max(1e-300, values.max() ?? 1))
    self.scale = scale

    // Columns from left to right, with room for links that turn round at the first and last one.
    let width = 0.6 * size.label
    func turning(_ layer: Int, _ isOut: Bool) -> Double {
      let own = back.filter {
        graph.layers[isOut ? graph.edges[$0].from : graph.edges[$0].to] == layer
      }
      return own.isEmpty
        ? 0 : own.reduce(2 * SankeyPlacement.radius) { $0 + graph.edges[$1].weight * scale + 5 }
    }
    let lastLayer = graph.columns.count - 1
    let leftRoom = turning(0, false)
    let rightRoom = max(turning(lastLayer, true), 2.4 * size.label)
    let span = body.width - width - leftRoom - rightRoom
    spacing = span / Double(max(1, lastLayer))
    let step = spacing
    func left(_ layer: Int) -> Double { body.left + leftRoom + Double(layer) * step }

    // Heights: slots move towards what they are joined to, in their order and without overlap.
    let bottom = body.bottom - backRoom - backTotal * scale
    let heights = graph.columns.map { $0.map { room($0) + value($0) * scale } }
    var centers = zip(graph.columns, heights).map { column, heights in
      SideLabels.spread(
        heights.map { .init(wanted: (body.top + bottom) / 2, height: $0) }, top: body.top,
        bottom: bottom)
    }
    let sweeper = SankeyJoints(graph)
    for round in 0..<40 {
      let isForth = round.isMultiple(of: 2)
      let order =
        isForth
        ? Array(centers.indices.dropFirst()) : Array(centers.indices.dropLast().reversed())
      for column in order {
        let wanted = graph.columns[column].indices.map { place in
          sweeper.wanted(column, place, isForth: isForth, centers: centers)
            ?? centers[column][place]
        }
        let items = zip(wanted, heights[column]).map { SideLabels.Item(wanted: $0, height: $1) }
        centers[column] = SideLabels.spread(items, top: body.top, bottom: bottom)
      }
    }
    var boxes = [Box](
      repeating: Box(left: 0, top: 0, right: 0, bottom: 0), count: chart.nodes.count)
    var passing: [Int: [Int: Double]] = [:]
    for (layer, column) in graph.columns.enumerated() {
      for (place, slot) in column.enumerated() {
        let bottom = centers[layer][place] + heights[layer][place] / 2 - roomBelow(slot)
        let top = bottom - value(slot) * scale
        switch slot {
        case .node(let node):
          boxes[node] = Box(left: left(layer), top: top, right: left(layer) + width, bottom: bottom)
        case .passing(let edge): passing[edge, default: [:]][layer] = top
        }
      }
    }
    nodes = boxes

    // Lanes of backward links: the shorter the way, the nearer to the others.
    let lanes = back.sorted { one, other in
      func reach(_ edge: Int) -> Int {
        graph.layers[graph.edges[edge].from] - graph.layers[graph.edges[edge].to]
      }
      return (reach(one), one) < (reach(other), other)
    }
    var laneTops: [Int: Double] = [:]
    var laneTop = bottom + pad
    for edge in lanes {
      laneTops[edge] = laneTop
      laneTop += graph.edges[edge].weight * scale + lanePad
    }

    // Ports: stock stubs on top, forward links by where they lead, backward links at the bottom.
    var starts = [Double](repeating: 0, count: graph.edges.count)
    var ends = starts
    var (stubs, gaps): ([Int: Box], [Int: Box]) = ([:], [:])
    for (index, node) in chart.nodes.enumerated() {
      let box = boxes[index]
      func key(_ edge: Int, isOut: Bool) -> Double {
        if graph.isBackward[edge] { return 1e9 - (laneTops[edge] ?? 0) }
        let other = isOut ? graph.edges[edge].to : graph.edges[edge].from
        let next = graph.layers[index] + (isOut ? 1 : -1)
        return passing[edge]?[next] ?? boxes[other].middle.y
      }
      let length = 1.5 * size.label
      var y = box.top
      if node.stockChange > 0 {
        let height = node.stockChange * scale
        stubs[index] = Box(left: box.right, top: y, right: box.right + length, bottom: y + height)
        y += height
      }
      let out = graph.edges.indices.filter { graph.edges[$0].from == index }
      for edge in out.sorted(by: { (key($0, isOut: true), $0) < (key($1, isOut: true), $1) }) {
        starts[edge] = y
        y += graph.edges[edge].weight * scale
      }
      let leaving = y
      y = box.top
      if node.stockChange < 0 {
        let height = -node.stockChange * scale
        stubs[index] = Box(left: box.left - length, top: y, right: box.left, bottom: y + height)
        y += height
      }
      let entering = graph.edges.indices.filter { graph.edges[$0].to == index }
      for edge in entering.sorted(by: { (key($0, isOut: false), $0) < (key($1, isOut: false), $1) })
      {
        ends[edge] = y
        y += graph.edges[edge].weight * scale
      }
      let rest = chart.imbalance(of: node)
      let (lacking, side) = rest > 0 ? (leaving, box.right) : (y, box.left - 0.8 * size.label)
      if rest != 0 {
        gaps[index] = Box(
          left: side, top: lacking, right: side + 0.8 * size.label,
          bottom: lacking + abs(rest) * scale)
      }
    }
    self.stubs = stubs
    self.gaps = gaps

    var turned: [String: Double] = [:]
    func turn(_ layer: Int, _ isOut: Bool, _ thickness: Double) -> Double {
      let key = "\(layer) \(isOut)"
      let offset = turned[key] ?? SankeyPlacement.radius
      turned[key] = offset + thickness + 5
      return offset
    }
    var tracks: [Int: Ribbon.Lane] = [:]
    for edge in lanes {
      let (from, to) = (graph.edges[edge].from, graph.edges[edge].to)
      let thickness = graph.edges[edge].weight * scale
      let out = boxes[from].right + turn(graph.layers[from], true, thickness)
      let back = boxes[to].left - turn(graph.layers[to], false, thickness)
      tracks[edge] = Ribbon.Lane(
        out: out, back: back, top: laneTops[edge] ?? bottom, radius: SankeyPlacement.radius - 2)
    }
    ribbons = graph.edges.enumerated().map { index, edge in
      let passes = (passing[index] ?? [:]).sorted { $0.key < $1.key }
        .map { (left: left($0.key), right: left($0.key) + width, top: $0.value) }
      return Ribbon(
        start: Point(x: boxes[edge.from].right, y: starts[index]),
        end: Point(x: boxes[edge.to].left, y: ends[index]), thickness: edge.weight * scale,
        passes: passes, lane: tracks[index])
    }
  }
}

/// Which slots are joined, for finding heights.
private struct SankeyJoints {
  private let graph: SankeyGraph
  private let places: [[SankeyGraph.Slot: Int]]

  init(_ graph: SankeyGraph) {
    self.graph = graph
    places = graph.columns.map { column in
      Dictionary(uniqueKeysWithValues: column.enumerated().map { ($1, $0) })
    }
  }

  /// The mean height of the slots that a slot is joined to on one side, by weight.
  func wanted(
    _ column: Int, _ place: Int, isForth: Bool, centers: [[Double]]
  ) -> Double? {
    let slot = graph.columns[column][place]
    let joined: [Int] =
      switch slot {
      case .passing(let edge): [edge]
      case .node(let node):
        graph.edges.indices.filter {
          !graph.isBackward[$0] && (isForth ? graph.edges[$0].to : graph.edges[$0].from) == node
        }
      }
    let next = isForth ? column - 1 : column + 1
    var (sum, weight) = (0.0, 0.0)
    for index in joined {
      let end = isForth ? graph.edges[index].from : graph.edges[index].to
      let other: SankeyGraph.Slot = graph.layers[end] == next ? .node(end) : .passing(edge: index)
      guard let position = places[next][other] else { continue }
      sum += centers[next][position] * graph.edges[index].weight
      weight += graph.edges[index].weight
    }
    return weight > 0 ? sum / weight : nil
  }
}
