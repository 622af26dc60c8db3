/// Places the fixed boxes of the cycle and the arrows between them.
struct CycleLayout {
  private(set) var marks: [Mark] = []

  private let chart: CycleChart
  private let size: ChartSize
  private let theme: Theme
  private let body: Box
  private let style: TextStyle

  init(_ chart: CycleChart, size: ChartSize, theme: Theme) {
    self.chart = chart
    self.size = size
    self.theme = theme
    let frame = chart.caption.frame(size: size, theme: theme)
    let whole = frame.body
    // As wide as high boxes allow.
    let height = min(whole.height, 0.72 * whole.width)
    let top = whole.top + 0.3 * (whole.height - height)
    body = Box(left: whole.left, top: top, right: whole.right, bottom: top + height)
    style = TextStyle(
      size: size.axis * (size == .slide ? 0.95 : 0.82), weight: .regular, color: theme.ink)
    let stages = CycleChart.Stage.allCases.filter { stage in
      stage != .outside || chart.arrows.contains { $0.from == stage || $0.to == stage }
    }
    let arrows = arrowMarks()
    marks =
      frame.marks + [
        .group(id: "arrows", tooltip: nil, marks: arrows.shapes),
        .group(id: "boxes", tooltip: nil, marks: stages.map(boxMark)),
        .group(id: "values", tooltip: nil, marks: arrows.values),
      ]
  }

  /// The boxes as shares of the room.
  private static let places: [CycleChart.Stage: Box] = [
    .ore: Box(left: 0, top: 0.2, right: 0.1, bottom: 0.44),
    .production: Box(left: 0.17, top: 0.16, right: 0.33, bottom: 0.48),
    .fabrication: Box(left: 0.4, top: 0.16, right: 0.56, bottom: 0.48),
    .use: Box(left: 0.63, top: 0.12, right: 0.79, bottom: 0.52),
    .waste: Box(left: 0.85, top: 0.16, right: 1, bottom: 0.48),
    .market: Box(left: 0.26, top: 0.6, right: 0.44, bottom: 0.74),
    .landfill: Box(left: 0.12, top: 0.88, right: 0.7, bottom: 1),
    .environment: Box(left: 0.73, top: 0.88, right: 1, bottom: 1),
    .outside: Box(left: 0.85, top: 0, right: 1, bottom: 0.08),
  ]

  private func box(_ stage: CycleChart.Stage) -> Box {
    let share = CycleLayout.places[stage] ?? Box(left: 0, top: 0, right: 0, bottom: 0)
    return Box(
      left: body.left + share.left * body.width, top: body.top + share.top * body.height,
      right: body.left + share.right * body.width, bottom: body.top + share.bottom * body.height)
  }

  /// The corners of an arrow as shares of the room: from the edge of a box to the edge of another.
  private static func route(
    _ from: CycleChart.Stage, _ to: CycleChart.Stage
  ) -> [(x: Double, y: Double)] {
    switch (from, to) {
    case (.ore, .production): [(0.1, 0.32), (0.17, 0.32)]
    case (.production, .fabrication): [(0.33, 0.32), (0.4, 0.32)]
    case (.fabrication, .use): [(0.56, 0.32), (0.63, 0.32)]
    case (.use, .waste): [(0.79, 0.32), (0.85, 0.32)]
    case (.fabrication, .market): [(0.5, 0.48), (0.5, 0.64), (0.44, 0.64)]
    case (.waste, .market): [(0.925, 0.48), (0.925, 0.7), (0.44, 0.7)]
    case (.market, .production): [(0.29, 0.6), (0.29, 0.48)]
    case (.market, .fabrication): [(0.42, 0.6), (0.42, 0.48)]
    case (.production, .landfill): [(0.2, 0.48), (0.2, 0.88)]
    case (.fabrication, .landfill): [(0.54, 0.48), (0.54, 0.88)]
    case (.use, .landfill): [(0.66, 0.52), (0.66, 0.88)]
    case (.use, .environment): [(0.76, 0.52), (0.76, 0.88)]
    case (.waste, .landfill): [(0.88, 0.48), (0.88, 0.8), (0.69, 0.8), (0.69, 0.88)]
    case (.waste, .environment): [(0.97, 0.48), (0.97, 0.88)]
    case (.waste, .outside): [(0.925, 0.16), (0.925, 0.08)]
    case (.outside, .waste): [(0.89, 0.08), (0.89, 0.16)]
    default:
      // No usual way: from bottom to top, or round above.
      CycleLayout.detour(from, to)
    }
  }

