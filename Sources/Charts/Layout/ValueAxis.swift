/// A vertical axis from zero, or from below it where values are negative: grid lines, their labels,
/// and the unit above them.
struct ValueAxis: Hashable, Sendable {
  let scale: NiceScale
  private let labels: [String]
  private let heading: [String]
  private let style: TextStyle
  private let headingStyle: TextStyle
  private let grid: Stroke
  private let baseline: Stroke

  /// The axis for values from `minimum` up to `maximum`; its heading wraps at `headingWidth`.
  init(
    maximum: Double, minimum: Double = 0, unit: String, headingWidth: Double, size: ChartSize,
    theme: Theme,
    textScale: Double = 1, steps: Int = 6
  ) {
    scale = NiceScale(covering: maximum, downTo: minimum, limit: steps)
    let magnitude = Magnitude(of: max(scale.top, -scale.bottom))
    labels = scale.labels(in: magnitude)
    let text = size.axis * textScale
    style = TextStyle(size: text, weight: .regular, color: theme.mutedInk)
    headingStyle = TextStyle(size: text, weight: .bold, color: theme.mutedInk)
    heading = TextMetrics.lines(
      magnitude.heading(unit: unit), style: headingStyle, width: headingWidth, limit: 2)
    grid = Stroke(color: theme.grid, width: size.hairline)
    baseline = Stroke(color: theme.rule, width: size.hairline * 1.5)
  }

  /// The room for the labels, to the left of the plot.
  var labelWidth: Double { style.width(labels) + gap }

  /// The room for the heading, above the plot.
  var headingHeight: Double {
    headingStyle.height(lines: heading.count) + 0.9 * style.size
  }

  /// The height on the canvas at which a value stands.
  func position(_ value: Double, in plot: Box) -> Double {
    plot.bottom - (value - scale.bottom) / (scale.top - scale.bottom) * plot.height
  }

  /// Grid lines, labels and heading.
  func marks(plot: Box) -> [Mark] {
    let left = plot.left - labelWidth
    var marks: [Mark] = []
    for (tick, label) in zip(scale.ticks, labels) {
      let y = position(tick, in: plot)
      let ends = [Point(x: plot.left, y: y), Point(x: plot.right, y: y)]
      marks.append(.line(ends, tick == 0 ? baseline : grid))
      marks.append(
        .text(
          TextBlock(
            [label], style: style, anchor: .end, x: plot.left - gap, baseline: y + 0.36 * style.size
          )))
    }
    let top = plot.top - headingHeight
    marks.append(
      .text(TextBlock(heading, style: headingStyle, anchor: .start, x: left, top: top)))
    return marks
  }

  private var gap: Double { 0.6 * style.size }
}
