/// A number of the plan over time: one for each period that all lanes share, or one for each lane.
struct LaneSeries: Hashable, Sendable {
  /// How many numbers a period holds: 1, or the number of lanes.
  let width: Int
  /// Period after period.
  let values: [Double]

  /// Keeps one number for each period where all lanes agree.
  init(lanes: [[Double]]) {
    if lanes.dropFirst().allSatisfy({ $0 == lanes[0] }) {
      self.init(width: 1, values: lanes[0])
    } else {
      var values: [Double] = []
      values.reserveCapacity(lanes.count * lanes[0].count)
      for period in lanes[0].indices {
        for lane in lanes.indices { values.append(lanes[lane][period]) }
      }
      self.init(width: lanes.count, values: values)
    }
  }

  /// - Parameter values: period after period, `width` numbers for each.
  init(width: Int, values: [Double]) {
    self.width = width
    self.values = values
  }

  var periods: Int { values.count / width }

  /// The number of a period and lane.
  func callAsFunction(_ period: Int, _ lane: Int) -> Double {
    width == 1 ? values[period] : values[period * width + lane]
  }

  /// The same with every number changed; `change` also receives the period.
  func map(_ change: (Double, _ period: Int) -> Double) -> LaneSeries {
    var result = values
    var out = result.mutableSpan
    for period in 0..<periods {
      for place in period * width..<(period + 1) * width { out[place] = change(out[place], period) }
    }
    return LaneSeries(width: width, values: result)
  }

  /// One series out of two, number by number.
  func combined(
    with other: LaneSeries, _ combine: (Double, Double) -> Double
  ) -> LaneSeries {
    let width = max(width, other.width)
    var result = [Double](repeating: 0, count: periods * width)
    let (first, second) = (values.span, other.values.span)
    var out = result.mutableSpan
    for period in 0..<periods {
      let (a, b) = (period * self.width, period * other.width)
      for lane in 0..<width {
        out[period * width + lane] = combine(
          first[self.width == 1 ? a : a + lane], second[other.width == 1 ? b : b + lane])
      }
    }
    return LaneSeries(width: width, values: result)
  }
}
