/// Reads a table in which each row is a series and each year a column:
/// ```
/// metal,end_use,median,sigma,1980,1981,1982
/// ```
/// What stands before the years names the series, but for the columns of numbers about it.
struct SeriesRows {
  private let table: CSVTable
  private let facts: [String]
  private(set) var faults: [Fault]
  /// The first column that is a year.
  private let firstYear: Int

  /// Whether a table has this layout: its first column is no time and no number, its last are years.
  static func fits(_ table: CSVTable) -> Bool {
    guard let first = table.columns.first, !["year", "from"].contains(first) else { return false }
    return DecimalNumber.isYear(table.columns.last ?? "") && !DecimalNumber.isYear(first)
  }

  init(table: CSVTable, facts: [String], faults: [Fault]) {
    self.table = table
    self.facts = facts
    self.faults = faults
    let columns = table.columns
    firstYear = (columns.lastIndex { !DecimalNumber.isYear($0) } ?? -1) + 1
  }

  /// The series; nil after a fault.
  mutating func read() -> SeriesTable? {
    let years = table.columns[firstYear...].compactMap(Double.init)
    for (index, (before, year)) in zip(years, years.dropFirst()).enumerated() where year <= before {
      note(
        at: table.header[firstYear + index + 1],
        "the years must increase, but \(table.columns[firstYear + index + 1]) follows "
          + table.columns[firstYear + index])
    }
    let head = table.columns[..<firstYear]
    for fact in facts where !head.contains(fact) {
      note(
        at: table.header[0], "there is no column '\(fact)'",
        hint: Suggestion.hint(for: fact, in: head))
    }
    let labels = head.indices.filter { !facts.contains(table.columns[$0]) }
    var seen: [String: Int] = [:]
    var names: [String] = []
    for row in table.rows.indices {
      let name = labels.map { table[row, $0].text }.joined(separator: "/")
      if let earlier = seen.updateValue(row, forKey: name) {
        note(
          at: table[row, 0], "there is a second series '\(name)'",
          hint:
            "first on line \(table.rows[earlier].line); the columns \(head.joined(separator: ", ")) "
            + "are taken as its name")
      }
      names.append(name)
    }
    if table.rows.isEmpty { note(at: table.header[0], "the table has a header but no rows") }
    let values = table.rows.indices.map { row in
      (firstYear..<table.columns.count).map { amount(row, $0) }
    }
    let numbers = facts.map { fact -> (String, [Double]) in
      guard let column = head.firstIndex(of: fact) else { return (fact, []) }
      return (fact, table.rows.indices.map { number($0, column) })
    }
    guard faults.isEmpty else { return nil }
    return SeriesTable(
      name: table.name, periods: SeriesTable.Periods(years: years), names: names, values: values,
      facts: Dictionary(numbers) { first, _ in first })
  }

  private mutating func note(at field: CSVTable.Field, _ message: String, hint: String? = nil) {
    faults.append(table.fault(at: field, message, hint: hint))
  }

  private mutating func amount(_ row: Int, _ column: Int) -> Double {
    let value = number(row, column)
    if value < 0 {
      note(at: table[row, column], "an amount of material is not negative")
    }
    return value
  }

  /// The number in a field; 0 with a fault where there is none.
  private mutating func number(_ row: Int, _ column: Int) -> Double {
    do throws(Fault) {
      if let value = try table.number(row: row, column: column) { return value }
      note(
        at: table[row, column], "the number of '\(table.columns[column])' is missing",
        hint: "write 0 where there was nothing")
    } catch {
      faults.append(error)
    }
    return 0
  }
}

extension DecimalNumber {
  /// Whether a column's name is a year: a number without sign of at most seven digits.
  static func isYear(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isNumber else { return false }
    return (try? value(of: text)).map { (0..<10_000_000).contains($0) } ?? false
  }
}
