/// A place on the canvas in pixels; `y` grows downward.
struct Point: Hashable, Sendable {
  let x: Double
  let y: Double
}

/// An upright rectangle on the canvas in pixels.
struct Box: Hashable, Sendable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// The corners, clockwise from the upper left.
  var corners: [Point] {
    [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom),
    ]
  }

  /// The box with its edges moved outward.
  func expanded(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// Whether the two have an area in common; boxes that only touch have none.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the other lies in this one, allowing for rounding to 0.01 px.
  func contains(_ other: Box) -> Bool {
    left <= other.left + 0.01 && other.right <= right + 0.01
      && top <= other.top + 0.01 && other.bottom <= bottom + 0.01
  }
}
