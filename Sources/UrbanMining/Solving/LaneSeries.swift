/// A number of the plan over time: one for each period that all lanes share, or one for each lane.
///
/// Where it is the same in all periods it is kept once.
struct LaneSeries: Hashable, Sendable {
  /// How many numbers a period holds: 1, or the number of lanes.
  let width: Int
  /// Whether all periods have the same numbers, which are then kept once.
  let isSteady: Bool
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
    isSteady = false
  }

  /// The same numbers in all periods, one for each lane.
  init(steady values: [Double]) {
    width = values.count
    self.values = values
    isSteady = true
  }

  private init(width: Int, values: [Double], isSteady: Bool) {
    self.width = width
    self.values = values
    self.isSteady = isSteady
  }

  /// How far apart the numbers of two periods lie.
  private var step: Int { isSteady ? 0 : width }

  /// The number of a period and lane.
  func callAsFunction(_ period: Int, _ lane: Int) -> Double {
    values[period * step + (width == 1 ? 0 : lane)]
  }

  /// The same with every number changed.
  func map(_ change: (Double) -> Double) -> LaneSeries {
    var result = values
    var out = result.mutableSpan
    for place in 0..<out.count { out[place] = change(out[place]) }
    return LaneSeries(width: width, values: result, isSteady: isSteady)
  }

  /// The same with the numbers of each period multiplied by one of them.
  func times(_ factors: [Double]) -> LaneSeries {
    var result: [Double] = []
    result.reserveCapacity(factors.count * width)
    for (period, factor) in factors.enumerated() {
      for lane in 0..<width { result.append(values[period * step + lane] * factor) }
    }
    return LaneSeries(width: width, values: result)
  }

  /// The series of some of its lanes, in this order; a number that all share is repeated.
  func lanes(_ lanes: [Int]) -> LaneSeries {
    let values = (0..<periods).flatMap { period in
      lanes.map { self(period, $0) }
    }
    return LaneSeries(width: lanes.count, values: values, isSteady: isSteady)
  }

  /// One series out of two, number by number.
  func combined(
    with other: LaneSeries, _ combine: (Double, Double) -> Double
  ) -> LaneSeries {
    let width = max(width, other.width)
    let isSteady = isSteady && other.isSteady
    let periods = self.isSteady ? other.periods : periods
    var result = [Double](repeating: 0, count: periods * width)
    let (first, second) = (values.span, other.values.span)
    var out = result.mutableSpan
    for period in 0..<periods {
      let (a, b) = (period * step, period * other.step)
      for lane in 0..<width {
        out[period * width + lane] = combine(
          first[self.width == 1 ? a : a + lane], second[other.width == 1 ? b : b + lane])
      }
    }
    return LaneSeries(width: width, values: result, isSteady: isSteady)
  }

  /// For how many periods it has numbers of their own.
  private var periods: Int { values.count / width }
}
