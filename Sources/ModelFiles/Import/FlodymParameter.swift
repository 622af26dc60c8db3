internal import UrbanMining

/// A dimension of a flodym model.
struct FlodymDimension: Hashable {
  let name: String
  let letter: String?
  let items: [String]

  /// The years that the items are; nil where they are not all years.
  var years: [Int]? {
    let years = items.compactMap { Int($0) }
    return years.count == items.count && years.allSatisfy { (1500...2500).contains($0) }
      ? years : nil
  }
}

/// Reads a parameter of flodym in any layout that flodym reads: long or wide, with dimensions named by name or
/// letter or known by their items, with a header or without.
struct FlodymParameter {
  private let sheet: Sheet
  private let dimensions: [FlodymDimension]
  /// Whether the parameter is over all these dimensions, or over those that are found.
  private let isComplete: Bool
  private(set) var faults: [Fault] = []

  /// - Parameters:
  ///   - sheet: the table.
  ///   - dimensions: those of the parameter, or all of the model.
  ///   - isComplete: whether they are those of the parameter.
  init(sheet: Sheet, dimensions: [FlodymDimension], isComplete: Bool) {
    self.sheet = sheet
    self.dimensions = dimensions
    self.isComplete = isComplete
  }

  /// The values in long form.
  struct Values {
    let dimensions: [FlodymDimension]
    /// Items, in the order of the dimensions, and the number.
    let rows: [(items: [String], value: Double)]
  }

  /// Reads the table; nil after a fault.
  mutating func read() -> Values? {
    guard sheet.rowCount > 0 else {
      faults.append(sheet.fault(0, 0, "the table is empty"))
      return nil
    }
    let columns = 0..<sheet.columnCount
    var own: [Int: FlodymDimension] = [:]
    for column in columns {
      let head = sheet.text(0, column)
      own[column] = dimensions.first { $0.name == head || $0.letter == head }
    }
    let hasHeader = !own.isEmpty || !isHeadless
    let first = hasHeader ? 1 : 0
    // Columns without a known name are dimensions as long as their items say so.
    for column in columns where own[column] == nil {
      guard let found = dimension(ofColumn: column, from: first, without: Set(own.values)) else {
        break
      }
      own[column] = found
    }
    let rest = columns.filter { own[$0] == nil && !isEmptyColumn($0) }
    let heads = rest.map { sheet.text(0, $0) }
    if hasHeader,
      let wide = dimensions.first(where: { dimension in
        !own.values.contains(dimension) && Set(dimension.items) == Set(heads)
          && heads.count == dimension.items.count
      })
    {
      return values(own, columns: rest, wide: wide, from: 1)
    }
    guard rest.count == 1 else {
      faults.append(
        sheet.fault(
          0, rest.first ?? 0,
          rest.isEmpty
            ? "the table has no column of values"
            : "the columns \(heads.joined(separator: ", ")) are neither one column of values nor the "
              + "items of a dimension"))
      return nil
    }
    return values(own, columns: rest, wide: nil, from: first)
  }

  /// Whether the first row is data: its first column, first row included, holds just the items of a dimension.
  private var isHeadless: Bool {
    dimension(ofColumn: 0, from: 0, without: []) != nil
      || (dimensions.isEmpty && Double(sheet.text(0, 0)) != nil)
  }

  private func isEmptyColumn(_ column: Int) -> Bool {
    (0..<sheet.rowCount).allSatisfy { sheet.text($0, column).isEmpty }
  }

  private func dimension(
    ofColumn column: Int, from first: Int, without others: Set<FlodymDimension>
  ) -> FlodymDimension? {
    let items = Set((first..<max(first, sheet.rowCount)).map { sheet.text($0, column) })
    return dimensions.first { !others.contains($0) && Set($0.items) == items }
  }

  private mutating func values(
    _ own: [Int: FlodymDimension], columns: [Int], wide: FlodymDimension?, from first: Int
  ) -> Values? {
    let found = Set(own.values).union(wide.map { [$0] } ?? [])
    let single = dimensions.filter { !found.contains($0) && $0.items.count == 1 }
    let all = dimensions.filter { found.contains($0) || (isComplete && single.contains($0)) }
    if isComplete, let missing = dimensions.first(where: { !all.contains($0) }) {
      faults.append(
        sheet.fault(
          0, 0, "there is no column for the dimension '\(missing.name)'",
          hint: missing.letter.map { "name it '\(missing.name)' or '\($0)'" }))
      return nil
    }
    var rows: [(items: [String], value: Double)] = []
    var seen: Set<[String]> = []
    for row in first..<max(first, sheet.rowCount) where !sheet.isEmptyRow(row) {
      for column in columns {
        var place: [String: String] = [:]
        for dimension in single { place[dimension.name] = dimension.items[0] }
        if let wide { place[wide.name] = sheet.text(0, column) }
        for (column, dimension) in own { place[dimension.name] = item(row, column, dimension) }
        let items = all.map { place[$0.name] ?? "" }
        guard !items.contains("") else { continue }
        if !seen.insert(items).inserted {
          faults.append(
            sheet.fault(row, column, "there is a second value for \(items.joined(separator: ", "))")
          )
        }
        do throws(Fault) {
          guard let value = try sheet.number(row, column) else {
            throw sheet.fault(row, column, "the value is missing")
          }
          rows.append((items, value))
        } catch {
          faults.append(error)
        }
      }
    }
    noteMissing(seen, of: all)
    return faults.isEmpty ? Values(dimensions: all, rows: rows) : nil
  }

  /// An item of a dimension; empty, with a fault, where there is none like it.
  private mutating func item(_ row: Int, _ column: Int, _ dimension: FlodymDimension) -> String {
    let text = sheet.text(row, column)
    if dimension.items.contains(text) { return text }
    let fault = sheet.fault(
      row, column,
      text.isEmpty
        ? "the item of '\(dimension.name)' is missing"
        : "'\(text)' is not an item of '\(dimension.name)'",
      hint: Suggestion.hint(for: text, in: dimension.items))
    if !faults.contains(fault) { faults.append(fault) }
    return ""
  }

  private mutating func noteMissing(_ seen: Set<[String]>, of dimensions: [FlodymDimension]) {
    let expected = dimensions.reduce(1) { $0 * $1.items.count }
    guard faults.isEmpty, seen.count < expected else { return }
    let space = CellSpace(dimensions.map { Dimension(name: $0.name, elements: $0.items) })
    let missing = (0..<space.count).lazy.map(space.elements).first { !seen.contains($0) } ?? []
    faults.append(
      sheet.fault(
        0, 0,
        "\(expected - seen.count) of \(expected) values are missing, the first for "
          + missing.joined(separator: ", ")))
  }
}
