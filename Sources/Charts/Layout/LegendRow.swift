/// What colours mean, in one or more rows above the panels of a chart.
struct LegendRow: Hashable, Sendable {
  /// One colour with its words.
  struct Entry: Hashable, Sendable {
    enum Sample: Hashable, Sendable { case line, dashes, area, hatched }
    let label: String
    let color: Color
    let sample: Sample
  }

  /// The room that the rows take, below `top`.
  let height: Double
  let marks: [Mark]

  /// Sets entries from left to right, in as many rows as they need.
  init(
    _ entries: [Entry], left: Double, top: Double, width: Double, size: ChartSize, theme: Theme
  ) {
    let style = TextStyle(size: size.axis * 0.92, weight: .regular, color: theme.ink)
    let (sample, gap) = (1.5 * style.size, 1.3 * style.size)
    var (x, y) = (left, top)
    var marks: [Mark] = []
    for entry in entries {
      let text = TextMetrics.lines(
        entry.label, style: style, width: width - sample - style.size, limit: 1)
      let needed = sample + 0.45 * style.size + style.width(text)
      if x > left, x + needed > left + width {
        x = left
        y += 1.5 * style.size
      }
      let middle = y + style.size / 2
      let ends = [Point(x: x, y: middle), Point(x: x + sample, y: middle)]
      let stroke = Stroke(
        color: entry.color, width: 3 * size.hairline,
        dash: entry.sample == .dashes ? .dashed : .solid)
      let half = 0.42 * style.size
      let box = Box(left: x, top: middle - half, right: x + sample, bottom: middle + half)
      switch entry.sample {
      case .area: marks.append(.rectangle(box, fill: entry.color))
      case .hatched: marks += Hatching.marks(box, color: entry.color, size: size)
      case .line, .dashes: marks.append(.line(ends, stroke))
      }
      let left = x + sample + 0.45 * style.size
      marks.append(.text(TextBlock(text, style: style, anchor: .start, x: left, center: middle)))
      x += needed + gap
    }
    self.marks = marks
    height = entries.isEmpty ? 0 : y - top + 1.9 * style.size
  }
}