  private static func detour(
    _ from: CycleChart.Stage, _ to: CycleChart.Stage
  ) -> [(x: Double, y: Double)] {
    guard let start = places[from], let end = places[to] else { return [] }
    let (x, target) = (start.middle.x + 0.02, end.middle.x - 0.02)
    // Trade runs along the top, exports above imports.
    if to == .outside { return [(x, start.top), (x, 0.025), (end.left, 0.025)] }
    if from == .outside { return [(start.left, 0.06), (target, 0.06), (target, end.top)] }
    if end.top >= start.bottom {
      let level = end.top - 0.05
      return [(x, start.bottom), (x, level), (target, level), (target, end.top)]
    }
    let level = min(start.top, end.top) - 0.05
    return [(x, start.top), (x, level), (target, level), (target, end.top)]
  }

  private func arrowMarks() -> (shapes: [Mark], values: [Mark]) {
    let unit = 0.085 * body.height / chart.intoUse
    let gaps = CycleChart.Stage.allCases.map(box)
    let order = chart.arrows.sorted { $0.value > $1.value }
    func width(_ arrow: CycleChart.Arrow) -> Double {
      max(1.6 * size.hairline, arrow.value * unit)
    }
    func points(_ arrow: CycleChart.Arrow) -> [Point] {
      CycleLayout.route(arrow.from, arrow.to).map {
        Point(x: body.left + $0.x * body.width, y: body.top + $0.y * body.height)
      }
    }
    let segments = order.flatMap { arrow in
      zip(points(arrow), points(arrow).dropFirst()).map { one, other in
        Box(
          left: min(one.x, other.x), top: min(one.y, other.y), right: max(one.x, other.x),
          bottom: max(one.y, other.y)
        ).expanded(by: width(arrow) / 2)
      }
    }
    var placer = LabelPlacer(in: body.expanded(by: 0.4 * style.size), taken: gaps + segments)
    var (shapes, values): ([Mark], [Mark]) = ([], [])
    for arrow in order {
      let (width, points) = (width(arrow), points(arrow))
      let text = Magnitude.text(arrow.value, unit: chart.unit)
      shapes.append(
        .group(
          id: "arrow-\(arrow.from.rawValue)-\(arrow.to.rawValue)",
          tooltip: "\(arrow.from.label) → \(arrow.to.label): \(text)",
          marks: shape(points, width: width, fill: color(of: arrow))))
      let number = NumberFormat.significant(arrow.value)
      let places = zip(points, points.dropFirst()).flatMap { one, other -> [TextBlock] in
        let isLevel = abs(one.y - other.y) < 1
        return [0.5, 0.3, 0.7].flatMap { share -> [TextBlock] in
          let x = one.x + (other.x - one.x) * share
          let y = one.y + (other.y - one.y) * share
          let away = width / 2 + 0.32 * style.size
          return isLevel
            ? [
              TextBlock([number], style: style, anchor: .middle, x: x, top: y - away - style.size),
              TextBlock([number], style: style, anchor: .middle, x: x, top: y + away),
            ]
            : [
              TextBlock([number], style: style, anchor: .start, x: x + away, center: y),
              TextBlock([number], style: style, anchor: .end, x: x - away, center: y),
            ]
        }
      }
      if let block = placer.place(places) { values.append(.text(block)) }
    }
    return (shapes, values)
  }

