internal import UrbanMining

/// The cells of one sheet of a workbook, or of one CSV file: what importers read.
///
/// Rows and columns are counted from 0; beyond the last of either every cell is empty.
struct Sheet: Sendable {
  /// The file, as the user named it.
  let file: String
  /// The sheet of a workbook; nil where the sheet is a CSV file.
  let name: String?
  private let rows: [[SheetCell]]
  /// Line and column in a CSV file.
  private let places: [[(line: Int, column: Int)]]

  init(file: String, name: String, rows: [[SheetCell]]) {
    self.file = file
    self.name = name
    self.rows = rows
    places = []
  }

  /// Reads a CSV file, with the separator that its first line of data uses.
  /// - Throws: every fault of its form.
  init(csv bytes: [UInt8], file: String) throws(ModelFileError) {
    var reader = CSVReader(bytes: bytes, name: file, separator: Sheet.separator(of: bytes))
    let records = reader.readRecords()
    guard reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
    self.file = file
    name = nil
    rows = records.map { record in record.fields.map { SheetCell.plain($0.text) } }
    places = records.map { record in record.fields.map { (line: $0.line, column: $0.column) } }
  }

  /// The separator that occurs most: comma, semicolon or tab.
  private static func separator(of bytes: [UInt8]) -> Character {
    let found: [Character] = [",", ";", "\t"]
    let counts = found.map { sign in bytes.count { $0 == sign.asciiValue } }
    let best = found.indices.max { (counts[$0], $1) < (counts[$1], $0) }
    return best.map { found[$0] } ?? ","
  }

  var rowCount: Int { rows.count }
  /// The number of columns of the longest row.
  var columnCount: Int { rows.map(\.count).max() ?? 0 }

  subscript(row: Int, column: Int) -> SheetCell {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return .empty }
    return rows[row][column]
  }

  /// The text in a cell without white space at its ends; empty where there is nothing.
  func text(_ row: Int, _ column: Int) -> String {
    self[row, column].shown.trimmed
  }

  func isEmptyRow(_ row: Int) -> Bool {
    (0..<columnCount).allSatisfy { text(row, $0).isEmpty }
  }

  /// A fault at a cell.
  func fault(_ row: Int, _ column: Int, _ message: String, hint: String? = nil) -> Fault {
    guard let name else {
      let place =
        places.indices.contains(row) && places[row].indices.contains(column)
        ? places[row][column] : places.indices.contains(row) ? places[row].last : nil
      return Fault(
        file: file, line: place?.line ?? 1, column: place?.column ?? 1, message: message,
        hint: hint)
    }
    return Fault(
      file: file, line: row + 1, column: column + 1,
      cell: "\(name)!\(SheetPlace(row: row, column: column).name)", message: message, hint: hint)
  }

  /// The number in a cell; nil where it is empty.
  /// - Throws: a fault at the cell if it holds anything else.
  func number(_ row: Int, _ column: Int) throws(Fault) -> Double? {
    switch self[row, column] {
    case .empty: return nil
    case .number(let number): return number
    case .error(let text): throw fault(row, column, "the formula has no result: \(text)")
    case .flag: throw fault(row, column, "'\(text(row, column))' is not a number")
    case .text:
      if text(row, column).isEmpty { return nil }
      do {
        return try DecimalNumber.value(of: text(row, column))
      } catch {
        throw fault(row, column, error.message, hint: error.hint)
      }
    }
  }

  /// The whole number in a cell; nil where it is empty.
  func wholeNumber(_ row: Int, _ column: Int) throws(Fault) -> Int? {
    guard let number = try number(row, column) else { return nil }
    guard let whole = Int(exactly: number) else {
      throw fault(row, column, "'\(text(row, column))' is not a whole number")
    }
    return whole
  }
}

extension SheetCell {
  /// A field of a CSV file.
  static func plain(_ text: String) -> SheetCell {
    text.isEmpty ? .empty : .text(text)
  }
}
