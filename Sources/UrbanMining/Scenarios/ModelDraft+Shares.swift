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
    let space = base.space(of: flows[index])
    let source = sourceSpace(ofFlow: index)
    let old = flows.indices.map { flows[$0].shareValues == nil ? nil : wideValues(ofFlow: $0) }
    guard var wide = old[index] else { preconditionFailure("a diversion raises a share") }
    var reduced = diversion.others.map { old[$0] }
    for cell in change.target.cells {
      let place = space.projection(of: cell, onto: source)
      var gap = [Double](repeating: 0, count: base.time.count)
      for (position, other) in diversion.others.enumerated() {
        guard let shares = old[other] else {
          // The remainder: what all shares leave. It shrinks by itself.
          let left = sumOfShares(ofSource: flows[index].from, at: place, old)
          for period in gap.indices { gap[period] += max(0, 1 - left[period]) }
          continue
        }
        for otherCell in cells(ofFlow: other, leaving: place) {
          var series = shares.cells[otherCell]
          for period in series.indices {
            gap[period] += series[period]
            series[period] *= 1 - weights[period] * diversion.strength
          }
          reduced[position] = reduced[position]?.replacing(cell: otherCell, with: series)
        }
      }
      let series = wide.cells[cell].indices.map { period in
        wide.cells[cell][period] + weights[period] * diversion.strength * gap[period]
      }
      wide = wide.replacing(cell: cell, with: series)
    }
    store(wide, inFlow: index)
    for (other, parameter) in zip(diversion.others, reduced) {
      if let parameter { store(parameter, inFlow: other) }
    }
  }

  /// Σ of all shares of one cell of a process.
  func sumOfShares(ofSource name: String, at place: Int, _ shares: [Parameter?]) -> [Double] {
    var sum = [Double](repeating: 0, count: base.time.count)
    for index in flows.indices where flows[index].from == name {
      guard let parameter = shares[index] else { continue }
      for cell in cells(ofFlow: index, leaving: place) {
        for period in sum.indices { sum[period] += parameter.cells[cell][period] }
      }
    }
    return sum
  }

  /// The cells of a flow that leave one cell of its source.
  func cells(ofFlow index: Int, leaving place: Int) -> [Int] {
    let space = base.space(of: flows[index])
    let source = sourceSpace(ofFlow: index)
    return (0..<space.count).filter { space.projection(of: $0, onto: source) == place }
  }

  func sourceSpace(ofFlow index: Int) -> CellSpace {
    base.space(over: base.process(flows[index].from)?.dimensions ?? [])
  }
}
