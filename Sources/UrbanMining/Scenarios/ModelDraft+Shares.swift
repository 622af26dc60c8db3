// Changes of shares after which what leaves a process still sums to one.
extension ModelDraft {
  /// Moves a share of what takes other ways out of a process to one flow:
  /// ```
  /// share′ = share + k · Σ others,   others′ = others · (1 − k),   k = w · strength
  /// ```
  mutating func divert(
    _ change: Scenario.Change, _ diversion: Scenario.Diversion, to index: Int
  ) {
    let weights = change.path.weights(over: base.time)
    let place = space(ofFlow: index).places(in: sourceSpace(ofFlow: index))
    var wide = wideValues(ofFlow: index)
    let left = sharesLeft(bySource: flows[index].from)
    var gaps = change.target.cells.map { _ in [Double](repeating: 0, count: base.time.count) }
    for other in diversion.others {
      guard flows[other].shareValues != nil else {
        // The remainder is what all shares leave; it shrinks by itself.
        for (position, cell) in change.target.cells.enumerated() {
          gaps[position] = zip(gaps[position], left[place[cell]]).map { $0 + max(0, $1) }
        }
        continue
      }
      var shares = wideValues(ofFlow: other)
      let leaving = cellsLeaving(byFlow: other)
      for (position, cell) in change.target.cells.enumerated() {
        for otherCell in leaving[place[cell]] {
          let series = shares.cells[otherCell]
          gaps[position] = zip(gaps[position], series).map { $0 + $1 }
          shares = shares.replacing(
            cell: otherCell,
            with: zip(series, weights).map { $0 * (1 - $1 * diversion.strength) })
        }
      }
      store(shares, inFlow: other)
    }
    for (position, cell) in change.target.cells.enumerated() {
      let series = wide.cells[cell].indices.map { period in
        wide.cells[cell][period]
          + weights[period] * diversion.strength * gaps[position][period]
      }
      wide = wide.replacing(cell: cell, with: series)
    }
    store(wide, inFlow: index)
  }

  /// 1 − Σ of all shares of each cell of a process.
  private func sharesLeft(bySource name: String) -> [[Double]] {
    let cells = base.space(over: base.process(name)?.dimensions ?? []).count
    var left = [[Double]](
      repeating: [Double](repeating: 1, count: base.time.count), count: cells)
    for index in flows.indices where flows[index].from == name && flows[index].shareValues != nil {
      let shares = wideValues(ofFlow: index)
      for (place, cells) in cellsLeaving(byFlow: index).enumerated() {
        for cell in cells { left[place] = zip(left[place], shares.cells[cell]).map { $0 - $1 } }
      }
    }
    return left
  }
}
