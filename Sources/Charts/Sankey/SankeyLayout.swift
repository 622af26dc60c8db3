/// Draws a Sankey diagram: links behind, then nodes, then words, of which none overlaps another.
struct SankeyLayout {
  private(set) var marks: [Mark] = []

  private let chart: SankeyChart
  private let size: ChartSize
  private let theme: Theme
  private let graph: SankeyGraph
  private let bundles: [SankeyBundle]
  private let placement: SankeyPlacement
  private let style: TextStyle
  private let body: Box
  /// The room for the words of each node.
  private let labelWidths: [Double]

  init(_ chart: SankeyChart, size: ChartSize, theme: Theme) {
    self.chart = chart
    self.size = size
    self.theme = theme
    let places = Dictionary(uniqueKeysWithValues: chart.nodes.enumerated().map { ($1.id, $0) })
    let bundles = SankeyBundle.bundles(of: chart.links)
    self.bundles = bundles
    let graph = SankeyGraph(
      count: chart.nodes.count,
      edges: bundles.map {
        .init(from: places[$0.from] ?? 0, to: places[$0.to] ?? 0, weight: $0.value)
      },
      given: chart.nodes.map(\.layer), ranks: chart.nodes.map(\.rank))
    self.graph = graph
    let frame = chart.caption.frame(size: size, theme: theme)
    let colors = SankeyLayout.colors(chart, theme)
    let legend = LegendRow(
      SankeyLayout.entries(chart, colors, theme), left: frame.body.left, top: frame.body.top,
      width: frame.body.width, size: size, theme: theme)
    // Narrow columns take smaller words.
    let columns = Double(max(1, graph.columns.count - 1))
    body = Box(
      left: frame.body.left, top: frame.body.top + legend.height, right: frame.body.right,
      bottom: frame.body.bottom)
    let width = 0.92 * frame.body.width / (columns + 0.35)
    let last = graph.columns.count - 1
    let widths = graph.layers.map { layer in
      // At the sides a label reaches inward from the edge, so that it leaves the next column its half.
      layer == 0 || layer == last ? 0.52 * width + 0.9 * size.label : width
    }
    labelWidths = widths
    let style = SankeyLayout.style(chart, widths: widths, width: width, size: size, theme: theme)
    self.style = style
    let heights = zip(chart.nodes, widths).map { node, width in
      SankeyLayout.words(chart, node, style, width).reduce(0.35 * style.size) {
        $0 + $1.style.height(lines: 1) * 1.2
      }
    }
    placement = SankeyPlacement(chart, graph, labelHeights: heights, in: body, size: size)

    var marks = frame.marks
    if !legend.marks.isEmpty {
      marks.append(.group(id: "legend", tooltip: nil, marks: legend.marks))
    }
    self.marks = []
    marks.append(.group(id: "links", tooltip: nil, marks: linkMarks(colors)))
    marks.append(.group(id: "nodes", tooltip: nil, marks: nodeMarks()))
    marks.append(.group(id: "labels", tooltip: nil, marks: labelMarks()))
    self.marks = marks
  }

  /// The largest size in which no name of a node is cut or has a word that is wider than its room.
  private static func style(
    _ chart: SankeyChart, widths: [Double], width: Double, size: ChartSize, theme: Theme
  ) -> TextStyle {
    for factor in [0.86, 0.8, 0.74, 0.68] {
      let bold = TextStyle(size: size.axis * factor, weight: .bold, color: theme.ink)
      let isWhole = zip(chart.nodes, widths).allSatisfy { node, width in
        let lines = TextMetrics.lines(node.label, style: bold, width: width, limit: nameLines)
        return TextMetrics.isWhole(node.label, in: lines, style: bold, width: width)
      }
      if isWhole && 8 * bold.size <= width {
        return TextStyle(size: bold.size, weight: .regular, color: theme.ink)
      }
    }
    return TextStyle(size: size.axis * 0.62, weight: .regular, color: theme.ink)
  }

  // MARK: - Words of a node

  private struct Words {
    let text: String
    let style: TextStyle
  }

  private static let nameLines = 4

  /// Its name in a few lines, and both of its sums.
  private static func words(
    _ chart: SankeyChart, _ node: SankeyChart.Node, _ style: TextStyle, _ width: Double
  ) -> [Words] {
    let bold = TextStyle(size: style.size, weight: .bold, color: style.color)
    let names = TextMetrics.lines(node.label, style: bold, width: width, limit: nameLines)
    let (entering, leaving) = chart.sums(of: node.id)
    let (one, other) = (NumberFormat.significant(entering), NumberFormat.significant(leaving))
    let sums =
      entering == 0 ? other : leaving == 0 || one == other ? one : "\(one) in, \(other) out"
    return names.map { Words(text: $0, style: bold) } + [Words(text: sums, style: style)]
  }

