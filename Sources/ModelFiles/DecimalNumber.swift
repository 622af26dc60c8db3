/// Numbers as people may write them in a table: strict decimal or exponent form.
///
/// ```
/// number = [+ -] digits [. digits] [e [+ -] digits]      (digits before or after the point)
/// ```
/// Everything else is refused with the reason, since each of `3,5`, `1 000`, `12%` and `n/a` means
/// something to its writer that a lenient reader would turn into another number.
public enum DecimalNumber {
  /// Why a text is not a number, and what to write instead.
  public struct Refusal: Error, Hashable, Sendable {
    /// What the text is not.
    public let message: String
    /// What to write instead, if there is a good guess.
    public let hint: String?
  }

  /// The number that the text stands for.
  public static func value(of text: String) throws(Refusal) -> Double {
    guard length(of: text.utf8) == text.utf8.count, let value = Double(text) else {
      throw refusal(of: text)
    }
    guard value.isFinite else {
      throw Refusal(message: "\(text) is too large", hint: "the largest number is 1.8e308")
    }
    return value
  }

  /// How many bytes at the start of the text form a number; 0 if none.
  private static func length(of text: String.UTF8View) -> Int {
    var index = text.startIndex
    func digits() -> Int {
      var count = 0
      while index < text.endIndex, (0x30...0x39).contains(text[index]) {
        index = text.index(after: index)
        count += 1
      }
      return count
    }
    func skip(_ bytes: UInt8...) -> Bool {
      guard index < text.endIndex, bytes.contains(text[index]) else { return false }
      index = text.index(after: index)
      return true
    }
    _ = skip(0x2B, 0x2D)
    var mantissa = digits()
    if skip(0x2E) { mantissa += digits() }
    if mantissa == 0 { return 0 }
    let end = index
    guard skip(0x65, 0x45) else { return text.distance(from: text.startIndex, to: end) }
    _ = skip(0x2B, 0x2D)
    let last = digits() > 0 ? index : end
    return text.distance(from: text.startIndex, to: last)
  }
}

// MARK: - Explaining

extension DecimalNumber {
  private static let missingMarks: Set = [
    "-", "–", "—", "..", "...", "na", "n/a", "n.a.", "nan", "nd", "n.d.", "none", "null", "w", "x",
    "?", ".",
  ]
  private static let infinities: Set = ["inf", "infinity", "∞"]
  private static let groupSigns: Set<Character> = [
    " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’", "_",
  ]

  /// The reason and the remedy for a text that is not a number.
  private static func refusal(of text: String) -> Refusal {
    let message = "'\(text)' is not a number"
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    let word = unsigned.lowercased()
    if missingMarks.contains(text.lowercased()) || missingMarks.contains(word) {
      return Refusal(message: message, hint: "leave the field empty where a number is missing")
    }
    if infinities.contains(word) {
      return Refusal(message: "'\(text)' is not finite", hint: "a number in a table must be finite")
    }
    if word.hasPrefix("0x") {
      return Refusal(message: message, hint: "write it as a decimal number")
    }
    if text.hasPrefix("−"), let value = try? value(of: "-" + text.dropFirst()) {
      return Refusal(message: message, hint: "write the minus sign as a hyphen: \(shown(value))")
    }
    return Refusal(
      message: message,
      hint: commaHint(text) ?? groupingHint(text) ?? exponentHint(text) ?? suffixHint(text))
  }

  private static func commaHint(_ text: String) -> String? {
    guard let comma = text.firstIndex(of: ",") else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { part in
      part.prefix { $0 != "." }.count == 3
    }
    let without = parts.joined()
    if parts.count == 2, let point = text.firstIndex(of: "."), point < comma {
      let number = parts[0].filter { $0 != "." } + "." + parts[1]
      return isNumber(number) ? "a comma is not a decimal sign: write \(number)" : nil
    }
    if isGrouped, isNumber(without) {
      let asDecimal = parts.joined(separator: ".")
      let other =
        parts.count == 2 && isNumber(asDecimal)
        ? ", or \(asDecimal) if the comma was meant as a decimal sign" : ""
      return "a comma does not separate thousands: write \(without)\(other)"
    }
    let number = parts.joined(separator: ".")
    return parts.count == 2 && isNumber(number)
      ? "a comma is not a decimal sign: write \(number)" : "a comma does not belong in a number"
  }

  private static func groupingHint(_ text: String) -> String? {
    guard text.contains(where: groupSigns.contains) else { return nil }
    let number = text.filter { !groupSigns.contains($0) }
    return isNumber(number) ? "digits are not grouped: write \(number)" : nil
  }

  private static func exponentHint(_ text: String) -> String? {
    for (index, sign) in zip(text.indices, text) where "eEdD".contains(sign) {
      let (mantissa, rest) = (text[..<index], text[text.index(after: index)...])
      guard isNumber(mantissa) else { continue }
      if rest.allSatisfy({ $0 == "+" || $0 == "-" }) {
        return "the exponent has no digits: write \(mantissa) or \(mantissa)e3"
      }
      if isNumber("\(mantissa)e\(rest)") { return "write \(mantissa)e\(rest)" }
    }
    return nil
  }

  private static func suffixHint(_ text: String) -> String? {
    let end = text.utf8.index(text.startIndex, offsetBy: length(of: text.utf8))
    guard end > text.startIndex, let number = try? value(of: String(text[..<end])) else {
      return nil
    }
    let suffix = String(text[end...].drop { $0 == " " })
    if suffix == "%" {
      return "a share is written as a fraction: \(shown(number / 100))"
    }
    guard suffix.first?.isLetter == true else { return nil }
    return "only the number stands in the field, not '\(suffix)': write \(text[..<end])"
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && length(of: String(text).utf8) == text.utf8.count
  }

  /// Without `.0` behind whole numbers.
  private static func shown(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
