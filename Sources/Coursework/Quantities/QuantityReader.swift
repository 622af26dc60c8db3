/// Reads a quantity as people type it, and asks where it could mean two things.
///
/// ```
/// quantity = number [unit]
/// number   = [sign] digits [decimals] [exponent]      300   0.3   3e2   −12   1 000   1,234.5   0,52
/// ```
/// Spaces of any kind and apostrophes may group thousands. One comma or point before exactly three digits is
/// the difficult case: `1,000` and `1.000` are asked about; `5.643` is read as the statements write numbers,
/// with a point before decimals.
enum QuantityReader {
  /// The quantity that a text stands for, in the unit of the question where it names none.
  static func read(
    _ text: String, unit wanted: Quantity.Unit
  ) throws(QuantityError) -> Quantity {
    let (number, symbol) = try parts(of: text)
    let value = try value(of: number, in: text.trimmed)
    guard !symbol.isEmpty else { return Quantity(value, wanted) }
    let unit: Quantity.Unit
    do {
      unit = try Quantity.Unit(symbol)
    } catch {
      // What follows the number is more of a number, as in 1/2 or 0x10.
      guard symbol.first != "/", symbol.last?.isASCIIDigit != true else {
        throw .notANumber(text.trimmed, hint: hint)
      }
      throw error
    }
    // What flows in one year may be written as an amount: 157 kt in 2020 are 157 kt/yr.
    if unit.dimension.perYear == wanted.dimension {
      return Quantity(value, try Quantity.Unit(symbol + "/yr"))
    }
    guard unit.dimension == wanted.dimension else {
      throw .wrongDimension(given: unit, wanted: wanted)
    }
    return Quantity(value, unit)
  }

  /// Number and unit; spaces of all kinds plain, minus signs hyphens.
  private static func parts(
    of text: String
  ) throws(QuantityError) -> (number: String, unit: String) {
    let plain = String(text.map { $0.isWhitespace ? " " : minusSigns.contains($0) ? "-" : $0 })
      .trimmed
    guard !plain.isEmpty else { throw .empty }
    var end = plain.startIndex
    var index = plain.startIndex
    while index < plain.endIndex {
      let next = plain.index(after: index)
      let character = plain[index]
      if numberSigns.contains(character) || character.isASCIIDigit {
        end = next
      } else if "eE".contains(character), isExponent(plain[next...]), end > plain.startIndex {
        end = next
      } else if character != " " {
        break
      }
      index = next
    }
    return (plain[..<end].trimmed, plain[end...].trimmed)
  }

  private static let minusSigns: Set<Character> = ["−", "–", "\u{2010}", "\u{2011}", "\u{FE63}"]
  private static let numberSigns: Set<Character> = ["+", "-", ".", ",", "'", "’"]

  /// Whether digits follow, with a sign or without: else the e begins a unit, as in `3 EJ`.
  private static func isExponent(_ rest: Substring) -> Bool {
    let digits = rest.first == "-" || rest.first == "+" ? rest.dropFirst() : rest
    return digits.first?.isASCIIDigit == true
  }

  private static func value(of number: String, in text: String) throws(QuantityError) -> Double {
    let exponent = number.firstIndex { "eE".contains($0) } ?? number.endIndex
    var mantissa = String(number[..<exponent])
    mantissa.removeAll { "'’".contains($0) }
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    if mantissa.hasPrefix("-") || mantissa.hasPrefix("+") { mantissa.removeFirst() }
    mantissa = try withoutGroups(mantissa.trimmed, in: text)
    mantissa = try withPoint(mantissa, in: text, sign: sign)
    guard let value = Double(sign + mantissa + number[exponent...]), value.isFinite else {
      throw .notANumber(text, hint: hint)
    }
    return value
  }

  private static let hint = "write digits with a point before decimals, and the unit behind them"

  /// Spaces between groups of three digits dropped.
  private static func withoutGroups(
    _ mantissa: String, in text: String
  ) throws(QuantityError) -> String {
    let groups = mantissa.split(separator: " ")
    guard groups.count > 1 else { return mantissa }
    let isGrouped = groups.enumerated().allSatisfy { index, group in
      let digits = group.prefix(while: \.isASCIIDigit).count
      return (index == 0 ? (1...3).contains(digits) : digits == 3)
        && (digits == group.count || index == groups.count - 1)
    }
    guard isGrouped else { throw .notANumber(text, hint: hint) }
    return groups.joined()
  }

  /// Commas and points resolved into one decimal point at most.
  private static func withPoint(
    _ mantissa: String, in text: String, sign: String
  ) throws(QuantityError) -> String {
    let marks = mantissa.filter { ",.".contains($0) }
    guard let last = marks.last else { return mantissa }
    let pieces = mantissa.split(omittingEmptySubsequences: false) { ",.".contains($0) }
    let isGrouped =
      (1...3).contains(pieces[0].count)
      && pieces.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    let (whole, end) = (pieces.dropLast().joined(), pieces[pieces.count - 1])
    if marks.count == 1 {
      let looksGrouped = isGrouped && end.count == 3 && pieces[0] != "0"
      if looksGrouped && (last == "," || end == "000") {
        // Zeros are left out, since '1.000' would be asked about again.
        let decimal = "\(whole).\(end == "000" ? "0" : end)"
        throw .ambiguous(text, readings: [sign + whole + end, sign + decimal])
      }
      return "\(whole).\(end)"
    }
    let isAlike = Set(marks).count == 1
    if isAlike {
      guard isGrouped, end.count == 3 else { throw .notANumber(text, hint: hint) }
      return whole + end
    }
    // 1,234.5 or 1.234,5: the last mark is the decimal one, the others are alike.
    guard isGrouped, Set(marks.dropLast()).count == 1, marks.dropLast().first != last else {
      throw .notANumber(text, hint: hint)
    }
    return "\(whole).\(end)"
  }
}

extension Character {
  /// 0 to 9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
