public import UrbanMining

/// What is in stock before the first period, read from a table.
///
/// Three layouts are understood, told apart by the header:
/// ```
/// year,construction,transport         amounts still there at the start, by the year of entry
/// from,to,construction,transport      the same by periods of entry; years with gaps need them
/// series,total,growth                 a total each, with a past whose inflow grew at this yearly rate
/// ```
/// A year *y* is the period [y, y + 1). One column `value`, or a table `total,growth` of one row, is for
/// every series alike; `growth` may be left out and is then 0, a stationary past.
public struct InitialStockTable: Hashable, Sendable {
  /// The file's name, for messages.
  public let name: String
  private let series: [String: InitialStock]
  /// What holds for every series, where the table names none.
  private let shared: InitialStock?
  /// Where a fault about the names of series is shown.
  private let header: CSVTable.Field

  /// Reads an initial stock from a file's bytes.
  /// - Throws: every fault of the table.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    self = table.columns.contains("total") ? try .totals(table) : try .cohorts(table)
  }

  /// Reads an initial stock from text.
  public init(text: String, name: String) throws(ModelFileError) {
    try self.init(bytes: Array(text.utf8), name: name)
  }

  /// The initial stock of each of these series: one for all, or one for each.
  /// - Throws: a fault for each series that the table misses, and for each that only the table has.
  public func stocks(of names: [String]) throws(ModelFileError) -> [InitialStock] {
    if let shared { return [shared] }
    var faults: [Fault] = []
    for missing in names where series[missing] == nil {
      faults.append(fault("there is no initial stock of '\(missing)'", hint: "write 0 for none"))
    }
    for unknown in series.keys.sorted() where !names.contains(unknown) {
      let hint =
        Suggestion.hint(for: unknown, in: names)
        ?? "the series are \(names.joined(separator: ", "))"
      faults.append(fault("'\(unknown)' is no series of the calculation", hint: hint))
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return names.compactMap { series[$0] }
  }

  private func fault(_ message: String, hint: String) -> Fault {
    Fault(file: name, line: header.line, column: header.column, message: message, hint: hint)
  }

  private init(
    _ table: CSVTable, series: [String: InitialStock] = [:], shared: InitialStock? = nil
  ) {
    name = table.name
    header = table.header[0]
    self.series = series
    self.shared = shared
  }

  private static func cohorts(_ table: CSVTable) throws(ModelFileError) -> InitialStockTable {
    let read = try SeriesTable(table)
    let stocks = read.values.map { amounts in
      InitialStock.cohorts(
        amounts.enumerated().map { index, amount in
          let from = read.years[index]
          let to = read.periods.kind == .bounds ? read.bounds[index + 1] : from + 1
          return .init(from: from, to: to, amount: amount)
        })
    }
    if read.names == ["value"] { return InitialStockTable(table, shared: stocks[0]) }
    return InitialStockTable(
      table, series: Dictionary(uniqueKeysWithValues: zip(read.names, stocks)))
  }

  private static func totals(_ table: CSVTable) throws(ModelFileError) -> InitialStockTable {
    let allowed = ["series", "total", "growth"]
    var faults = table.header.fields.filter { !allowed.contains($0.text) }.map { field in
      table.fault(
        at: field, "'\(field.text)' is no column of an initial stock by total",
        hint: "the columns are series, total, growth")
    }
    let column = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    var found: [String: InitialStock] = [:]
    for row in table.rows.indices {
      let name = column["series"].map { table[row, $0].text } ?? ""
      if found[name] != nil || (column["series"] == nil && row > 0) {
        let what = name.isEmpty ? "a second total" : "'\(name)' a second time"
        faults.append(
          table.fault(
            at: table[row, 0], "there is \(what)", hint: "a column 'series' tells them apart"))
      }
      do throws(Fault) {
        found[name] = try total(table, row: row, column)
      } catch {
        faults.append(error)
      }
    }
    if table.rows.isEmpty {
      faults.append(
        table.fault(at: table.header[0], "the table has a header but no rows", hint: nil))
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return column["series"] == nil
      ? InitialStockTable(table, shared: found[""]) : InitialStockTable(table, series: found)
  }

  private static func total(
    _ table: CSVTable, row: Int, _ column: [String: Int]
  ) throws(Fault) -> InitialStock {
    let place = column["total"] ?? 0
    guard let total = try table.number(row: row, column: place), total >= 0 else {
      throw table.fault(at: table[row, place], "the total is missing or negative", hint: nil)
    }
    guard let place = column["growth"] else { return .total(total, growth: 0) }
    return .total(total, growth: try table.number(row: row, column: place) ?? 0)
  }
}
