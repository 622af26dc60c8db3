/// Places the periodic table.
struct PeriodicLayout {
  let marks: [Mark]

  init(_ chart: PeriodicChart, size: ChartSize, theme: Theme) {
    let frame = chart.caption.frame(size: size, theme: theme)
    let body = frame.body
    let colors = PeriodicLayout.colors(theme)
    let entries = PeriodicLayout.entries(chart, colors, theme)
    func legend(_ top: Double) -> LegendRow {
      LegendRow(
        entries, left: body.left, top: top, width: body.width, size: size, theme: theme)
    }
    let legendHeight = legend(0).height
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
    let numberSize = 0.2 * cellHeight
    let cells = PeriodicTable.elements.map { element -> Mark in
      let box = box(column: element.column, row: element.row)
      let rate = chart.classes[element.symbol]
      let fill = rate.flatMap { colors[$0] } ?? theme.background
      let ink = rate == nil ? theme.mutedInk : fill.readableInk
      let symbol = TextStyle(
        size: 0.4 * cellHeight, weight: rate == .above50 ? .bold : .regular, color: ink)
      let number = TextStyle(size: numberSize, weight: .regular, color: ink)
      let ground: [Mark] =
        rate == nil
        ? Hatching.marks(box, color: theme.grid, size: size) : [.rectangle(box, fill: fill)]
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
      return Mark.text(
        TextBlock([text], style: note, anchor: .middle, x: middle.x, center: middle.y))
    }
    marks =
      frame.marks + [
        .group(id: "elements", tooltip: nil, marks: cells),
        .group(id: "ranges", tooltip: nil, marks: ranges),
        .group(
          id: "legend", tooltip: nil,
          marks: legend(body.bottom - legendHeight).marks),
      ]
  }

  /// From pale to strong in five steps whose lightness differs, so that order shows without colour.
  static func colors(_ theme: Theme) -> [PeriodicChart.RateClass: Color] {
    let list: [UInt32] =
      switch theme {
      case .light: [0xF3E3B3, 0xE8B45A, 0x7DB08A, 0x2F8499, 0x10487F]
      case .dark: [0x43361C, 0x85601F, 0x3F8A69, 0x5DB4C9, 0xB4E2F8]
      }
    return Dictionary(
      uniqueKeysWithValues: zip(PeriodicChart.RateClass.allCases, list.map { Color($0) }))
  }

  /// What the colours mean, with the number of elements of each class.
  private static func entries(
    _ chart: PeriodicChart, _ colors: [PeriodicChart.RateClass: Color], _ theme: Theme
  ) -> [LegendRow.Entry] {
    PeriodicChart.RateClass.allCases.reversed().map { rate in
      let count = chart.classes.values.count { $0 == rate }
      return .init(
        label: "\(rate.label) (\(count))", color: colors[rate] ?? theme.ink, sample: .area)
    } + [.init(label: "no data", color: theme.grid, sample: .hatched)]
  }
}
