/// A band on the canvas: between a lower and an upper edge over the same columns.
struct BandShape: Hashable, Sendable {
  /// Where the edges have their corners, from left to right; at least two.
  let columns: [Double]
  /// The upper edge at each column (the smaller `y`).
  let upper: [Double]
  /// The lower edge at each column.
  let lower: [Double]

  /// The corners: along the upper edge and back along the lower.
  var outline: [Point] {
    zip(columns, upper).map { Point(x: $0, y: $1) }
      + zip(columns, lower).reversed().map { Point(x: $0, y: $1) }
  }

  /// Where a box of this size lies wholly inside with most room above and below, the middle one of
  /// such places if there are several; nothing if it fits nowhere.
  ///
  /// Both edges are sampled in cells of about 3 px, each with its tightest point, so a box that fits
  /// the cells fits the band.
  /// - Complexity: O(columns + cells · cells under the box).
  func place(width: Double, height: Double) -> Box? {
    if (columns.indices.map(thickness).max() ?? 0) < height { return nil }
    let (left, right) = (columns[0], columns[columns.count - 1])
    let count = max(1, Int((right - left) / 3))
    let cell = (right - left) / Double(count)
    let span = Int((width / cell).rounded(.up)) + 1
    guard span <= count else { return nil }
    let tops = tightest(upper, cells: count, cell: cell, by: max)
    let bottoms = tightest(lower, cells: count, cell: cell, by: min)
    let places = (0...(count - span)).map { start in
      let top = tops[start..<(start + span)].reduce(-.infinity, max)
      let bottom = bottoms[start..<(start + span)].reduce(.infinity, min)
      return (start: start, middle: (top + bottom) / 2, room: bottom - top)
    }
    let most = places.map(\.room).max() ?? 0
    let best = places.filter { $0.room > most - 0.01 }
    if most < height { return nil }
    let chosen = best[best.count / 2]
    let x = left + (Double(chosen.start) + Double(span) / 2) * cell
    let y = chosen.middle
    return Box(
      left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2)
  }

  /// Separators along the borders between bands that lie on each other, from the lowest up, as
  /// polygons.
  ///
  /// They have the given width where the nearest bands above and below are at least three times as
  /// thick, and a third of the thinner one's thickness elsewhere, so that they never hide a band.
  static func separators(between shapes: [BandShape], width: Double) -> [[Point]] {
    shapes.indices.dropLast().map { index in
      let shape = shapes[index]
      let halves = shape.columns.indices.map { column -> Double in
        let below = shapes[...index].reversed().map { $0.thickness(column) }.first { $0 > 0.01 }
        let above = shapes[(index + 1)...].map { $0.thickness(column) }.first { $0 > 0.01 }
        let slope = shape.slope(column)
        // Measured across a sloping border, not upright.
        return min(width * (1 + slope * slope).squareRoot(), (below ?? 0) / 3, (above ?? 0) / 3) / 2
      }
      let upper = zip(shape.upper, halves).map(-)
      let lower = zip(shape.upper, halves).map(+)
      return BandShape(columns: shape.columns, upper: upper, lower: lower).outline
    }
  }

  private func thickness(_ column: Int) -> Double { lower[column] - upper[column] }

  /// The slope of the upper edge around a column.
  private func slope(_ column: Int) -> Double {
    let (from, to) = (max(column - 1, 0), min(column + 1, columns.count - 1))
    return (upper[to] - upper[from]) / (columns[to] - columns[from])
  }

  /// For each cell the tightest value of an edge, over its two ends and the corners in it.
  private func tightest(
    _ edge: [Double], cells: Int, cell: Double, by tighter: (Double, Double) -> Double
  ) -> [Double] {
    var result: [Double] = []
    var corner = 0
    var start = edge[0]
    for index in 1...cells {
      let x = index == cells ? columns[columns.count - 1] : columns[0] + Double(index) * cell
      var value = start
      while corner + 1 < columns.count, columns[corner + 1] <= x {
        corner += 1
        value = tighter(value, edge[corner])
      }
      let end = height(of: edge, at: x, after: corner)
      result.append(tighter(value, end))
      start = end
    }
    return result
  }

  /// The height of an edge at `x`, which lies at or after a corner and before the next.
  private func height(of edge: [Double], at x: Double, after corner: Int) -> Double {
    guard corner + 1 < columns.count else { return edge[corner] }
    let share = (x - columns[corner]) / (columns[corner + 1] - columns[corner])
    return edge[corner] + share * (edge[corner + 1] - edge[corner])
  }
}
