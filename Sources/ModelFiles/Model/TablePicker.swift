internal import UrbanMining

/// Picks series out of a tidy or wide table: the rows of some elements and years of one column.
struct TablePicker {
  let table: CSVTable
  /// The cells, by dimensions that are columns of the table.
  let space: CellSpace
  /// Columns whose value a row must have.
  let filter: [(column: String, value: String)]
  /// The years that are wanted.
  let years: [Double]
  private(set) var problems: [Problem] = []

  /// What holds for years before the first and after the last of the table.
  enum Outside: String, CaseIterable {
    /// The nearest value.
    case hold
    /// On the straight line through the two nearest values.
    case extrapolate
    /// Nothing: a year outside is a fault, as without a choice.
    case stop
  }

  /// What holds for years that a table leaves out.
  enum Gaps: String, CaseIterable {
    case linear, step
  }

  /// A fault, in the table or in how the model reads it.
  struct Problem {
    enum Place {
      case inTable(line: Int, column: Int)
      case inModel
    }
    let row: Place
    /// The key of the model file that is at fault.
    let key: String?
    let message: String
    let hint: String?

    func fault(in table: CSVTable) -> Fault {
      guard case .inTable(let line, let column) = row else {
        return Fault(file: table.name, line: 1, column: 1, message: message, hint: hint)
      }
      return Fault(file: table.name, line: line, column: column, message: message, hint: hint)
    }
  }

  init(
    table: CSVTable, space: CellSpace, filter: [(column: String, value: String)], years: [Double]
  ) {
    self.table = table
    self.space = space
    self.filter = filter
    self.years = years
  }

  /// One text for each cell, out of rows without years.
  mutating func texts(ofColumn column: String) -> [(text: String, line: Int, column: Int)?] {
    guard let values = index(of: column, key: "column"), let rows = rowsByCell() else { return [] }
    return rows.enumerated().map { cell, rows in
      guard let row = rows.first else {
        reportMissing(cell)
        return nil
      }
      for other in rows.dropFirst() { reportTwice(other, cell, "") }
      let field = table[row, values]
      return (field.text, field.line, field.column)
    }
  }

  /// A series for each cell; nil after a problem.
  mutating func series(ofColumn column: String, outside: Outside?, gaps: Gaps?) -> [[Double]]? {
    guard let values = index(of: column, key: "column"), let rows = rowsByCell() else { return nil }
    let yearColumn = table.columns.firstIndex(of: "year")
    let cells = rows.indices.map { cell -> [Double] in
      let known = problems.count
      let points = points(of: rows[cell], cell, values, yearColumn)
      // Numbers that can't be read are not missed again.
      guard problems.count == known else { return [] }
      guard !points.isEmpty else {
        reportMissing(cell)
        return []
      }
      guard yearColumn != nil else { return years.map { _ in points[0].value } }
      return filled(points, cell, outside, gaps)
    }
    return problems.isEmpty ? cells : nil
  }

  /// The numbers of a cell by year, in rising order; empty fields are left out.
  private mutating func points(
    of rows: [Int], _ cell: Int, _ values: Int, _ yearColumn: Int?
  ) -> [(year: Double, value: Double)] {
    var points: [Double: Double] = [:]
    for row in rows {
      do throws(Fault) {
        guard let value = try table.number(row: row, column: values) else { continue }
        let year = try yearColumn.map { (index) throws(Fault) in
          if let year = try table.number(row: row, column: index) { return year }
          throw table.fault(at: table[row, index], "the year is missing")
        }
        if points.updateValue(value, forKey: year ?? 0) != nil {
          reportTwice(row, cell, year.map { " in \(plainNumber($0))" } ?? "")
        }
      } catch {
        report(
          .inTable(line: error.line, column: error.column), nil, error.message, hint: error.hint)
      }
    }
    return points.sorted { $0.key < $1.key }.map { (year: $0.key, value: $0.value) }
  }

