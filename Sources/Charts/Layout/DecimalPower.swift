/// Powers of ten without a mathematics library.
enum DecimalPower {
  /// `10^exponent`, correctly rounded; zero below the range of `Double`, infinite above it.
  static func value(_ exponent: Int) -> Double {
    Double("1e\(exponent)") ?? .nan
  }

  /// The largest n with `10^n ≤ value`, for a finite `value > 0`.
  static func exponent(of value: Double) -> Int {
    var exponent = Int((Double(value.exponent) * 0.30103).rounded(.down))
    while self.value(exponent + 1) <= value { exponent += 1 }
    while self.value(exponent) > value { exponent -= 1 }
    return exponent
  }

  /// `value / 10^exponent`; by multiplication where the exponent is negative, which is exact longer.
  static func divide(_ value: Double, by exponent: Int) -> Double {
    exponent < 0 ? value * self.value(-exponent) : value / self.value(exponent)
  }
}
