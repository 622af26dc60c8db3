/// The labels to the right of a plot: the total, and each band that can't hold its own label.
struct SideColumn: Hashable, Sendable {
  /// One label and what it points at.
  struct Entry: Hashable, Sendable {
    let text: [String]
    /// The colour of the band; none for the total.
    let fill: Color?
    /// The height on the canvas at which the band or the total ends.
    let target: Double
    /// What decides who stays when there is not room for all.
    let importance: Double
    /// Whether a line leads to the target; without one the swatch alone says what is meant.
    let isPointing: Bool

    init(
      text: [String], fill: Color?, target: Double, importance: Double, isPointing: Bool = true
    ) {
      self.text = text
      self.fill = fill
      self.target = target
      self.importance = importance
      self.isPointing = isPointing
    }
  }

  /// The width that the column takes from the plot.
  let width: Double
  private let rows: [Row]
  private let centers: [Double]
  private let size: ChartSize
  private let theme: Theme

  /// Text sizes as shares of the label size, and how many lines a label of a band may take.
  private static let settings: [(factor: Double, lines: Int)] = [
    (1, 3), (0.85, 3), (0.85, 2), (0.7, 2), (0.6, 2), (0.6, 1),
  ]

  private struct Row: Hashable {
    let entry: Entry?
    let block: [String]
    let style: TextStyle
    let indent: Double
    var height: Double { style.height(lines: block.count) + 0.3 * style.size }

    /// Whether it says all of its words.
    func isWhole(width: Double) -> Bool {
      let text = entry?.text.joined(separator: " ") ?? ""
      return TextMetrics.isWhole(text, in: block, style: style, width: width)
    }
  }

  /// Sets the entries, given from top to bottom, in the largest of `settings` at which all have room;
  /// if they have none in the smallest, the least important give way to one line that counts them.
  init(_ entries: [Entry], top: Double, bottom: Double, size: ChartSize, theme: Theme) {
    self.size = size
    self.theme = theme
    var kept = entries
    var settings = SideColumn.settings[...]
    var rows: [Row] = []
    while true {
      guard let setting = settings.first else { break }
      rows = kept.map { SideColumn.row($0, setting: setting, size: size, theme: theme) }
      if kept.count < entries.count {
        let missing = entries.count - kept.count
        rows.append(SideColumn.more(missing, setting: setting, size: size, theme: theme))
      }
      let isFitting = rows.reduce(0) { $0 + $1.height } <= bottom - top || kept.count < 2
      // No word is cut or broken as long as smaller words help.
      let isWhole = rows.allSatisfy { $0.isWhole(width: size.sideLabelWidth) }
      if isFitting && (isWhole || settings.count == 1) { break }
      if settings.count > 1 {
        settings.removeFirst()
      } else if let least = kept.indices.min(by: { kept[$0].importance < kept[$1].importance }) {
        kept.remove(at: least)
      }
    }
    self.rows = rows
    let items = rows.map { row in
      SideLabels.Item(wanted: row.entry?.target ?? bottom, height: row.height)
    }
    centers = SideLabels.spread(items, top: top, bottom: bottom)
    let widest = rows.map { $0.indent + $0.style.width($0.block) }.max() ?? 0
    width = widest + SideColumn.leader(rows, size: size)
  }

  /// Leader lines from the right end of the data, swatches and texts.
  func marks(plot: Box, dataEnd: Double) -> [Mark] {
    let left = plot.right + SideColumn.leader(rows, size: size)
    return zip(rows, centers).flatMap { row, center -> [Mark] in
      var marks: [Mark] = []
      if let entry = row.entry {
        let isFar = abs(center - entry.target) > row.height || dataEnd < plot.right - size.label
        if entry.isPointing, entry.fill != nil || isFar {
          let reach = left - plot.right
          let points = [
            Point(x: dataEnd + size.hairline * 2, y: entry.target),
            Point(x: plot.right + 0.15 * reach, y: entry.target),
            Point(x: left - 0.5 * size.label, y: center),
            Point(x: left - 0.25 * size.label, y: center),
          ]
          marks.append(.line(points, Stroke(color: theme.rule, width: size.hairline)))
        }
        if let fill = entry.fill {
          let half = 0.36 * row.style.size
          let swatch = Box(
            left: left, top: center - half, right: left + 2 * half, bottom: center + half)
          marks.append(.rectangle(swatch, fill: fill))
        }
      }
      let block = TextBlock(
        row.block, style: row.style, anchor: .start, x: left + row.indent, center: center)
      return marks + [.text(block)]
    }
  }

  /// The room for leader lines, wide only where there are bands to lead to.
  private static func leader(_ rows: [Row], size: ChartSize) -> Double {
    rows.contains { $0.entry.map { $0.isPointing && $0.fill != nil } ?? false }
      ? 2 * size.label : 0.7 * size.label
  }

  private static func row(
    _ entry: Entry, setting: (factor: Double, lines: Int), size: ChartSize, theme: Theme
  ) -> Row {
    let isTotal = entry.fill == nil
    let style = TextStyle(
      size: size.label * setting.factor * (isTotal ? 1.15 : 1), weight: isTotal ? .bold : .regular,
      color: theme.ink)
    let lines = entry.text.flatMap {
      TextMetrics.lines(
        $0, style: style, width: size.sideLabelWidth, limit: isTotal ? 3 : setting.lines)
    }
    return Row(entry: entry, block: lines, style: style, indent: isTotal ? 0 : 1.1 * style.size)
  }

  private static func more(
    _ count: Int, setting: (factor: Double, lines: Int), size: ChartSize, theme: Theme
  ) -> Row {
    let style = TextStyle(
      size: size.label * setting.factor, weight: .regular, color: theme.mutedInk)
    return Row(entry: nil, block: ["+ \(count) more"], style: style, indent: 0)
  }
}