  // MARK: - Shapes

  private static func colors(_ chart: SankeyChart, _ theme: Theme) -> [String: Color] {
    var ids: [String] = []
    for link in chart.links {
      if case .endUse(let id) = link.ink, !ids.contains(id) { ids.append(id) }
    }
    return Dictionary(uniqueKeysWithValues: zip(ids, Palette(theme).colors(for: ids)))
  }

  /// What the colours of groups mean.
  private static func entries(
    _ chart: SankeyChart, _ colors: [String: Color], _ theme: Theme
  ) -> [LegendRow.Entry] {
    var entries: [LegendRow.Entry] = []
    for link in chart.links where !link.group.isEmpty {
      guard !entries.contains(where: { $0.label == link.group }) else { continue }
      entries.append(
        .init(label: link.group, color: link.ink.color(colors, theme), sample: .area))
    }
    return entries
  }

  private func linkMarks(_ colors: [String: Color]) -> [Mark] {
    let labels = Dictionary(uniqueKeysWithValues: chart.nodes.map { ($0.id, $0.label) })
    // The widest first, so that thin links lie on top.
    let order = bundles.indices.sorted { bundles[$0].value > bundles[$1].value }
    let parts = order.flatMap { index -> [(SankeyChart.Link, SankeyPlacement.Ribbon)] in
      var offset = 0.0
      return bundles[index].links.map { link in
        let thickness = link.value * placement.scale
        defer { offset += thickness }
        return (link, placement.ribbons[index].part(from: offset, thickness: thickness))
      }
    }
    return parts.map { link, ribbon in
      let ends = "\(labels[link.from] ?? link.from) → \(labels[link.to] ?? link.to)"
      let about = [link.label, link.group].filter { !$0.isEmpty }.joined(separator: ", ")
      let share = link.value > 0 ? min(1, (link.uncertainty ?? 0) / link.value) : 0
      return .group(
        id: "link-\(link.from)-\(link.to)" + (link.group.isEmpty ? "" : "-\(link.group)"),
        tooltip: "\(ends)\(about.isEmpty ? "" : " (\(about))"): \(chart.text(link))",
        marks: [
          .shape(
            ribbon.path, fill: link.ink.color(colors, theme),
            opacity: (link.group.isEmpty ? 0.62 : 0.82) - 0.45 * share)
        ])
    }
  }

  private func nodeMarks() -> [Mark] {
    chart.nodes.enumerated().map { index, node in
      let box = placement.nodes[index]
      var content: [Mark] = [
        .rectangle(box.height < 1.5 ? box.expanded(by: 0.75) : box, fill: theme.ink)
      ]
      if let stub = placement.stubs[index] {
        content.append(.rectangle(stub, fill: theme.addition))
        // A bar at its far end: here it stays, or from here it comes.
        let edge = node.stockChange > 0 ? stub.right : stub.left
        content.append(
          .line(
            [Point(x: edge, y: stub.top), Point(x: edge, y: stub.bottom)],
            Stroke(color: theme.ink, width: 2.5 * size.hairline)))
      }
      if let gap = placement.gaps[index] {
        content += Hatching.marks(gap, color: theme.spent, size: size)
      }
      let (entering, leaving) = chart.sums(of: node.id)
      let rest = chart.imbalance(of: node)
      let tooltip =
        "\(node.label): in \(chart.text(entering)), out \(chart.text(leaving))"
        + (node.stockChange == 0
          ? "" : ", to stock \(NumberFormat.signed(node.stockChange)) \(chart.unit)")
        + (rest == 0 ? "" : ", imbalance \(NumberFormat.signed(rest)) \(chart.unit)")
      return .group(id: "node-" + node.id, tooltip: tooltip, marks: content)
    }
  }

  // MARK: - Labels

  private func labelMarks() -> [Mark] {
    let boxes = placement.nodes + placement.stubs.values + placement.gaps.values
    var placer = LabelPlacer(in: body, taken: [])
    var marks: [Mark] = []
    let last = graph.columns.count - 1
    for (index, node) in chart.nodes.enumerated() {
      let box = placement.nodes[index]
      let words = SankeyLayout.words(chart, node, style, labelWidths[index])
      var bottom = box.top - 0.2 * style.size
      let layer = graph.layers[index]
      let (anchor, x): (TextBlock.Anchor, Double) =
        layer == 0
        ? (.start, box.left)
        : layer == last ? (.end, box.right + 0.9 * size.label) : (.middle, box.middle.x)
      for word in words.reversed() {
        let height = word.style.height(lines: 1)
        let block = TextBlock(
          [word.text], style: word.style, anchor: anchor, x: x, top: bottom - height)
        // Words beside it keep a space away.
        placer.reserve(block.box.expanded(by: 0.25 * style.size))
        marks += plated(block)
        bottom -= height * 1.2
      }
    }
    for box in boxes { placer.reserve(box) }
    marks += stockMarks(&placer)
    marks += valueMarks(&placer)
    marks += scaleBar(&placer)
    return marks
  }

