/// Places the periodic table.
struct PeriodicLayout {
  let marks: [Mark]

  init(_ chart: PeriodicChart, size: ChartSize, theme: Theme) {
    let frame = chart.caption.frame(size: size, theme: theme)
    let body = frame.body
    let legendStyle = TextStyle(size: size.axis, weight: .regular, color: theme.ink)
    let legendRows = size == .slide ? 1 : 2
    let legendHeight = Double(legendRows) * 1.7 * legendStyle.size
    // Seven rows, a gap and the two rows below; a cell is at most as wide as 1.35 times its height.
    let rows = 9.45
    let height = (body.height - legendHeight - 0.6 * size.label) / rows
    let cellHeight = min(height, body.width / 18 * 1.15)
    let cellWidth = min(body.width / 18, cellHeight * 1.45)
    let left = body.left + (body.width - 18 * cellWidth) / 2
    let gap = 0.055 * cellWidth
    func box(column: Int, row: Int) -> Box {
      let level = row <= 7 ? Double(row - 1) : Double(row - 2) + 0.45
      let x = left + Double(column - 1) * cellWidth
      let y = body.top + level * cellHeight
      return Box(
        left: x + gap / 2, top: y + gap / 2, right: x + cellWidth - gap / 2,
        bottom: y + cellHeight - gap / 2)
    }
    let colors = PeriodicLayout.colors(theme)
    let numberSize = 0.2 * cellHeight
    let cells = PeriodicTable.elements.map { element -> Mark in
      let box = box(column: element.column, row: element.row)
      let rate = chart.classes[element.symbol]
      let fill = rate.flatMap { colors[$0] } ?? theme.background
      let ink = rate == nil ? theme.mutedInk : fill.readableInk
      let symbol = TextStyle(
        size: 0.4 * cellHeight, weight: rate == .above50 ? .bold : .regular, color: ink)
      let number = TextStyle(size: numberSize, weight: .regular, color: ink)
      let ground: [Mark] = rate == nil
        ? PeriodicLayout.hatched(box, theme, size) : [.rectangle(box, fill: fill)]
      return .group(
        id: element.symbol,
        tooltip: "\(element.symbol): \(rate?.label ?? "no data")",
        marks: ground + [
          .text(
            TextBlock(
              ["\(element.number)"], style: number, anchor: .start, x: box.left + 0.09 * cellWidth,
              top: box.top + 0.08 * cellHeight)),
          .text(
            TextBlock(
              [element.symbol], style: symbol, anchor: .middle, x: box.middle.x,
              baseline: box.top + 0.76 * cellHeight)),
        ])
    }
    // Where the two rows below belong.
    let note = TextStyle(size: 0.24 * cellHeight, weight: .regular, color: theme.mutedInk)
    let ranges = [(6, "57–71"), (7, "89–103")].map { row, text in
      let middle = box(column: 3, row: row).middle
      return Mark.text(TextBlock([text], style: note, anchor: .middle, x: middle.x, center: middle.y))
    }
    marks = frame.marks + [
      .group(id: "elements", tooltip: nil, marks: cells),
      .group(id: "ranges", tooltip: nil, marks: ranges),
      .group(
        id: "legend", tooltip: nil,
        marks: PeriodicLayout.legend(
          chart, colors, style: legendStyle, left: body.left, width: body.width,
          top: body.bottom - legendHeight, rows: legendRows, size: size, theme: theme)),
    ]
  }

  /// From pale to strong in five steps whose lightness differs, so that order shows without colour.
  static func colors(_ theme: Theme) -> [PeriodicChart.RateClass: Color] {
    let list: [UInt32] =
      switch theme {
      case .light: [0xF3E3B3, 0xE8B45A, 0x9CC1A0, 0x3E93A6, 0x10487F]
      case .dark: [0x4A3B1C, 0x8C6420, 0x3F7D62, 0x4FA9BD, 0xA9DCF5]
      }
    return Dictionary(
      uniqueKeysWithValues: zip(PeriodicChart.RateClass.allCases, list.map { Color($0) }))
  }

  /// A box with thin diagonal lines and no colour: nothing is known.
  static func hatched(_ box: Box, _ theme: Theme, _ size: ChartSize) -> [Mark] {
    let stroke = Stroke(color: theme.grid, width: size.hairline)
    let step = max(5 * size.hairline, box.height / 7)
    let lines = stride(from: step / 2, to: box.width + box.height, by: step).map { offset -> Mark in
      // From the left or bottom edge up to the top or right edge.
      let start = offset <= box.height
        ? Point(x: box.left, y: box.top + offset)
        : Point(x: box.left + offset - box.height, y: box.bottom)
      let end = offset <= box.width
        ? Point(x: box.left + offset, y: box.top)
        : Point(x: box.right, y: box.top + offset - box.width)
      return .line([start, end], stroke)
    }
    return lines + [.line(box.corners + [box.corners[0]], stroke)]
  }

  private static func legend(
    _ chart: PeriodicChart, _ colors: [PeriodicChart.RateClass: Color], style: TextStyle,
    left: Double, width: Double, top: Double, rows: Int, size: ChartSize, theme: Theme
  ) -> [Mark] {
    let classes = PeriodicChart.RateClass.allCases.reversed().map { rate in
      let count = chart.classes.values.count { $0 == rate }
      return (label: "\(rate.label) (\(count))", color: colors[rate])
    }
    let entries = classes + [(label: "no data", color: nil)]
    let perRow = (entries.count + rows - 1) / rows
    return entries.enumerated().flatMap { index, entry -> [Mark] in
      let x = left + Double(index % perRow) * width / Double(perRow)
      let y = top + Double(index / perRow) * 1.7 * style.size
      let box = Box(left: x, top: y, right: x + 1.5 * style.size, bottom: y + style.size)
      return (entry.color.map { [.rectangle(box, fill: $0)] } ?? hatched(box, theme, size)) + [
        .text(
          TextBlock(
            [entry.label], style: style, anchor: .start, x: box.right + 0.45 * style.size,
            center: box.middle.y))
      ]
    }
  }
}
