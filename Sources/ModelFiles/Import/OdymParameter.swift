internal import UrbanMining

/// A parameter workbook of ODYM: a cover with facts and indices, and values as a list or a table.
struct OdymParameter {
  private let workbook: Workbook
  private let cover: Sheet
  private(set) var faults: [Fault] = []
  /// What the cover says: `Dataset_Unit` and the like.
  private(set) var facts: [String: String] = [:]
  private var recordRow = 0

  /// The values with the classifications of their indices.
  struct Values {
    /// The names of the classifications, in the order of the items.
    let classifications: [String]
    var rows: [(items: [String], value: Double, spread: String)] = []
  }

  init?(_ workbook: Workbook) {
    guard let cover = workbook.sheet("Cover") else { return nil }
    self.workbook = workbook
    self.cover = cover
    for row in 0..<cover.rowCount {
      let key = cover.text(row, 0)
      if key == "Dataset_RecordType" {
        recordRow = row
        break
      }
      if !key.isEmpty {
        let isGlobal = cover.text(row, 1).uppercased() == "GLOBAL"
        facts[key] = cover.text(row, isGlobal ? 2 : 1)
      }
    }
  }

  /// Reads the values of one layer; nil after a fault.
  mutating func read(layer: Int) -> Values? {
    guard recordRow > 0 else {
      faults.append(
        cover.fault(0, 0, "the cover has no 'Dataset_RecordType'", hint: "it is LIST or TABLE"))
      return nil
    }
    let kind = cover.text(recordRow, 1)
    switch kind {
    case "LIST": return readList()
    case "TABLE": return readTable(layer)
    default:
      faults.append(
        cover.fault(
          recordRow, 1, "the record type is LIST or TABLE, not '\(kind)'",
          hint: kind == "List" || kind == "Table"
            ? "this is the template of 2017; copy the data into the present one" : nil))
      return nil
    }
  }

  /// The texts below each other in a column of the cover, from two rows below the record type.
  private func names(_ column: Int) -> [String] {
    var names: [String] = []
    var row = recordRow + 2
    while !cover.text(row, column).isEmpty {
      names.append(cover.text(row, column))
      row += 1
    }
    return names
  }

  private mutating func values(_ name: String) -> Sheet? {
    if let sheet = workbook.sheet(name) ?? (name == "Values_Master" ? workbook.sheet("Data") : nil)
    {
      return sheet
    }
    faults.append(
      cover.fault(
        recordRow, 1, "there is no sheet '\(name)'",
        hint: "the sheets are \(workbook.sheets.compactMap(\.name).joined(separator: ", "))"))
    return nil
  }

  private mutating func readList() -> Values? {
    let indices = names(0)
    guard let sheet = values("Values_Master") else { return nil }
    var values = Values(classifications: indices)
    let headers = (0..<sheet.columnCount).map { sheet.text(0, $0).lowercased() }
    let spreads = headers.firstIndex { $0.hasPrefix("stats_array") } ?? indices.count + 3
    for row in 1..<max(1, sheet.rowCount) {
      // The list ends where there is no value.
      if sheet.text(row, indices.count).isEmpty { break }
      let items = indices.indices.map { sheet.text(row, $0) }
      add(sheet, row, indices.count, items, spread: spread(sheet, row, spreads), to: &values)
    }
    return faults.isEmpty ? values : nil
  }

  private mutating func readTable(_ layer: Int) -> Values? {
    let (rowIndices, columnIndices, layers) = (names(0), names(2), names(4))
    guard layers.indices.contains(layer) else {
      faults.append(cover.fault(recordRow, 4, "there is no layer \(layer) of values"))
      return nil
    }
    guard let sheet = values(layers[layer]) else { return nil }
    var spreads: Sheet?
    for row in 0..<recordRow where cover.text(row, 0) == "Dataset_Uncertainty" {
      if cover.text(row, 1).uppercased() == "TABLE" { spreads = workbook.sheet(cover.text(row, 2)) }
    }
    var values = Values(classifications: rowIndices + columnIndices)
    let (rows, columns) = (size(3, sheet.rowCount), size(5, sheet.columnCount))
    for row in columnIndices.count..<min(sheet.rowCount, columnIndices.count + rows) {
      for column in rowIndices.count..<min(sheet.columnCount, rowIndices.count + columns) {
        let items =
          rowIndices.indices.map { sheet.text(row, $0) }
          + columnIndices.indices.map { sheet.text($0, column) }
        guard !sheet.text(row, column).isEmpty else { continue }
        add(
          sheet, row, column, items, spread: spreads.map { spread($0, row, column) } ?? "",
          to: &values)
      }
    }
    return faults.isEmpty ? values : nil
  }

  /// The number of rows or columns that the cover states beside the record type.
  private func size(_ column: Int, _ other: Int) -> Int {
    Double(cover.text(recordRow, column)).map { Int($0) } ?? other
  }

  private mutating func add(
    _ sheet: Sheet, _ row: Int, _ column: Int, _ items: [String], spread: String,
    to values: inout Values
  ) {
    if items.contains("") {
      faults.append(sheet.fault(row, column, "the value has no item for each index"))
      return
    }
    do throws(Fault) {
      values.rows.append((items, try sheet.number(row, column) ?? 0, spread))
    } catch {
      faults.append(error)
    }
  }

  /// The uncertainty in a cell: a string of stats_arrays, `type;location;scale;shape`, in our words where they
  /// have the distribution, else as it is.
  private mutating func spread(_ sheet: Sheet, _ row: Int, _ column: Int) -> String {
    let text = sheet.text(row, column)
    let parts = text.split(separator: ";").map { String($0).trimmed }
    guard let first = parts.first, let kind = Int(first) else {
      return ["", "none", "nan"].contains(text.lowercased()) ? "" : text
    }
    let numbers = parts.dropFirst().map { Double($0) }
    switch (kind, numbers.first ?? nil, numbers.dropFirst().first ?? nil) {
    case (0, _, _), (1, _, _): return ""
    case (2, let location?, let scale?):
      return "lognormal(log-mean: \(plainNumber(location)), sigma: \(plainNumber(scale)))"
    case (3, let location?, let scale?):
      return "normal(mean: \(plainNumber(location)), sd: \(plainNumber(scale)))"
    case (4, let low?, let high?):
      return "uniform(from: \(plainNumber(low)), to: \(plainNumber(high)))"
    case (2...4, _, _):
      faults.append(
        sheet.fault(row, column, "'\(text)' lacks the numbers of its distribution"))
      return ""
    default: return "stats_array(\(text))"
    }
  }
}
