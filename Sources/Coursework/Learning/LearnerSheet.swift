/// A table that a learner filled in with whatever program they have, read with good will.
///
/// Unlike model files, which are refused where a spreadsheet has bent them, an answer sheet may come back with
/// semicolons or tabs between its fields, empty columns at its end, quoted comments and any line ends.
struct LearnerSheet {
  let rows: [Row]

  struct Row {
    /// Counted from 1.
    let line: Int
    let fields: [String]

    /// The fields from one on as one text: an answer may hold the separator, as `1=b, 2=a` does.
    func rest(from column: Int, separator: String) -> String {
      fields.dropFirst(column).joined(separator: separator).trimmed
    }
  }

  /// What stands between fields: the first of `;`, tab and comma that the header has.
  let separator: Character

  /// - Throws: `.file` where the bytes are no text.
  init(bytes: [UInt8], name: String) throws(CourseError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .file(name, reason: "it is UTF-16 text: save it as CSV in UTF-8")
    }
    guard !bytes.contains(0) else {
      throw .file(name, reason: "it is not a text: save it as CSV in UTF-8")
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let plain = isMarked ? bytes.dropFirst(3) : bytes[...]
    // Older spreadsheets write Latin-1, whose bytes are the first 256 code points.
    let text =
      String(validating: plain, as: UTF8.self)
      ?? String(String.UnicodeScalarView(plain.map { Unicode.Scalar($0) }))
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    func isComment(_ line: Substring) -> Bool {
      line.drop { $0.isWhitespace || $0 == "\"" }.hasPrefix("#")
    }
    let header = lines.first { !isComment($0) && !$0.trimmed.isEmpty } ?? ""
    let separator = [";", "\t", ","].first { header.contains($0) } ?? ","
    self.separator = separator
    rows = lines.enumerated().compactMap { index, line in
      guard !isComment(line) else { return nil }
      var fields = LearnerSheet.fields(of: line, separator)
      while fields.last == "" { fields.removeLast() }
      return fields.isEmpty ? nil : Row(line: index + 1, fields: fields)
    }
  }

  /// The fields of a line; quotes may surround one, doubled quotes stand for one.
  private static func fields(of line: Substring, _ separator: Character) -> [String] {
    var (fields, field, isQuoted) = ([String](), "", false)
    var characters = line.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      switch (character, isQuoted) {
      case ("\"", true) where next == "\"":
        field.append("\"")
        next = characters.next()
      case ("\"", true): isQuoted = false
      case ("\"", false) where field.trimmed.isEmpty: (field, isQuoted) = ("", true)
      case (separator, false):
        fields.append(field.trimmed)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field.trimmed]
  }
}
