/// Reads JSON strictly: no key twice, no number beyond a double, nothing behind the value.
struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0

  /// Deeper nesting is a trap, not a document.
  private static let deepest = 64

  /// The value of a whole text in UTF-8.
  /// - Throws: ``IntegrityError/notJSON(line:column:reason:)`` at the first fault.
  /// - Complexity: O(bytes).
  static func value(of bytes: [UInt8]) throws(IntegrityError) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .notJSON(line: 1, column: 1, reason: "the text is not UTF-8")
    }
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else {
      throw parser.fault("text follows the end of the document")
    }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: String) -> IntegrityError {
    let before = bytes[..<min(position, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return .notJSON(line: before.count { $0 == 0x0A } + 1, column: column + 1, reason: reason)
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(IntegrityError) {
    guard skip(character) else {
      throw fault(position == bytes.count ? "the text ends too early" : "expected '\(character)'")
    }
  }

  private mutating func value(depth: Int) throws(IntegrityError) -> JSONValue {
    guard depth < JSONParser.deepest else { throw fault("the document is nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("the text ends too early")
    default: return .number(try number())
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(IntegrityError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("expected a value") }
    position += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(IntegrityError) -> [String: JSONValue] {
    try expect("{")
    var members: [String: JSONValue] = [:]
    skipSpace()
    if skip("}") { return members }
    repeat {
      skipSpace()
      let place = position
      let key = try string()
      skipSpace()
      try expect(":")
      let content = try value(depth: depth + 1)
      guard members.updateValue(content, forKey: key) == nil else {
        position = place
        throw fault("the key '\(key)' stands there twice")
      }
      skipSpace()
    } while skip(",")
    try expect("}")
    return members
  }

  private mutating func array(depth: Int) throws(IntegrityError) -> [JSONValue] {
    try expect("[")
    var values: [JSONValue] = []
    skipSpace()
    if skip("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while skip(",")
    try expect("]")
    return values
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func number() throws(IntegrityError) -> Double {
    let start = position
    _ = skip("-")
    let first = next
    let whole = digits()
    guard whole > 0, whole == 1 || first != UInt8(ascii: "0") else {
      throw fault("expected a value")
    }
    if skip("."), digits() == 0 { throw fault("expected a digit") }
    if skip("e") || skip("E") {
      if !skip("-") { _ = skip("+") }
      if digits() == 0 { throw fault("expected a digit") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw fault("\(text) is too large") }
    return value
  }
}

// MARK: - Strings

extension JSONParser {
  private mutating func string() throws(IntegrityError) -> String {
    try expect("\"")
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content += Array(String(try escaped()).utf8)
      case 0..<0x20:
        position -= 1
        throw fault("a control character stands inside a text")
      default: content.append(byte)
      }
    }
    throw fault("the text ends too early")
  }

  private mutating func escaped() throws(IntegrityError) -> Unicode.Scalar {
    guard let byte = next else { throw fault("the text ends too early") }
    position += 1
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try codePoint()
    default: throw fault("there is no such escape")
    }
  }

  /// One `\uXXXX`, or the two that stand for a character beyond U+FFFF.
  private mutating func codePoint() throws(IntegrityError) -> Unicode.Scalar {
    let high = try codeUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, skip("\\"), skip("u") else { throw fault("half of a character") }
    let low = try codeUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar((high - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
    else { throw fault("half of a character") }
    return scalar
  }

  private mutating func codeUnit() throws(IntegrityError) -> UInt32 {
    let text = bytes[position..<min(position + 4, bytes.count)]
    let isHexadecimal = text.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    guard text.count == 4, isHexadecimal,
      let unit = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    else { throw fault("expected four hexadecimal digits") }
    position += 4
    return unit
  }
}
