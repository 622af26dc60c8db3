/// The scanner behind ``CSVTable``: one pass over the bytes that always knows line and column.
struct CSVReader {
  private let name: String
  private let bytes: [UInt8]
  private(set) var faults: [Fault] = []
  private var fields: [CSVTable.Field] = []

  private var position = 0
  private var line = 1
  /// Where the line would begin if every character before `position` had one byte, so that
  /// `position - lineStart` counts characters.
  private var lineStart = 0

  /// What stands between two fields.
  private let separator: UInt8

  /// Prepares bytes: strips a byte-order mark and replaces what is not UTF-8 (with a fault).
  init(bytes: [UInt8], name: String, separator: Character = ",") {
    self.name = name
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    let encoding = TextEncoding.utf8Bytes(of: bytes)
    self.bytes = encoding.bytes
    if let problem = encoding.problem {
      faults.append(
        Fault(
          file: name, line: problem.line, column: problem.column, message: problem.message,
          hint: "save the file as UTF-8"))
    }
  }

  /// Reads the header and all rows that have its shape.
  mutating func readTable() -> CSVTable {
    skipBlankLinesAndComments()
    guard position < bytes.count else {
      let hint = "the first line names the columns, such as year,value"
      if faults.isEmpty { note("the table has no header", hint: hint, line: 1, column: 1) }
      return CSVTable(name: name, header: CSVTable.Row(fields: []), rows: [])
    }
    readRecord()
    let width = fields.count
    guard checkHeader() else {
      return CSVTable(name: name, header: CSVTable.Row(fields: fields[...]), rows: [])
    }
    var starts: [Int] = []
    skipBlankLinesAndComments()
    while position < bytes.count {
      let (start, known) = (fields.count, faults.count)
      readRecord()
      let count = fields.count - start
      if faults.count > known {
        // A stray quote makes the count of fields meaningless: one fault is enough.
      } else if count == width {
        starts.append(start)
      } else {
        let place = fields[count > width ? start + width : start]
        note(
          "the row has \(count) \(count == 1 ? "field" : "fields"), but the header has \(width)",
          hint: count > width ? "a field that holds a comma goes in double quotes" : nil,
          line: place.line, column: place.column)
      }
      skipBlankLinesAndComments()
    }
    return CSVTable(
      name: name, header: CSVTable.Row(fields: fields[..<width]),
      rows: starts.map { CSVTable.Row(fields: fields[$0..<$0 + width]) })
  }

  /// Whether the header can be used: if not, every row would only repeat its fault.
  private mutating func checkHeader() -> Bool {
    if fields.count == 1, let other = [";", "\t"].first(where: { fields[0].text.contains($0) }) {
      let sign = other == ";" ? "semicolons" : "tabs"
      note(
        "the columns are separated by \(sign); CSV separates them by commas",
        hint: "export it with commas, and with points as decimal signs", line: fields[0].line,
        column: fields[0].column)
      return false
    }
    var first: [String: CSVTable.Field] = [:]
    for (index, field) in fields.enumerated() {
      if field.text.isEmpty {
        note("column \(index + 1) has no name", hint: nil, line: field.line, column: field.column)
      } else if let earlier = first[field.text] {
        note(
          "two columns are called '\(field.text)'",
          hint: "the first is at \(earlier.line):\(earlier.column)", line: field.line,
          column: field.column)
      } else {
        first[field.text] = field
      }
    }
    return true
  }

  /// Reads all records as they are, whatever their shape: the tables of other programs.
  mutating func readRecords() -> [CSVTable.Row] {
    var starts: [Int] = []
    skipBlankLinesAndComments()
    while position < bytes.count {
      starts.append(fields.count)
      readRecord()
      skipBlankLinesAndComments()
    }
    let ends = starts.dropFirst() + [fields.count]
    return zip(starts, ends).map { CSVTable.Row(fields: fields[$0..<$1]) }
  }

  private mutating func note(_ message: String, hint: String?, line: Int, column: Int) {
    faults.append(
      Fault(file: name, line: line, column: column, message: message, hint: hint))
  }
}

// MARK: - Scanning

extension CSVReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte == 0x09 && separator != 0x09)
  }
  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  /// Goes to the next line that holds a record, or to the end.
  private mutating func skipBlankLinesAndComments() {
    while position < bytes.count {
      var ahead = position
      while ahead < bytes.count, isSpace(bytes[ahead]) { ahead += 1 }
      if ahead < bytes.count, bytes[ahead] == UInt8(ascii: "#") {
        while ahead < bytes.count, !Self.isLineEnd(bytes[ahead]) { ahead += 1 }
      }
      guard ahead == bytes.count || Self.isLineEnd(bytes[ahead]) else { return }
      position = ahead
      if position < bytes.count { passLineEnd() }
    }
  }

  /// Steps over LF, CRLF or CR, which stands at `position`.
  private mutating func passLineEnd() {
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
    lineStart = position
  }

  /// Appends the fields of the record at `position` and steps over its line end.
  private mutating func readRecord() {
    while true {
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      if position < bytes.count, bytes[position] == Self.quote {
        readQuotedField()
      } else {
        readPlainField()
      }
      guard position < bytes.count else { return }
      if bytes[position] == separator {
        position += 1
      } else {
        passLineEnd()
        return
      }
    }
  }

  /// Reads up to the next comma or line end, which is left where it is.
  private mutating func readPlainField() {
    let (start, column) = (position, position - lineStart + 1)
    var hasQuote = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote, !hasQuote {
        hasQuote = true
        note(
          "a double quote stands inside a field that does not begin with one",
          hint: "put the whole field in double quotes and double those inside", line: line,
          column: position - lineStart + 1)
      }
      passCharacterByte(byte)
    }
    var end = position
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    append(bytes[start..<end], line: line, column: column)
  }

  /// Reads a field whose opening quote stands at `position`, up to the next comma or line end.
  private mutating func readQuotedField() {
    let (openLine, openColumn) = (line, position - lineStart + 1)
    position += 1
    let start = position
    var doubled = false
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isLineEnd(byte) {
        passLineEnd()
      } else if byte != Self.quote {
        passCharacterByte(byte)
      } else if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
        doubled = true
        position += 2
      } else {
        break
      }
    }
    let content = doubled ? bytes[start..<position].withHalvedQuotes() : bytes[start..<position]
    append(content, line: openLine, column: openColumn)
    if position < bytes.count {
      position += 1
      skipToSeparator()
    } else {
      note(
        "the double quote that opens here is never closed", hint: nil, line: openLine,
        column: openColumn)
    }
  }

  /// After a closing quote, only spaces may come before the next comma or line end.
  private mutating func skipToSeparator() {
    var isClean = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || Self.isLineEnd(byte) { return }
      if isClean, !isSpace(byte) {
        isClean = false
        note(
          "text follows the closing double quote",
          hint: "a double quote inside a quoted field is written twice", line: line,
          column: position - lineStart + 1)
      }
      passCharacterByte(byte)
    }
  }

  /// Steps over one byte; the second and later bytes of a character don't count as columns.
  private mutating func passCharacterByte(_ byte: UInt8) {
    position += 1
    if byte & 0b1100_0000 == 0b1000_0000 { lineStart += 1 }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, line: Int, column: Int) {
    let text = String(decoding: text, as: UTF8.self)
    fields.append(CSVTable.Field(text: text, line: line, column: column))
  }
}

extension ArraySlice<UInt8> {
  /// Each doubled quote as one.
  fileprivate func withHalvedQuotes() -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = startIndex
    while index < endIndex {
      result.append(self[index])
      index += self[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return result[...]
  }
}
