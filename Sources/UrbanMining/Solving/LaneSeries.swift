/// A coefficient of the plan over time: one number per period that all lanes share, or one per lane.
struct LaneSeries: Sendable {
  /// How many numbers a period holds: 1, or the number of lanes.
  let width: Int
  /// Period after period.
  let values: [Double]

  /// Keeps one number per period where all lanes agree.
  init(lanes: [[Double]]) {
    if lanes.dropFirst().allSatisfy({ $0 == lanes[0] }) {
      width = 1
      values = lanes[0]
    } else {
      width = lanes.count
      values = lanes[0].indices.flatMap { period in lanes.map { $0[period] } }
    }
  }

  /// The number of a period and lane.
  func callAsFunction(_ period: Int, _ lane: Int) -> Double {
    width == 1 ? values[period] : values[period * width + lane]
  }

  /// Whether it is one everywhere.
  var isOne: Bool { values.allSatisfy { $0 == 1 } }
}
