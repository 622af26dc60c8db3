extension JSONValue {
  /// The one text of this value by the JSON Canonicalization Scheme (RFC 8785): no space, keys in the
  /// order of their UTF-16 code units, numbers as ECMAScript writes them.
  ///
  /// Equal values have equal texts on every machine, so that a hash or a signature of the text is
  /// one of the value.
  /// - Complexity: O(*n* log *n*) for keys.
  public var canonicalText: String {
    var output = ""
    write(to: &output, indent: nil)
    return output
  }

  /// The same for people: two spaces for each level, arrays of plain values on one line, and a line
  /// break at the end. It too is the only one of its kind for a value.
  public var readableText: String {
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
  }

  private func write(to output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .number(let number): output += JSONValue.text(of: number)
    case .string(let text): JSONValue.write(text, to: &output)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isPlain)
      JSONValue.list(values, "[", "]", isFlat ? nil : indent, to: &output) { value, output, inner in
        value.write(to: &output, indent: inner)
      }
    case .object(let members):
      let ordered = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      JSONValue.list(ordered, "{", "}", indent, to: &output) { member, output, inner in
        JSONValue.write(member.key, to: &output)
        output += indent == nil ? ":" : ": "
        member.value.write(to: &output, indent: inner)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .object: false
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: Int?, to output: inout String,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    output += open
    let inner = items.isEmpty ? nil : indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: " ", count: inner) }
      write(item, &output, inner)
    }
    if inner != nil, let indent { output += "\n" + String(repeating: " ", count: indent) }
    output += close
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\u{8}": output += "\\b"
      case "\t": output += "\\t"
      case "\n": output += "\\n"
      case "\u{C}": output += "\\f"
      case "\r": output += "\\r"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }

  /// A number as ECMAScript's Number::toString writes it: the fewest digits that give the same double
  /// again, without an exponent from 1e-6 to below 1e21.
  ///
  /// The digits are those of Swift's description, which are the fewest too; only their layout differs.
  static func text(of number: Double) -> String {
    precondition(number.isFinite, "JSON has no number for infinity")
    if number == 0 { return "0" }
    let parts = "\(number.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = mantissa.joined()
    let digits = all.drop { $0 == "0" }
    let point = mantissa[0].count - (all.count - digits.count) + shift
    let significant = String(
      digits.prefix(digits.count - digits.reversed().prefix { $0 == "0" }.count))
    return (number < 0 ? "-" : "") + layout(significant, point: point)
  }

  /// `0.digits · 10^point`.
  private static func layout(_ digits: String, point: Int) -> String {
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    switch point {
    case digits.count...21 where digits.count <= 21:
      return digits + zeros(point - digits.count)
    case 1...21:
      return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0:
      return "0." + zeros(-point) + digits
    default:
      let exponent = point - 1
      let rest = digits.dropFirst()
      return digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
        + (exponent < 0 ? "e-" : "e+") + "\(exponent.magnitude)"
    }
  }
}
