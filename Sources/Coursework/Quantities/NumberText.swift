internal import Foundation

/// Numbers as texts of the course show them.
enum NumberText {
  /// With so many decimals and a thin space between thousands: `5 642.97`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(max(0, decimals))f", value)
    let sign = text.hasPrefix("-") ? "−" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let whole = parts[0]
    // Four digits stay together: years and small numbers read better.
    guard whole.count > 4 else { return sign + parts.joined(separator: ".") }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index).isMultiple(of: 3) { grouped += "\u{202F}" }
      grouped.append(digit)
    }
    return sign + ([grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}

extension NumberText {
  /// Points: at most two decimals, none where it is whole.
  static func short(_ value: Double) -> String {
    var text = fixed(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
