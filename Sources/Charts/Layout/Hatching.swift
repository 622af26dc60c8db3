/// A box with thin diagonal lines and no fill: nothing is known here, or something is missing.
enum Hatching {
  /// Lines at 45 degrees, cut at the edges, and the edges.
  static func marks(_ box: Box, color: Color, size: ChartSize) -> [Mark] {
    let stroke = Stroke(color: color, width: size.hairline)
    let step = max(5 * size.hairline, min(box.height, box.width) / 7)
    let lines = stride(from: step / 2, to: box.width + box.height, by: step).map { offset -> Mark in
      // From the left or bottom edge up to the top or right edge.
      let start =
        offset <= box.height
        ? Point(x: box.left, y: box.top + offset)
        : Point(x: box.left + offset - box.height, y: box.bottom)
      let end =
        offset <= box.width
        ? Point(x: box.left + offset, y: box.top)
        : Point(x: box.right, y: box.top + offset - box.width)
      return .line([start, end], stroke)
    }
    return lines + [.line(box.corners + [box.corners[0]], stroke)]
  }
}
