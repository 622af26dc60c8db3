/// Labels in a column beside a plot, each as near to its height as the others allow.
enum SideLabels {
  /// A label that wants to stand at a height.
  struct Item: Hashable, Sendable {
    /// The height on the canvas at which its middle would stand best.
    let wanted: Double
    /// Its own height in pixels.
    let height: Double
  }

  /// The middles of the labels: in the order in which they are given, not overlapping, inside
  /// `top…bottom`, with the least sum of squared distances from where they want to be.
  ///
  /// With gaps taken out this is isotonic regression, solved by pooling adjacent violators; cutting
  /// its solution to the room that is left solves the bounded problem too.
  /// - Parameter items: from top to bottom; their heights must fit `top…bottom` together, else they
  ///   run over its bottom.
  /// - Complexity: O(items).
  static func spread(_ items: [Item], top: Double, bottom: Double) -> [Double] {
    var offsets: [Double] = []
    var offset = 0.0
    for item in items {
      offsets.append(offset + item.height / 2)
      offset += item.height
    }
    var pools: [(sum: Double, count: Int)] = []
    for (item, offset) in zip(items, offsets) {
      pools.append((item.wanted - offset, 1))
      while pools.count > 1 {
        let (upper, lower) = (pools[pools.count - 2], pools[pools.count - 1])
        if upper.sum / Double(upper.count) <= lower.sum / Double(lower.count) { break }
        pools.removeLast(2)
        pools.append((upper.sum + lower.sum, upper.count + lower.count))
      }
    }
    let slack = max(0, bottom - top - offset)
    let shifts = pools.flatMap { pool in
      [Double](repeating: pool.sum / Double(pool.count), count: pool.count)
    }
    return zip(shifts, offsets).map { min(max($0, top), top + slack) + $1 }
  }
}
