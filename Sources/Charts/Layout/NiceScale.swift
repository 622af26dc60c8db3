/// A scale from zero, or a round number below it, to a round number above, with ticks at multiples of
/// 1, 2 or 5 times a power of ten.
struct NiceScale: Hashable, Sendable {
  /// 1, 2 or 5.
  let mantissa: Int
  /// The step is `mantissa · 10^exponent`.
  let exponent: Int
  /// How many steps there are from zero to the top.
  let count: Int
  /// How many steps there are from the bottom to zero.
  let below: Int

  /// The finest scale that covers `0…maximum` in at most `limit` steps.
  ///
  /// - Parameters:
  ///   - maximum: finite and at most 1e300; up to 1e-300 it counts as zero, which gives 0…1.
  ///   - minimum: what it covers below zero; above -1e-300 nothing.
  ///   - limit: the most steps.
  init(covering maximum: Double, downTo minimum: Double = 0, limit: Int = 6) {
    let depth = minimum < -1e-300 ? -minimum : 0
    let top = maximum > 1e-300 ? maximum : depth > 0 ? 0 : 1
    var exponent = DecimalPower.exponent(of: max(top, depth)) - 2
    while true {
      for mantissa in [1, 2, 5] {
        func steps(_ value: Double) -> Double {
          (DecimalPower.divide(value, by: exponent) / Double(mantissa)).rounded(.up)
        }
        if steps(top) + steps(depth) <= Double(max(limit, depth > 0 ? 2 : 1)) {
          self.mantissa = mantissa
          self.exponent = exponent
          count = Int(steps(top))
          below = Int(steps(depth))
          return
        }
      }
      exponent += 1
    }
  }

  /// The value at the top of the scale.
  var top: Double { value(count) }

  /// The value at its bottom: zero, unless there is something below.
  var bottom: Double { value(-below) }

  /// The values of the ticks, from the bottom up.
  var ticks: [Double] { (-below...count).map(value) }

  /// The labels of the ticks as multiples of the magnitude.
  func labels(in magnitude: Magnitude) -> [String] {
    (-below...count).map { index in
      let text = NumberFormat.decimal(
        mantissa: abs(index) * mantissa, exponent: exponent - magnitude.exponent)
      return index < 0 ? "\u{2212}" + text : text
    }
  }

  private func value(_ index: Int) -> Double {
    let units = Double(index * mantissa)
    return exponent < 0
      ? units / DecimalPower.value(-exponent) : units * DecimalPower.value(exponent)
  }
}
