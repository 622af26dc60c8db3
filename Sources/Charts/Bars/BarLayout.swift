/// Places the rows of a bar chart.
struct BarLayout {
  let marks: [Mark]

  init(_ chart: BarChart, size: ChartSize, theme: Theme) {
    let frame = chart.caption.frame(size: size, theme: theme)
    let body = frame.body
    let axisStyle = TextStyle(size: size.axis, weight: .regular, color: theme.mutedInk)
    let headingStyle = TextStyle(size: size.axis, weight: .bold, color: theme.mutedInk)
    let heading = TextMetrics.lines(
      "\(chart.axis), \(chart.unit)", style: headingStyle, width: body.width, limit: 2)
    let top = body.top + headingStyle.height(lines: heading.count) + 2.6 * axisStyle.size
    // What is built up step by step shows every step.
    let limit =
      chart.isConnected ? chart.rows.count : Int((body.bottom - top) / (2 * size.label))
    let (rows, missing) = BarLayout.shown(chart, limit: max(1, limit))
    let (style, labels) = BarLayout.labels(
      rows, size, theme, width: 0.37 * body.width,
      height: min((body.bottom - top) / Double(rows.count), 5 * size.label))
    // Numbers are no larger than the words that they belong to.
    let valueStyle = TextStyle(
      size: min(axisStyle.size, style.size), weight: .regular, color: theme.mutedInk)
    let labelWidth = labels.map { style.width($0) }.max() ?? 0
    let texts = rows.flatMap(\.bars).map { axisStyle.width([$0.text]) + axisStyle.size }
    let room = texts.max() ?? 0
    let scale = SignedScale(covering: rows.flatMap { $0.bars.flatMap { [$0.from, $0.to] } })
    let plot = Box(
      left: body.left + labelWidth + size.label + (scale.first < 0 ? room : 0), top: top,
      right: body.right - room, bottom: body.bottom - (missing > 0 ? 1.6 * axisStyle.size : 0))
    func x(_ value: Double) -> Double {
      plot.left + (value - scale.first) / (scale.last - scale.first) * plot.width
    }
    let height = min(plot.height / Double(rows.count), 5 * size.label)
    let magnitude = Magnitude(of: max(abs(scale.first), abs(scale.last)))

    var marks = frame.marks
    marks.append(
      .group(
        id: "heading-axis", tooltip: nil,
        marks: [
          .text(
            TextBlock(heading, style: headingStyle, anchor: .start, x: body.left, top: body.top))
        ]))
    let shown = BarLayout.labelled(scale.ticks, in: plot.width, style: axisStyle)
    let bottom = plot.top + height * Double(rows.count)
    let ticks = scale.ticks.flatMap { tick -> [Mark] in
      let isZero = abs(tick) < scale.step / 2
      let stroke = Stroke(
        color: isZero ? theme.rule : theme.grid, width: size.hairline * (isZero ? 1.6 : 1))
      let line = Mark.line([Point(x: x(tick), y: plot.top), Point(x: x(tick), y: bottom)], stroke)
      guard shown.contains(tick) else { return [line] }
      let text = NumberFormat.signed(
        DecimalPower.divide(tick, by: magnitude.exponent), plus: false)
      return [
        line,
        .text(
          TextBlock(
            [isZero ? "0" : text], style: axisStyle, anchor: .middle, x: x(tick),
            baseline: plot.top - 0.6 * axisStyle.size)),
      ]
    }
    marks.append(.group(id: "ticks", tooltip: nil, marks: ticks))
    for (index, row) in rows.enumerated() {
      let middle = plot.top + (Double(index) + 0.5) * height
      var content: [Mark] = [
        .text(
          TextBlock(
            labels[index], style: style, anchor: .end, x: body.left + labelWidth, center: middle))
      ]
      var texts: [Mark] = []
      for bar in row.bars {
        let (start, end) = (x(bar.from), x(bar.to))
        let box = Box(
          left: min(start, end), top: middle - 0.31 * height, right: max(start, end),
          bottom: middle + 0.31 * height)
        content.append(.rectangle(box, fill: bar.ink.color([:], theme)))
        if chart.isConnected, box.width < 1 {
          // Nothing changes: a line in place of a bar.
          content.append(
            .line(
              [Point(x: start, y: box.top), Point(x: start, y: box.bottom)],
              Stroke(color: theme.rule, width: 2 * size.hairline)))
        }
        let isLeft = bar.to < bar.from
        let edge = isLeft ? box.left : box.right
        if bar.text.isEmpty { continue }
        let block = TextBlock(
          [bar.text], style: valueStyle, anchor: isLeft ? .end : .start,
          x: edge + (isLeft ? -0.4 : 0.4) * axisStyle.size, center: middle)
        // On a plate of the background, so that no grid line runs through it.
        texts += [.rectangle(block.box, fill: theme.background), .text(block)]
      }
      content += texts
      if chart.isConnected, index + 1 < rows.count, let bar = row.bars.last {
        let ends = [
          Point(x: x(bar.to), y: middle + 0.31 * height),
          Point(x: x(bar.to), y: middle + 0.69 * height),
        ]
        content.append(.line(ends, Stroke(color: theme.rule, width: size.hairline)))
      }
      let words = row.bars.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
      marks.append(
        .group(id: "row-\(index + 1)", tooltip: "\(row.label): \(words)", marks: content))
    }
    if missing > 0 {
      marks.append(
        .text(
          TextBlock(
            ["+ \(missing) more with less effect"], style: axisStyle, anchor: .start, x: body.left,
            top: plot.bottom + 0.4 * axisStyle.size)))
    }
    self.marks = marks
  }