  /// The series over all years, with gaps and ends filled only in the ways that were chosen.
  private mutating func filled(
    _ points: [(year: Double, value: Double)], _ cell: Int, _ outside: Outside?, _ gaps: Gaps?
  ) -> [Double] {
    let (first, last) = (points[0].year, points[points.count - 1].year)
    let known = Set(points.map(\.year))
    let before = years.filter { $0 < first || $0 > last }
    if outside == nil || outside == .stop, !before.isEmpty {
      reportYears(
        before, cell, key: "outside",
        hint: "the table covers \(plainNumber(first)) to \(plainNumber(last)); "
          + "'outside: hold' holds its end values, 'outside: extrapolate' goes on along a line")
    }
    let inner = years.filter { $0 >= first && $0 <= last && !known.contains($0) }
    if gaps == nil, !inner.isEmpty {
      reportYears(
        inner, cell, key: "gaps", hint: "'gaps: linear' or 'gaps: step' says how to fill them")
    }
    if outside == .extrapolate, points.count < 2, !before.isEmpty {
      reportYears(
        before, cell, key: "outside",
        hint: "one value makes no line to extrapolate: 'outside: hold' holds it")
    }
    let interpolation: Interpolation = gaps == .step ? .step : .linear
    return years.map { year in
      outside == .extrapolate && points.count > 1 && (year < first || year > last)
        ? TablePicker.extrapolated(to: year, points)
        : interpolation.value(at: year, among: points)
    }
  }

  /// The value on the line through the two points at the near end.
  private static func extrapolated(
    to year: Double, _ points: [(year: Double, value: Double)]
  ) -> Double {
    let near = year < points[0].year ? 0 : points.count - 2
    let (a, b) = (points[near], points[near + 1])
    return a.value + (b.value - a.value) * (year - a.year) / (b.year - a.year)
  }

  /// The rows of each cell that pass the filter; nil where the columns are not there.
  private mutating func rowsByCell() -> [[Int]]? {
    let columns = space.dimensions.map { index(of: $0.name, key: "over") }
    let filters = filter.map { (index(of: $0.column, key: "where"), $0.value) }
    guard problems.isEmpty else { return nil }
    var passing = Array(table.rows.indices)
    for (column, value) in filters {
      guard let column else { continue }
      let values = passing.map { table[$0, column].text }
      passing = passing.filter { table[$0, column].text == value }
      if passing.isEmpty {
        report(
          .inModel, "where",
          "no row of '\(table.name)' has '\(value)' in '\(table.columns[column])'",
          hint: Suggestion.hint(for: value, in: values))
        return nil
      }
    }
    var rows = [[Int]](repeating: [], count: space.count)
    for row in passing {
      let elements = columns.compactMap { $0.map { table[row, $0].text } }
      if let cell = space.cell(of: elements) {
        rows[cell].append(row)
      } else {
        reportForeign(row, elements, columns)
      }
    }
    return rows
  }

  private mutating func index(of column: String, key: String) -> Int? {
    do throws(Fault) {
      return try table.index(ofColumn: column)
    } catch {
      report(.inModel, key, "'\(table.name)': \(error.message)", hint: error.hint)
      return nil
    }
  }

  // MARK: - Problems

  private mutating func report(
    _ place: Problem.Place, _ key: String?, _ message: String, hint: String? = nil
  ) {
    problems.append(Problem(row: place, key: key, message: message, hint: hint))
  }

  private func name(_ cell: Int) -> String {
    space.dimensions.isEmpty ? "" : " for \(space.elements(of: cell).joined(separator: ", "))"
  }

  private mutating func reportMissing(_ cell: Int) {
    report(.inModel, "table", "'\(table.name)' has no value\(name(cell))")
  }

  private mutating func reportTwice(_ row: Int, _ cell: Int, _ when: String) {
    let field = table[row, 0]
    report(
      .inTable(line: field.line, column: field.column), nil,
      "there is a second value\(name(cell))\(when)")
  }

  private mutating func reportYears(
    _ missing: [Double], _ cell: Int, key: String, hint: String
  ) {
    let list = missing.prefix(3).map(plainNumber).joined(separator: ", ")
    let more = missing.count > 3 ? " and \(missing.count - 3) more years" : ""
    report(.inModel, key, "'\(table.name)' has no value\(name(cell)) in \(list)\(more)", hint: hint)
  }

  private mutating func reportForeign(_ row: Int, _ elements: [String], _ columns: [Int?]) {
    for (index, dimension) in space.dimensions.enumerated()
    where !dimension.elements.contains(elements[index]) {
      let field = table[row, columns[index] ?? 0]
      report(
        .inTable(line: field.line, column: field.column), nil,
        "'\(elements[index])' is not an element of '\(dimension.name)'",
        hint: Suggestion.hint(for: elements[index], in: dimension.elements)
          ?? "the elements are \(dimension.elements.joined(separator: ", "))")
    }
  }
}
