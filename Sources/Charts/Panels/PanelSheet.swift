/// One panel, placed in its box.
struct PanelSheet {
  private(set) var marks: [Mark]
  let area: Drawing.PlotArea

  private let panel: PanelChart.Panel
  private let colors: [String: Color]
  private let size: ChartSize
  private let theme: Theme
  private let textScale: Double
  private let plot: Box
  private let valueAxis: ValueAxis
  private let yearAxis: YearAxis

  /// - Parameters:
  ///   - panel: what is in it.
  ///   - box: the room for it, with its axes and title.
  ///   - chart: the chart that it belongs to.
  ///   - colors: the colours of end uses.
  ///   - range: the values that an axis shows which it shares with others; nil for one of its own.
  ///   - titleHeight: the room for its title, as high as those beside it need.
  ///   - isBottom: whether the years below it carry labels; panels above others share them.
  ///   - isLabelled: whether its lines carry labels beside the plot; else a legend names them.
  ///   - size: the size of the chart.
  ///   - theme: its colours.
  init(
    _ panel: PanelChart.Panel, in box: Box, chart: PanelChart, colors: [String: Color],
    range: ClosedRange<Double>?, titleHeight: Double, isBottom: Bool, isLabelled: Bool,
    size: ChartSize,
    theme: Theme
  ) {
    let scale = isLabelled ? 1 : 0.86
    textScale = scale
    let titleStyle = PanelSheet.titleStyle(size, theme)
    let title = PanelSheet.title(panel, width: box.width, style: titleStyle)
    let valueAxis = ValueAxis(
      maximum: range?.upperBound ?? panel.maximum, minimum: range?.lowerBound ?? panel.minimum,
      unit: panel.unit, headingWidth: box.width, size: size, theme: theme, textScale: scale,
      steps: PanelSheet.steps(box.height - titleHeight, size))
    let yearAxis = PanelSheet.yearAxis(
      chart, panel, isBottom: isBottom, size, theme, textScale: scale)
    let top = box.top + titleHeight + valueAxis.headingHeight
    let bottom = box.bottom - yearAxis.height
    let left = box.left + valueAxis.labelWidth
    let column =
      isLabelled
      ? PanelSheet.column(
        panel, colors, valueAxis,
        plot: Box(left: left, top: top, right: left + 1, bottom: bottom), size, theme) : nil
    plot = Box(
      left: left, top: top, right: box.right - (column?.width ?? 0.6 * size.axis), bottom: bottom)
    self.panel = panel
    self.colors = colors
    self.size = size
    self.theme = theme
    self.valueAxis = valueAxis
    self.yearAxis = yearAxis
    area = Drawing.PlotArea(box: plot, first: yearAxis.first, last: yearAxis.last)
    let heading =
      title.isEmpty
      ? []
      : [Mark.text(TextBlock(title, style: titleStyle, anchor: .start, x: box.left, top: box.top))]
    var marks = heading
    let reserved =
      heading.isEmpty
      ? []
      : [
        Box(left: box.left, top: box.top, right: box.right, bottom: box.top + titleHeight)
      ]
    self.marks = []
    marks += valueAxis.marks(plot: plot) + yearAxis.marks(plot: plot)
    marks += panel.layers.flatMap { layer -> [Mark] in
      switch layer {
      case .band(let band): [self.mark(of: band)]
      case .line(let line): [self.mark(of: line)]
      case .note: []
      }
    }
    marks += noteMarks(reserved: reserved)
    if let column { marks += column.marks(plot: plot, dataEnd: plot.right) }
    self.marks = marks
  }

  /// The axis of years or ages; the text is smaller where several panels share a chart.
  static func yearAxis(
    _ chart: PanelChart, _ panel: PanelChart.Panel, isBottom: Bool, _ size: ChartSize,
    _ theme: Theme, textScale: Double = 0.86
  ) -> YearAxis {
    YearAxis(
      first: panel.positions[0], last: panel.positions[panel.positions.count - 1], size: size,
      theme: theme, heading: chart.horizontal == .age ? "Age in years" : "", textScale: textScale,
      isLabelled: isBottom)
  }

  /// How many steps of the value axis leave its labels room.
  private static func steps(_ height: Double, _ size: ChartSize) -> Int {
    min(6, max(2, Int((height - 2.4 * size.axis) / (1.25 * size.axis))))
  }

  /// The room that the title of a panel takes.
  static func titleHeight(
    of panel: PanelChart.Panel, width: Double, size: ChartSize, theme: Theme
  ) -> Double {
    let style = titleStyle(size, theme)
    let lines = title(panel, width: width, style: style)
    return lines.isEmpty ? 0 : style.height(lines: lines.count) + 0.5 * style.size
  }

  private static func titleStyle(_ size: ChartSize, _ theme: Theme) -> TextStyle {
    TextStyle(size: size.label * 0.92, weight: .bold, color: theme.ink)
  }

  private static func title(
    _ panel: PanelChart.Panel, width: Double, style: TextStyle
  ) -> [String] {
    panel.title.isBlank
      ? [] : TextMetrics.lines(panel.title, style: style, width: width, limit: 4)
  }

