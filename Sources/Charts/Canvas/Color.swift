/// An sRGB colour without transparency.
struct Color: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// A colour from `0xRRGGBB`.
  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// The relative luminance of WCAG 2.2, 0 (black) to 1 (white).
  ///
  /// WCAG's power 2.4 is taken as x²·x^0.4 with x^0.4 = (x²)^(1/5) by Newton steps, because the
  /// standard library has no `pow` and this module imports nothing.
  var luminance: Double {
    0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  /// `#rrggbb`.
  var hex: String {
    "#"
      + [red, green, blue]
      .map { channel in (channel < 16 ? "0" : "") + String(channel, radix: 16) }
      .joined()
  }

  /// The contrast ratio of WCAG 2.2, 1 to 21; text needs 4.5, graphics 3.
  func contrast(with other: Color) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The one of black and white that is easier to read on this colour.
  ///
  /// Its contrast is at least √21 = 4.58 on every colour, which is enough for text of any size; with
  /// a dark grey instead of black that would not hold.
  var readableInk: Color {
    let (dark, light) = (Color(0x000000), Color(0xFFFFFF))
    return contrast(with: dark) > contrast(with: light) ? dark : light
  }

  /// The colour half-way to another.
  func mixed(with other: Color) -> Color {
    func mean(_ one: UInt8, _ two: UInt8) -> UInt32 { (UInt32(one) + UInt32(two)) / 2 }
    return Color(
      mean(red, other.red) << 16 | mean(green, other.green) << 8 | mean(blue, other.blue))
  }

  /// The colour on the way to another: this one at share 0, the other at 1.
  func mixed(with other: Color, share: Double) -> Color {
    func between(_ one: UInt8, _ two: UInt8) -> UInt32 {
      UInt32((Double(one) + (Double(two) - Double(one)) * share).rounded())
    }
    return Color(
      between(red, other.red) << 16 | between(green, other.green) << 8 | between(blue, other.blue))
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = base
    for _ in 0..<30 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
