/// A scale from zero to a round number, with ticks at multiples of 1, 2 or 5 times a power of ten.
struct NiceScale: Hashable, Sendable {
  /// 1, 2 or 5.
  let mantissa: Int
  /// The step is `mantissa · 10^exponent`.
  let exponent: Int
  /// How many steps there are from zero to the top.
  let count: Int

  /// The finest scale that covers `0…maximum` in at most `limit` steps.
  ///
  /// - Parameter maximum: finite and at most 1e300; up to 1e-300 it counts as zero, which gives 0…1.
  init(covering maximum: Double, limit: Int = 6) {
    let top = maximum > 1e-300 ? maximum : 1
    var exponent = DecimalPower.exponent(of: top) - 2
    while true {
      for mantissa in [1, 2, 5] {
        let steps = (DecimalPower.divide(top, by: exponent) / Double(mantissa)).rounded(.up)
        if steps <= Double(limit) {
          self.mantissa = mantissa
          self.exponent = exponent
          count = Int(steps)
          return
        }
      }
      exponent += 1
    }
  }

  /// The value at the top of the scale.
  var top: Double { value(count) }

  /// The values of the ticks, from zero up.
  var ticks: [Double] { (0...count).map(value) }

  /// The labels of the ticks as multiples of the magnitude.
  func labels(in magnitude: Magnitude) -> [String] {
    (0...count).map {
      NumberFormat.decimal(mantissa: $0 * mantissa, exponent: exponent - magnitude.exponent)
    }
  }

  private func value(_ index: Int) -> Double {
    let units = Double(index * mantissa)
    return exponent < 0
      ? units / DecimalPower.value(-exponent) : units * DecimalPower.value(exponent)
  }
}
