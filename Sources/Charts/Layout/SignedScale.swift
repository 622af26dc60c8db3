/// A scale from a round number at or below zero to one at or above it.
struct SignedScale: Hashable, Sendable {
  /// The step between ticks.
  let step: Double
  let ticks: [Double]

  /// The finest scale that covers zero and the values in at most `limit` steps of 1, 2 or 5 times a power
  /// of ten.
  init(covering values: [Double], limit: Int = 6) {
    let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    let span = high - low > 1e-300 ? high - low : 1
    var exponent = DecimalPower.exponent(of: span) - 2
    while true {
      for mantissa in [1.0, 2, 5] {
        let step = mantissa * DecimalPower.value(exponent)
        // A value that misses a tick by rounding needs no further one.
        let (first, last) = (
          (low / step + 1e-6).rounded(.down), (high / step - 1e-6).rounded(.up)
        )
        if last - first <= Double(limit) {
          self.step = step
          ticks = (Int(first)...max(Int(first) + 1, Int(last))).map { Double($0) * step }
          return
        }
      }
      exponent += 1
    }
  }

  var first: Double { ticks[0] }
  var last: Double { ticks[ticks.count - 1] }
}
