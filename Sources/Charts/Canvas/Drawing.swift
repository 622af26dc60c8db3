/// What a chart looks like, as a value: the border between layout and the writers of files.
///
/// A layout makes marks with absolute positions; a canvas (SVG, PNG, PDF) only draws them in order and
/// decides nothing.
struct Drawing: Hashable, Sendable {
  let width: Double
  let height: Double
  let background: Color
  /// The prefix of every identifier, so that several charts can live in one page.
  let id: String
  /// What a screen reader says first.
  let title: String
  /// The chart in words.
  let description: String
  let marks: [Mark]
  /// Where a horizontal axis runs, so that a page can tell the year under the pointer.
  let plots: [PlotArea]

  /// The room inside two axes, with the first and last position of the horizontal one.
  struct PlotArea: Hashable, Sendable {
    let box: Box
    let first: Double
    let last: Double
  }

  init(
    width: Double, height: Double, background: Color, id: String, title: String,
    description: String, marks: [Mark], plots: [PlotArea] = []
  ) {
    self.width = width
    self.height = height
    self.background = background
    self.id = id
    self.title = title
    self.description = description
    self.marks = marks
    self.plots = plots
  }
}

/// One thing to draw.
enum Mark: Hashable, Sendable {
  /// Marks that belong together; `tooltip` is shown when the pointer rests on them.
  case group(id: String, tooltip: String?, marks: [Mark])
  /// A closed polygon.
  case area([Point], fill: Color)
  /// An open polyline.
  case line([Point], Stroke)
  case circle(center: Point, radius: Double, fill: Color, stroke: Stroke)
  case rectangle(Box, fill: Color)
  /// A closed shape with curved edges; an opacity below 1 lets shapes that cross show each other.
  case shape(Path, fill: Color, opacity: Double)
  case text(TextBlock)
}

/// How a line is drawn; ends and corners are round.
struct Stroke: Hashable, Sendable {
  let color: Color
  let width: Double
  let dash: Dash

  /// Projections and references are dashed.
  enum Dash: Hashable, Sendable { case solid, dashed }

  init(color: Color, width: Double, dash: Dash = .solid) {
    self.color = color
    self.width = width
    self.dash = dash
  }

  /// The lengths of dash and gap, in pixels; nothing for a solid line.
  var pattern: [Double] {
    switch dash {
    case .solid: []
    case .dashed: [3.2 * width, 2.6 * width]
    }
  }
}

/// An outline of straight and curved pieces, closed at its end.
struct Path: Hashable, Sendable {
  /// One piece, from where the last one ended.
  enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve with its two control points.
    case curve(Point, Point, to: Point)
  }

  let steps: [Step]
}

/// Lines of text, one below the other.
struct TextBlock: Hashable, Sendable {
  /// Which point of each line stands at `x`.
  enum Anchor: Hashable, Sendable { case start, middle, end }

  let lines: [String]
  let style: TextStyle
  let anchor: Anchor
  let x: Double
  /// The baseline of the first line.
  let baseline: Double

  /// A block at a baseline.
  init(_ lines: [String], style: TextStyle, anchor: Anchor, x: Double, baseline: Double) {
    self.lines = lines
    self.style = style
    self.anchor = anchor
    self.x = x
    self.baseline = baseline
  }

  /// A block whose top is at `top`.
  init(_ lines: [String], style: TextStyle, anchor: Anchor, x: Double, top: Double) {
    let baseline = top + style.ascent
    self.init(lines, style: style, anchor: anchor, x: x, baseline: baseline)
  }

  /// A block whose middle is at `center`.
  init(_ lines: [String], style: TextStyle, anchor: Anchor, x: Double, center: Double) {
    let top = center - style.height(lines: lines.count) / 2
    self.init(lines, style: style, anchor: anchor, x: x, top: top)
  }

  /// The room the text takes.
  var box: Box {
    let width = style.width(lines)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let top = baseline - style.ascent
    return Box(
      left: left, top: top, right: left + width, bottom: top + style.height(lines: lines.count))
  }
}

/// Size, weight and colour of a text.
struct TextStyle: Hashable, Sendable {
  enum Weight: Hashable, Sendable { case regular, bold }

  let size: Double
  let weight: Weight
  let color: Color

  /// From the baseline up to the top of capitals with their accents, nearly.
  var ascent: Double { 0.78 * size }
  /// From one baseline to the next.
  var lineHeight: Double { 1.25 * size }

  /// The height of lines one below the other, from the ascent of the first to the descent (0.22 em)
  /// of the last.
  func height(lines: Int) -> Double { size + Double(lines - 1) * lineHeight }

  /// The width of the widest line.
  func width(_ lines: [String]) -> Double {
    lines.map { TextMetrics.width($0, size: size, weight: weight) }.max() ?? 0
  }

  /// The same style at another size.
  func scaled(by factor: Double) -> TextStyle {
    TextStyle(size: size * factor, weight: weight, color: color)
  }
}