  /// The rows that have room: those with the largest bars, in their order.
  private static func shown(
    _ chart: BarChart, limit: Int
  ) -> (rows: [BarChart.Row], missing: Int) {
    guard chart.rows.count > limit else { return (chart.rows, 0) }
    func length(_ row: BarChart.Row) -> Double { row.bars.map { abs($0.to - $0.from) }.max() ?? 0 }
    let kept = Set(
      chart.rows.indices.sorted { length(chart.rows[$0]) > length(chart.rows[$1]) }.prefix(limit))
    return (
      chart.rows.indices.filter(kept.contains).map { chart.rows[$0] }, chart.rows.count - limit
    )
  }

  /// The labels of rows in the largest size in which none is cut.
  private static func labels(
    _ rows: [BarChart.Row], _ size: ChartSize, _ theme: Theme, width: Double, height: Double
  ) -> (style: TextStyle, lines: [[String]]) {
    let full = TextStyle(size: size.label, weight: .regular, color: theme.ink)
    var found: (style: TextStyle, lines: [[String]]) = (full, [])
    for factor in [1, 0.9, 0.8, 0.7, 0.62] {
      let style = full.scaled(by: factor)
      let limit = max(1, Int(1 + (0.94 * height - style.size) / style.lineHeight))
      let lines = rows.map {
        TextMetrics.lines($0.label, style: style, width: width, limit: limit)
      }
      found = (style, lines)
      if zip(rows, lines).allSatisfy({
        TextMetrics.isWhole($0.label, in: $1, style: style, width: width)
      }) {
        break
      }
    }
    return found
  }

  /// The ticks whose labels leave each other room: all, or every second, counted from zero.
  private static func labelled(
    _ ticks: [Double], in width: Double, style: TextStyle
  ) -> Set<Double> {
    let widest = ticks.map { style.width([NumberFormat.signed($0, plus: false)]) }.max() ?? 0
    let each = width / Double(max(1, ticks.count - 1))
    guard widest + 0.6 * style.size > each else { return Set(ticks) }
    let zero = ticks.firstIndex { abs($0) < 1e-12 * abs(ticks[ticks.count - 1] - ticks[0]) } ?? 0
    return Set(ticks.indices.filter { ($0 - zero).isMultiple(of: 2) }.map { ticks[$0] })
  }
}
