/// What all charts have in common: title and subtitle above, footer below, room between.
struct ChartFrame: Hashable, Sendable {
  /// The title, subtitle and footer, placed.
  let marks: [Mark]
  /// The room that is left for the axes and the data.
  let body: Box

  /// Wraps the texts to the width, in smaller letters where they would be cut; blank ones take no room.
  init(title: String, subtitle: String, footer: String, size: ChartSize, theme: Theme) {
    let margin = size.margin
    let width = size.width - 2 * margin
    var marks: [Mark] = []
    var top = margin * 0.8

    func place(_ text: String, id: String, style: TextStyle, limit: Int) {
      let (lines, style) = ChartFrame.fitted(text, style: style, width: width, limit: limit)
      if lines.isEmpty { return }
      let block = TextBlock(lines, style: style, anchor: .start, x: margin, top: top)
      marks.append(.group(id: id, tooltip: nil, marks: [.text(block)]))
      top = block.box.bottom + style.size * 0.3
    }

    place(
      title, id: "heading", style: TextStyle(size: size.title, weight: .bold, color: theme.ink),
      limit: 3)
    place(
      subtitle, id: "subheading",
      style: TextStyle(size: size.subtitle, weight: .regular, color: theme.mutedInk), limit: 3)
    let header = top + size.label * 0.7

    let (lines, style) = ChartFrame.fitted(
      footer, style: TextStyle(size: size.footer, weight: .regular, color: theme.mutedInk),
      width: width, limit: 5)
    var bottom = size.height - margin * 0.8
    if !lines.isEmpty {
      top = bottom - style.height(lines: lines.count)
      place(footer, id: "footer", style: style, limit: 5)
      bottom -= style.height(lines: lines.count) + size.label * 0.8
    }
    self.marks = marks
    body = Box(left: margin, top: header, right: size.width - margin, bottom: bottom)
  }

  /// A text in the largest of a few sizes in which nothing of it is cut.
  private static func fitted(
    _ text: String, style: TextStyle, width: Double, limit: Int
  ) -> (lines: [String], style: TextStyle) {
    let styles = [1, 0.92, 0.84, 0.76].map { style.scaled(by: $0) }
    for style in styles {
      let lines = TextMetrics.lines(text, style: style, width: width, limit: limit)
      if TextMetrics.isWhole(text, in: lines, style: style, width: width) { return (lines, style) }
    }
    return (TextMetrics.lines(text, style: styles[3], width: width, limit: limit), styles[3])
  }
}