  /// What is added to stocks, in words beside the stubs; of sinks the sum says it.
  private func stockMarks(_ placer: inout LabelPlacer) -> [Mark] {
    var marks: [Mark] = []
    for (index, node) in chart.nodes.enumerated() {
      let rest = chart.imbalance(of: node)
      if let gap = placement.gaps[index] {
        let text = "imbalance \(NumberFormat.signed(rest))"
        let places = LabelPlacer.around(
          gap.middle, gap: 0.9 * size.label, lines: [text], style: style)
        if let block = placer.place(places) { marks += plated(block) }
      }
      guard let stub = placement.stubs[index],
        node.stockChange < 0 || chart.sums(of: node.id).outflow > 0
      else { continue }
      let lines = ["\(NumberFormat.signed(node.stockChange))", "to stock"]
      let isOut = node.stockChange > 0
      let x = isOut ? stub.right + 0.4 * style.size : stub.left - 0.4 * style.size
      let side = TextBlock(
        lines, style: style, anchor: isOut ? .start : .end, x: x, center: stub.middle.y)
      let above = TextBlock(
        [lines.joined(separator: " ")], style: style, anchor: isOut ? .start : .end, x: x,
        top: stub.top - 1.1 * style.size)
      if let block = placer.place([side, above]) { marks += plated(block) }
    }
    return marks
  }

  /// Values on links, the largest first; with their names where there is room.
  private func valueMarks(_ placer: inout LabelPlacer) -> [Mark] {
    let order = bundles.indices.sorted { bundles[$0].value > bundles[$1].value }
    return order.flatMap { index -> [Mark] in
      let bundle = bundles[index]
      let doubt = bundle.links.count == 1 ? bundle.links[0].uncertainty : nil
      let value = NumberFormat.measured(bundle.value, doubt)
      let ribbon = placement.ribbons[index]
      let texts =
        bundle.label.isEmpty
        ? [[value]] : [["\(bundle.label) \(value)"], [bundle.label, value], [value]]
      let candidates = texts.filter {
        $0.count == 1 || ribbon.thickness > 1.1 * style.height(lines: 2)
      }.flatMap { lines in
        ribbon.labelPlaces.flatMap { place -> [TextBlock] in
          let inside = TextBlock(lines, style: style, anchor: .middle, x: place.x, center: place.y)
          let above = TextBlock(
            lines, style: style, anchor: .middle, x: place.x,
            center: place.y - ribbon.thickness / 2 - 0.62 * style.size)
          return ribbon.thickness > 0.9 * style.size ? [inside] : [above]
        }
      }
      // A name that is wider than the room between columns would stand on other links.
      let room = (graph.isBackward[index] ? 1.6 : 0.86) * placement.spacing
      let fitting = candidates.filter { $0.box.width < room || $0.lines == [value] }
      return placer.place(fitting).map(plated) ?? []
    }
  }

  /// Text on a plate of the background, so that links behind it do not make it hard to read.
  private func plated(_ block: TextBlock) -> [Mark] {
    let box = block.box.expanded(by: 0.14 * block.style.size)
    let path = Path(
      steps: [.move(box.corners[0])] + box.corners.dropFirst().map { .line($0) })
    return [.shape(path, fill: theme.background, opacity: 0.72), .text(block)]
  }

  /// How wide a round amount is.
  private func scaleBar(_ placer: inout LabelPlacer) -> [Mark] {
    let amount = NiceScale(covering: max(1e-300, 46 / placement.scale), limit: 1).top / 2
    let power = DecimalPower.value(DecimalPower.exponent(of: max(1e-300, amount)))
    let round = [5.0, 2, 1].map { $0 * power }.first { $0 <= amount * 1.001 } ?? power
    let height = round * placement.scale
    let text = TextBlock(
      [chart.text(round)], style: style, anchor: .end, x: body.right - 1.1 * style.size,
      center: body.bottom - height / 2 - 2)
    guard let block = placer.place([text]) else { return [] }
    let bar = Box(
      left: body.right - 0.7 * style.size, top: body.bottom - height - 2,
      right: body.right - 0.25 * style.size, bottom: body.bottom - 2)
    return [.rectangle(bar, fill: theme.mutedInk), .text(block)]
  }
}