  /// The labels beside the plot, each at the last value of its line or the middle of its band.
  private static func column(
    _ panel: PanelChart.Panel, _ colors: [String: Color], _ axis: ValueAxis, plot: Box,
    _ size: ChartSize, _ theme: Theme
  ) -> SideColumn {
    let lines = panel.lines.map { line -> (String, Color, Double, Double) in
      let last = line.values.last { $0 != nil } ?? nil
      let value = last.map { " " + NumberFormat.significant($0) } ?? ""
      return (line.label + value, line.ink.color(colors, theme), last ?? 0, 2 * (last ?? 0))
    }
    let bands = panel.bands.map { band -> (String, Color, Double, Double) in
      let last = band.upper.indices.last { band.lower[$0] != nil && band.upper[$0] != nil } ?? 0
      let (low, high) = (band.lower[last] ?? 0, band.upper[last] ?? 0)
      // What is drawn inside a band hides its middle: its label points above that.
      let inside = (panel.bands.map { $0.upper[last] } + panel.lines.map { $0.values[last] })
        .compactMap { $0 }.filter { $0 > low && $0 < high }
      let middle = ((inside.max() ?? low) + high) / 2
      let color = theme.background.mixed(
        with: band.ink.color(colors, theme), share: band.strength)
      return (band.label, color, middle, middle)
    }
    let entries = (lines + bands).map { label, color, value, importance in
      SideColumn.Entry(
        text: [label], fill: color, target: axis.position(value, in: plot),
        importance: importance)
    }
    return SideColumn(
      entries.sorted { $0.target < $1.target }, top: plot.top - 0.4 * size.label,
      bottom: plot.bottom, size: size, theme: theme)
  }

  private func point(_ position: Double, _ value: Double) -> Point {
    Point(x: yearAxis.position(position, in: plot), y: valueAxis.position(value, in: plot))
  }

  private func mark(of band: PanelChart.Band) -> Mark {
    var areas: [(upper: [Point], lower: [Point])] = [([], [])]
    for (position, values) in zip(panel.positions, zip(band.lower, band.upper)) {
      if let low = values.0, let high = values.1 {
        areas[areas.count - 1].lower.append(point(position, low))
        areas[areas.count - 1].upper.append(point(position, high))
      } else if !areas[areas.count - 1].upper.isEmpty {
        areas.append(([], []))
      }
    }
    let color = theme.background.mixed(with: band.ink.color(colors, theme), share: band.strength)
    return .group(
      id: "band-" + band.id, tooltip: band.label,
      marks: areas.filter { !$0.upper.isEmpty }.map { upper, lower in
        .area(upper + lower.reversed(), fill: color)
      })
  }

  private func mark(of line: PanelChart.Line) -> Mark {
    let isReference = line.ink == .reference
    let width = (isReference ? 2.4 : 3.4) * size.hairline
    let color = line.ink.color(colors, theme)
    var pieces: [(points: [Point], dash: Stroke.Dash)] = []
    var run: [(position: Double, point: Point)] = []
    func close() {
      let border = line.projectedFrom ?? .infinity
      let solid = run.filter { $0.position <= border }.map(\.point)
      let projected = run.filter { $0.position >= border }.map(\.point)
      if solid.count > 1 || projected.isEmpty, !solid.isEmpty { pieces.append((solid, .solid)) }
      if projected.count > 1 || solid.isEmpty, !projected.isEmpty {
        pieces.append((projected, .dashed))
      }
      run = []
    }
    for (position, value) in zip(panel.positions, line.values) {
      if let value { run.append((position, point(position, value))) } else { close() }
    }
    close()
    let last = Array(zip(panel.positions, line.values)).last { $0.1 != nil }
    let value = last?.1.map { ": \(Magnitude.text($0, unit: panel.unit))" } ?? ""
    let year = last.map { " in \(NumberFormat.year($0.0))" } ?? ""
    return .group(
      id: "line-" + line.id, tooltip: line.label + value + year,
      marks: pieces.map { .line($0.points, Stroke(color: color, width: width, dash: $0.dash)) })
  }

  /// Dots with words, the most important first; words without room are left out.
  private func noteMarks(reserved: [Box]) -> [Mark] {
    let style = TextStyle(
      size: size.axis * textScale, weight: .regular, color: theme.ink)
    let curves = panel.lines.flatMap { line in
      zip(panel.positions, line.values).compactMap { position, value in
        value.map { point(position, $0) }
      }
    }
    let room = Box(
      left: plot.left, top: plot.top - valueAxis.headingHeight * 0.25, right: plot.right,
      bottom: plot.bottom)
    var placer = LabelPlacer(in: room, taken: reserved, avoiding: curves)
    let radius = 5 * size.hairline
    // Rings lie below dots, which they may surround.
    let notes = panel.notes.sorted {
      ($0.isHollow ? 1 : 0, $0.importance) > ($1.isHollow ? 1 : 0, $1.importance)
    }
    for note in notes {
      let center = point(note.position, note.value)
      placer.reserve(
        Box(left: center.x, top: center.y, right: center.x, bottom: center.y).expanded(by: radius))
    }
    var marks: [Mark] = []
    for note in notes {
      let center = point(note.position, note.value)
      let color = note.ink.color(colors, theme)
      marks.append(
        note.isHollow
          ? .circle(
            center: center, radius: radius * 1.25, fill: theme.background,
            stroke: Stroke(color: color, width: 2 * size.hairline))
          : .circle(
            center: center, radius: radius, fill: color,
            stroke: Stroke(color: theme.background, width: 1.5 * size.hairline)))
      if note.text.isBlank { continue }
      let lines = TextMetrics.lines(
        note.text, style: style, width: max(0.42 * plot.width, 9 * style.size), limit: 3)
      let places = [0.55, 1.3, 2.2].flatMap { factor in
        LabelPlacer.around(
          center, gap: radius + factor * style.size * 0.6, lines: lines, style: style)
      }
      if let block = placer.place(places) { marks.append(.text(block)) }
    }
    return [.group(id: "notes", tooltip: nil, marks: marks)]
  }
}
