/// Finds room for labels: none overlaps another, and what has no room is left out.
///
/// Labels are asked for in the order of their importance; a later one gives way.
struct LabelPlacer {
  /// Where labels may stand.
  let canvas: Box
  private var taken: [Box]
  /// Points that labels should rather not hide, such as those of lines.
  private let avoided: [Point]

  init(in canvas: Box, taken: [Box] = [], avoiding points: [Point] = []) {
    self.canvas = canvas
    self.taken = taken
    avoided = points
  }

  /// Keeps room free.
  mutating func reserve(_ box: Box) { taken.append(box) }

  /// The first place for the text, of those that hide the fewest points; nil if none is free.
  /// - Parameter candidates: the text at each of the places where it may stand, the best first.
  mutating func place(_ candidates: [TextBlock]) -> TextBlock? {
    var best: (block: TextBlock, hidden: Int)?
    for block in candidates {
      let box = block.box.expanded(by: 0.12 * block.style.size)
      guard canvas.contains(block.box), !taken.contains(where: { $0.overlaps(box) }) else {
        continue
      }
      let hidden = avoided.count {
        box.contains(Box(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y))
      }
      if hidden < best?.hidden ?? .max { best = (block, hidden) }
      if hidden == 0 { break }
    }
    if let best { taken.append(best.block.box.expanded(by: 0.14 * best.block.style.size)) }
    return best?.block
  }

  /// A text around a point: above, below, and at the corners and sides.
  static func around(
    _ point: Point, gap: Double, lines: [String], style: TextStyle
  ) -> [TextBlock] {
    let height = style.height(lines: lines.count)
    let (above, below) = (point.y - gap - height, point.y + gap)
    let middle = point.y - height / 2
    let places: [(TextBlock.Anchor, Double, Double)] = [
      (.middle, point.x, above), (.end, point.x - gap, above), (.start, point.x + gap, above),
      (.end, point.x - gap, middle), (.start, point.x + gap, middle), (.middle, point.x, below),
      (.start, point.x + gap, below), (.end, point.x - gap, below),
    ]
    return places.map { anchor, x, top in
      TextBlock(lines, style: style, anchor: anchor, x: x, top: top)
    }
  }
}
