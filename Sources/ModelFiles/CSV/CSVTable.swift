/// A table of text fields read from CSV, strictly: what a spreadsheet would silently repair is a
/// fault here.
///
/// The format is RFC 4180 with a header: fields separated by commas; a field in double quotes may
/// hold commas, line breaks and doubled quotes. Beyond the RFC, lines that start with `#` are
/// comments, blank lines are skipped, lines may end in LF, CRLF or CR, spaces around a field are
/// dropped (not inside quotes), and a UTF-8 byte-order mark is allowed.
public struct CSVTable: Sendable {
  /// The file's name, for messages.
  public let name: String
  /// The header's fields; their texts are the column names, none empty and no two alike.
  public let header: Row
  /// The records below the header, each with as many fields as the header.
  public let rows: [Row]

  /// Reads a table from a file's bytes.
  ///
  /// - Throws: every fault of the table, in the order of the file.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let (table, faults) = CSVTable.read(bytes: bytes, name: name)
    guard faults.isEmpty else { throw ModelFileError(faults) }
    self = table
  }

  /// Reads a table from text.
  public init(text: String, name: String) throws(ModelFileError) {
    try self.init(bytes: Array(text.utf8), name: name)
  }

  init(name: String, header: Row, rows: [Row]) {
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// What could be read of a table, with all its faults: rows that are out of shape are left out,
  /// so that the contents of the others can still be checked and everything be reported at once.
  static func read(bytes: [UInt8], name: String) -> (table: CSVTable, faults: [Fault]) {
    var reader = CSVReader(bytes: bytes, name: name)
    let table = reader.readTable()
    return (table, reader.faults)
  }

  /// The column names.
  public var columns: [String] { header.fields.map(\.text) }

  /// The field in a row and column, both counted from 0 below the header.
  public subscript(row: Int, column: Int) -> Field { rows[row][column] }

  /// The index of the column with this name.
  ///
  /// - Throws: a fault at the header that names the columns there are.
  public func index(ofColumn column: String) throws(Fault) -> Int {
    if let index = header.fields.firstIndex(where: { $0.text == column }) {
      return index - header.fields.startIndex
    }
    let known = columns
    throw fault(
      at: header[0], "there is no column '\(column)'",
      hint: Suggestion.hint(for: column, in: known)
        ?? "the columns are \(known.joined(separator: ", "))")
  }

  /// The number in a field; `nil` if the field is empty.
  ///
  /// - Throws: a fault at the field if it holds anything but one decimal number.
  public func number(row: Int, column: Int) throws(Fault) -> Double? {
    let field = rows[row][column]
    if field.text.isEmpty { return nil }
    do {
      return try DecimalNumber.value(of: field.text)
    } catch {
      throw fault(at: field, error.message, hint: error.hint)
    }
  }

  /// A fault at a field of this table.
  public func fault(at field: Field, _ message: String, hint: String? = nil) -> Fault {
    Fault(file: name, line: field.line, column: field.column, message: message, hint: hint)
  }
}

extension CSVTable {
  /// One field and where it stands in the file.
  public struct Field: Hashable, Sendable {
    /// The content, without quotes.
    public let text: String
    /// The line it begins on, counted from 1.
    public let line: Int
    /// The column it begins at (its opening quote, if it has one), counted from 1 in characters.
    public let column: Int
  }

  /// One record.
  public struct Row: Hashable, Sendable {
    let fields: ArraySlice<Field>

    /// How many fields it has.
    public var count: Int { fields.count }
    /// The line it begins on; 1 for a header that is not there.
    public var line: Int { fields.first?.line ?? 1 }
    /// The field in a column, counted from 0.
    public subscript(column: Int) -> Field { fields[fields.startIndex + column] }
  }
}
