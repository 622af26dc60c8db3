/// The numbers behind a chart, tidy: one row for each value.
public struct DataTable: Hashable, Sendable {
  /// A field of a row.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// There is no value.
    case missing
  }

  public let columns: [String]
  /// As many cells in each row as there are columns.
  public let rows: [[Cell]]

  public init(columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.columns = columns
    self.rows = rows
  }

  /// The table as CSV (RFC 4180, but lines end in LF), numbers with a point and all their digits.
  public var csv: String {
    ([columns.map(DataTable.quoted)] + rows.map { $0.map(\.text) })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  fileprivate static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    var result = "\""
    for character in text { result += character == "\"" ? "\"\"" : String(character) }
    return result + "\""
  }
}

extension DataTable.Cell {
  /// A value that may be missing.
  init(_ value: Double?) {
    self = value.map { .number($0) } ?? .missing
  }

  /// The cell as a field of a CSV file.
  var text: String {
    switch self {
    case .text(let text): DataTable.quoted(text)
    case .number(let value): DataTable.Cell.number(value)
    case .missing: ""
    }
  }

  /// The shortest text that reads back as the number.
  static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
