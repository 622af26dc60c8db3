internal import Datasets
internal import ModelFiles

/// A table of the bundled data package, from which assignments take real figures.
struct BundledTable: Sendable {
  private let table: CSVTable

  /// - Throws: where there is no such table, or it can't be read.
  init(_ name: String) throws {
    let path = "tables/\(name).csv"
    table = try CSVTable(bytes: BundledFiles.bytes(at: path) ?? [], name: path)
  }

  /// Energy and emissions of metals, by metal, route and indicator.
  static let impacts = Result { try BundledTable("production-impacts") }
  /// Lifespans of electric and electronic products, by product.
  static let lifespans = Result { try BundledTable("ewaste-lifetimes") }
  /// Metals in wind turbines, cars and panels, by technology and metal.
  static let contents = Result { try BundledTable("cleantech-contents") }

  /// The text in a column of the first row that has these texts in other columns.
  /// - Throws: where there is no such column or row.
  func text(_ column: String, where wanted: KeyValuePairs<String, String>) throws -> String {
    let keys = try wanted.map { (try table.index(ofColumn: $0.key), $0.value) }
    guard
      let row = table.rows.indices.first(where: { row in
        keys.allSatisfy { table[row, $0.0].text == $0.1 }
      })
    else {
      throw CourseError.missing(table.name, reason: "there is no row for \(wanted)")
    }
    return table[row, try table.index(ofColumn: column)].text
  }

  /// The number in a column of the first row that has these texts in other columns.
  func number(_ column: String, where wanted: KeyValuePairs<String, String>) throws -> Double {
    try DecimalNumber.value(of: text(column, where: wanted))
  }
}
