internal import UrbanMining

/// What is known of one number, as files write it: `120 ± 6`, `120 ± 5 %`, `120 exact`, `unknown`, or nothing.
enum MeasurementText {
  static let forms =
    "a measurement is written like '120 ± 6', '120 ± 5 %', '120 exact' or 'unknown'"

  /// What is wrong with a text.
  struct Refusal: Error {
    let message: String
    let hint: String?
  }

  /// - Parameters:
  ///   - text: what is written.
  ///   - usualShare: the relative uncertainty of what is written without one.
  static func knowledge(_ text: String, usualShare: Double?) throws(Refusal) -> Knowledge {
    if text.isEmpty || text == "unknown" { return .unknown }
    if text.hasSuffix("exact") {
      return .exact(try number(String(text.dropLast(5)).trimmed))
    }
    let parts = ["±", "+/-", "+-"].lazy.map { text.split(separator: $0) }.first { $0.count > 1 }
    guard let parts, parts.count == 2 else {
      let value = try number(text)
      guard let usualShare else {
        throw Refusal(
          message: "how certain is \(text)? A measurement needs its standard uncertainty",
          hint: forms)
      }
      return .measured(value, uncertainty: abs(value) * usualShare)
    }
    let value = try number(String(parts[0]).trimmed)
    return .measured(value, uncertainty: try uncertainty(String(parts[1]).trimmed, of: value))
  }

  /// `6`, or `5 %` of a value.
  static func uncertainty(_ text: String, of value: Double) throws(Refusal) -> Double {
    guard text.hasSuffix("%") else { return try number(text) }
    guard let share = percentage(text) else {
      throw Refusal(message: "'\(text)' is no uncertainty in per cent", hint: forms)
    }
    return abs(value) * share
  }

  /// `5 %` as 0.05; nil of anything else, and of nothing above 0.
  static func percentage(_ text: String) -> Double? {
    guard text.hasSuffix("%"),
      let value = try? DecimalNumber.value(of: String(text.dropLast()).trimmed), value > 0
    else { return nil }
    return value / 100
  }

  private static func number(_ text: String) throws(Refusal) -> Double {
    do throws(DecimalNumber.Refusal) {
      return try DecimalNumber.value(of: text)
    } catch {
      throw Refusal(message: error.message, hint: error.hint ?? forms)
    }
  }
}
