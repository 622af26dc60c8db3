/// A horizontal axis of years, labelled at round years.
struct YearAxis: Hashable, Sendable {
  let first: Double
  let last: Double
  /// What the axis counts, where that is not years.
  private let heading: String
  /// Whether the ticks carry their years.
  private let isLabelled: Bool
  private let style: TextStyle
  private let rule: Stroke

  /// The axis from the first to the last year, `first ≤ last`.
  init(
    first: Double, last: Double, size: ChartSize, theme: Theme, heading: String = "",
    textScale: Double = 1, isLabelled: Bool = true
  ) {
    self.first = first
    self.last = last
    self.heading = heading
    self.isLabelled = isLabelled
    style = TextStyle(size: size.axis * textScale, weight: .regular, color: theme.mutedInk)
    rule = Stroke(color: theme.rule, width: size.hairline)
  }

  /// The room for ticks, labels and heading, below the plot.
  var height: Double { (!isLabelled ? 0.5 : heading.isEmpty ? 1.7 : 2.95) * style.size }

  /// The place on the canvas at which a year stands; a single year stands in the middle.
  func position(_ year: Double, in plot: Box) -> Double {
    first == last
      ? (plot.left + plot.right) / 2
      : plot.left + (year - first) / (last - first) * plot.width
  }

  /// The years with a label: multiples of the smallest 1, 2 or 5 times a power of ten at which
  /// labels stay half a label apart; the first and last year where there would be fewer than two.
  func ticks(width: Double) -> [Double] {
    if first == last { return [first] }
    let widest = style.width([NumberFormat.year(first), NumberFormat.year(last), "0000"])
    let room = max(1, width / (1.55 * widest))
    var power = 1.0
    while true {
      for mantissa in [1.0, 2, 5] {
        let step = mantissa * power
        if (last - first) / step > room { continue }
        let start = Int((first / step).rounded(.up))
        let end = Int((last / step).rounded(.down))
        return end > start ? (start...end).map { Double($0) * step } : [first, last]
      }
      power *= 10
    }
  }

  /// Tick marks and labels.
  func marks(plot: Box) -> [Mark] {
    let words =
      heading.isEmpty
      ? []
      : [
        Mark.text(
          TextBlock(
            [heading], style: style, anchor: .middle, x: (plot.left + plot.right) / 2,
            top: plot.bottom + 1.95 * style.size))
      ]
    return words
      + ticks(width: plot.width).flatMap { year -> [Mark] in
        let x = position(year, in: plot)
        let foot = plot.bottom + 0.35 * style.size
        let label = TextBlock(
          [NumberFormat.year(year)], style: style, anchor: .middle, x: x,
          top: plot.bottom + 0.7 * style.size)
        return [.line([Point(x: x, y: plot.bottom), Point(x: x, y: foot)], rule)]
          + (isLabelled ? [.text(label)] : [])
      }
  }
}
