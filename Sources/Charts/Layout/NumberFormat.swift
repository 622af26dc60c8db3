/// Numbers as text, the same in every locale and without Foundation.
enum NumberFormat {
  /// The separator of thousands: a thin space (SI Brochure, 5.4.4).
  static let thinSpace = "\u{2009}"

  /// A coordinate with at most two decimals: "12", "12.5", "-0.25".
  static func pixels(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(hundredths.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let decimals = padded.suffix(2)
    let whole = padded.dropLast(2)
    let sign = hundredths < 0 ? "-" : ""
    if decimals == "00" { return sign + whole }
    return sign + whole + "." + (decimals.last == "0" ? decimals.dropLast() : decimals)
  }

  /// A year, without separators: "1998", "2010.5", "−3000".
  static func year(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    return pixels(value).replacingMinus()
  }

  /// A finite value with three significant digits, without zeros at its end: "467", "1 230",
  /// "0.05". What is nearer to zero than 1e-300 is "0".
  static func significant(_ value: Double) -> String {
    guard value.magnitude > 1e-300 else { return "0" }
    let exponent = DecimalPower.exponent(of: value.magnitude) - 2
    let mantissa = Int(DecimalPower.divide(value.magnitude, by: exponent).rounded())
    return (value < 0 ? "\u{2212}" : "") + decimal(mantissa: mantissa, exponent: exponent)
  }

  /// A share from 0 to 1 in whole percent: "39 %", "< 1 %".
  static func percent(_ share: Double) -> String {
    share < 0.005 ? "< 1 %" : "\(Int((share * 100).rounded())) %"
  }

  /// A value with three significant digits and its sign; a plus only if asked for.
  static func signed(_ value: Double, plus: Bool = true) -> String {
    let text = significant(value)
    return plus && value > 0 && text != "0" ? "+" + text : text
  }

  /// A value and its standard uncertainty, both to the second digit of the latter: "26.73 ± 0.95",
  /// "31.3 ± 1.3" (GUM, 7.2.6); without an uncertainty to three digits.
  static func measured(_ value: Double, _ uncertainty: Double?) -> String {
    guard let uncertainty, uncertainty > 1e-300 else { return significant(value) }
    let exponent = DecimalPower.exponent(of: uncertainty) - 1
    func text(_ value: Double) -> String {
      let mantissa = DecimalPower.divide(value.magnitude, by: exponent).rounded()
      guard mantissa < 1e15 else { return significant(value) }
      let plain = decimal(mantissa: Int(mantissa), exponent: exponent)
      let sign = value < 0 && mantissa > 0 ? "\u{2212}" : ""
      guard exponent < 0 else { return sign + plain }
      // Zeros at the end say how well a value is known.
      let parts = plain.split(separator: ".")
      let decimals = parts.count > 1 ? String(parts[1]) : ""
      return sign + parts[0] + "." + decimals
        + String(repeating: "0", count: -exponent - decimals.count)
    }
    return "\(text(value)) ± \(text(uncertainty))"
  }

  /// A small count in words: "eighteen"; larger ones in digits.
  static func word(for count: Int) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty",
    ]
    return words.indices.contains(count) ? words[count] : "\(count)"
  }

  /// A relative change with its sign: "+12 %", "−3.4 %", "± 0 %".
  static func change(_ share: Double) -> String {
    let text = significant((share.magnitude * 1000).rounded() / 10)
    return (text == "0" ? "±" : share < 0 ? "\u{2212}" : "+") + text + " %"
  }

  /// `mantissa · 10^exponent` written out exactly, with thousands apart; `mantissa ≥ 0`.
  static func decimal(mantissa: Int, exponent: Int) -> String {
    if mantissa == 0 { return "0" }
    var digits = String(mantissa)
    var exponent = exponent
    while exponent < 0, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    if exponent >= 0 { return grouped(digits + String(repeating: "0", count: exponent)) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return grouped(String(padded.dropLast(-exponent))) + "." + padded.suffix(-exponent)
  }

  /// Digits in groups of three from the right.
  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += thinSpace }
      result.append(digit)
    }
    return result
  }
}

extension String {
  /// The text with a true minus sign before its number.
  fileprivate func replacingMinus() -> String {
    hasPrefix("-") ? "\u{2212}" + dropFirst() : self
  }
}