  /// A line of constant width with a head at its end.
  private func shape(_ points: [Point], width: Double, fill: Color) -> [Mark] {
    guard let tip = points.last, points.count > 1 else { return [] }
    let before = points[points.count - 2]
    let length = min(0.9 * width + 5 * size.hairline, 1.1 * size.label)
    let half = width / 2 + 3 * size.hairline
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let norm = max(1e-9, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / norm, dy / norm)
    let neck = Point(x: tip.x - ux * length, y: tip.y - uy * length)
    // A pixel into the head, so that no seam shows.
    let path = Array(points.dropLast()) + [Point(x: neck.x + ux, y: neck.y + uy)]
    // A stroke is round at its ends; the start lies half a width inside its box, which is drawn above.
    return zip(path, path.dropFirst()).enumerated().map { index, ends in
      CycleLayout.bar(ends.0, ends.1, width: width, isFirst: index == 0, fill: fill)
    } + [
      .area(
        [
          tip, Point(x: neck.x - uy * half, y: neck.y + ux * half),
          Point(x: neck.x + uy * half, y: neck.y - ux * half),
        ], fill: fill)
    ]
  }

  /// A level or upright piece; all but the first begin half a width early, to fill the corner.
  private static func bar(
    _ one: Point, _ other: Point, width: Double, isFirst: Bool, fill: Color
  ) -> Mark {
    let half = width / 2
    if abs(one.y - other.y) < 1e-6 {
      let early = isFirst ? 0 : (other.x > one.x ? -half : half)
      return .rectangle(
        Box(
          left: min(one.x + early, other.x), top: one.y - half, right: max(one.x + early, other.x),
          bottom: one.y + half), fill: fill)
    }
    let early = isFirst ? 0 : (other.y > one.y ? -half : half)
    return .rectangle(
      Box(
        left: one.x - half, top: min(one.y + early, other.y), right: one.x + half,
        bottom: max(one.y + early, other.y)), fill: fill)
  }

  private func color(of arrow: CycleChart.Arrow) -> Color {
    switch (arrow.from, arrow.to) {
    case (_, .landfill), (_, .environment), (_, .outside): theme.spent
    case (.market, _), (_, .market): theme.secondary
    case (.use, _): theme.rule
    default: theme.primary
    }
  }

  private func boxMark(_ stage: CycleChart.Stage) -> Mark {
    let box = box(stage)
    let isStock = stage == .use
    let fill = theme.background.mixed(
      with: isStock ? theme.addition : theme.rule, share: isStock ? 0.3 : 0.16)
    let bold = TextStyle(size: style.size, weight: .bold, color: theme.ink)
    let edge = Stroke(color: theme.rule, width: 1.2 * size.hairline)
    var marks: [Mark] = [.rectangle(box, fill: fill), .line(box.corners + [box.corners[0]], edge)]
    let names = fitted(stage.label, style: bold, width: box.width - 0.4 * style.size)
    var details: [String] = []
    if let stock = chart.stocks[stage] { details.append(stock) }
    if let change = chart.stockChanges[stage] {
      details.append("\(NumberFormat.signed(change)) \(chart.unit)")
    }
    let nameStyle = names.style
    let plain = TextStyle(size: nameStyle.size, weight: .regular, color: theme.ink)
    let total =
      nameStyle.height(lines: names.lines.count)
      + (details.isEmpty ? 0 : plain.height(lines: details.count) + 0.4 * plain.size)
    let top = box.middle.y - total / 2
    marks.append(
      .text(
        TextBlock(names.lines, style: nameStyle, anchor: .middle, x: box.middle.x, top: top)))
    if !details.isEmpty {
      let below = top + nameStyle.height(lines: names.lines.count) + 0.4 * plain.size
      marks.append(
        .text(TextBlock(details, style: plain, anchor: .middle, x: box.middle.x, top: below)))
    }
    let tooltip = ([stage.label] + details).joined(separator: ", ")
    return .group(id: "box-" + stage.rawValue, tooltip: tooltip, marks: marks)
  }

  /// The words in a size in which none is broken.
  private func fitted(
    _ text: String, style: TextStyle, width: Double
  ) -> (lines: [String], style: TextStyle) {
    for factor in [1, 0.9, 0.8, 0.7, 0.6] {
      let smaller = style.scaled(by: factor)
      let words = text.split(separator: " ").map(String.init)
      if smaller.width(words) <= width {
        return (TextMetrics.lines(text, style: smaller, width: width, limit: 4), smaller)
      }
    }
    return (
      TextMetrics.lines(text, style: style.scaled(by: 0.6), width: width, limit: 4),
      style.scaled(by: 0.6)
    )
  }
}
