/// The power of ten that numbers share: 10⁰, or a multiple of three for very large and small ones.
struct Magnitude: Hashable, Sendable {
  /// A multiple of three; 0 for numbers from 0.001 to below a million.
  let exponent: Int

  /// The magnitude in which `value ≥ 0` reads well; up to 1e-300 it counts as zero.
  init(of value: Double) {
    guard value > 1e-300, value < 0.001 || value >= 1_000_000 else {
      exponent = 0
      return
    }
    let power = DecimalPower.exponent(of: value)
    exponent = power >= 0 ? power / 3 * 3 : (power - 2) / 3 * 3
  }

  /// A value with three significant digits and its unit: "467 Mt", "4.67 × 10⁹ kt".
  static func text(_ value: Double, unit: String) -> String {
    let magnitude = Magnitude(of: value)
    let number = NumberFormat.significant(DecimalPower.divide(value, by: magnitude.exponent))
    return number + (magnitude.exponent == 0 ? " " : " × \(magnitude.power) ") + unit
  }

  /// The unit of an axis whose labels are multiples of the magnitude: "Mt", "10⁹ Mt".
  func heading(unit: String) -> String {
    exponent == 0 ? unit : "\(power) \(unit)"
  }

  private var power: String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let sign = exponent < 0 ? "⁻" : ""
    let places = String(exponent.magnitude).compactMap(\.wholeNumberValue)
    return "10" + sign + String(places.map { digits[$0] })
  }
}
