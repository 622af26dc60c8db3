/// Turns a ``CSVTable`` into a ``SeriesTable``, noting every fault on the way.
struct SeriesReader {
  private let table: CSVTable
  private(set) var faults: [Fault]
  /// Rows are missing because they are out of shape: what they would have held is not missed again.
  private let isPartial: Bool
  private let hasBounds: Bool

  /// How many columns stand before the series or dimensions: `year`, or `from` and `to`.
  private var timeColumns: Int { hasBounds ? 2 : 1 }

  init(table: CSVTable, faults: [Fault]) {
    self.table = table
    self.faults = faults
    isPartial = !faults.isEmpty
    hasBounds = table.columns.starts(with: ["from", "to"])
  }

  /// The series; `nil` if a fault prevents it (other faults may be noted beside a result).
  mutating func read() -> SeriesTable? {
    let columns = table.columns
    guard checkHeader(columns) else { return nil }
    guard !table.rows.isEmpty else {
      if !isPartial { note(at: table.header[0], "the table has a header but no rows", hint: nil) }
      return nil
    }
    let isTidy = columns.last == "value" && columns.count > timeColumns + 1
    return isTidy ? readTidy(columns) : readWide(columns)
  }

  private mutating func checkHeader(_ columns: [String]) -> Bool {
    guard let first = columns.first else { return false }
    // A header that is not separated by commas has a fault already.
    if isPartial && columns.count == 1 { return false }
    guard hasBounds || first == "year" else {
      let hint = Suggestion.hint(for: first, in: ["year"])
      let field = first == "from" && columns.count > 1 ? table.header[1] : table.header[0]
      let rule =
        first == "from"
        ? "the column after 'from' must be 'to'"
        : "the first column must be 'year', or the first two 'from' and 'to'"
      note(at: field, rule, hint: first == "from" ? nil : hint)
      return false
    }
    guard columns.count > timeColumns else {
      note(
        at: table.header[0], "the table has no series",
        hint: "each column after '\(columns[timeColumns - 1])' is one")
      return false
    }
    return true
  }

  private mutating func note(at field: CSVTable.Field, _ message: String, hint: String?) {
    faults.append(table.fault(at: field, message, hint: hint))
  }

  /// The number in a field that must hold one; notes a fault and gives `nil` if it doesn't.
  private mutating func number(row: Int, column: Int, _ what: String) -> Double? {
    do {
      if let value = try table.number(row: row, column: column) { return value }
      note(at: table[row, column], "\(what) is missing", hint: nil)
    } catch {
      faults.append(error)
    }
    return nil
  }
}

// MARK: - Amounts

extension SeriesReader {
  /// The amount in a field; notes a fault where it is missing, not a number, or negative.
  private mutating func amount(row: Int, column: Int, _ what: String) -> Double? {
    let value = number(row: row, column: column, what)
    if let value, value < 0 {
      note(
        at: table[row, column],
        "\(what) is \(SeriesReader.shown(value)): an amount of material is not negative", hint: nil)
    }
    return value
  }
}

// MARK: - Periods

extension SeriesReader {
  /// A period as it is written in a row.
  private struct Span: Hashable {
    let from: Double
    /// Equal to `from` where the table has only years.
    let to: Double
    let row: Int

    static func == (left: Span, right: Span) -> Bool {
      left.from == right.from && left.to == right.to
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(from)
      hasher.combine(to)
    }
  }

  private mutating func span(row: Int) -> Span? {
    guard hasBounds else {
      return number(row: row, column: 0, "the year").map { Span(from: $0, to: $0, row: row) }
    }
    let from = number(row: row, column: 0, "the period's beginning")
    let to = number(row: row, column: 1, "the period's end")
    guard let from, let to else { return nil }
    guard from < to else {
      let shown = "\(SeriesReader.shown(from)) to \(SeriesReader.shown(to))"
      note(
        at: table[row, 1], "the period \(shown) does not end after it begins",
        hint: "'to' is where the next period begins: the year 1980 is 1980,1981")
      return nil
    }
    return Span(from: from, to: to, row: row)
  }

  /// Checks that spans increase and touch, and makes the table's periods of them.
  private mutating func periods(_ spans: [Span]) -> SeriesTable.Periods? {
    let known = faults.count
    for (before, span) in zip(spans, spans.dropFirst()) {
      let (year, last) = (SeriesReader.shown(span.from), SeriesReader.shown(before.from))
      let field = table[span.row, 0]
      if span == before {
        note(at: field, "\(label(span)) is there twice", hint: "first on line \(line(before))")
      } else if span.from <= before.from {
        let what = hasBounds ? "periods" : "years"
        note(at: field, "the \(what) must increase, but \(year) follows \(last)", hint: nil)
      } else if hasBounds, span.from != before.to, !isPartial {
        let end = SeriesReader.shown(before.to)
        let gap = span.from > before.to ? "a gap" : "an overlap"
        note(
          at: field, "the period begins at \(year), but the one before ends at \(end)",
          hint: "periods must touch: there is \(gap)")
      }
    }
    guard faults.count == known, let last = spans.last else { return nil }
    let starts = spans.map(\.from)
    return hasBounds
      ? SeriesTable.Periods(bounds: starts + [last.to]) : SeriesTable.Periods(years: starts)
  }

  private func line(_ span: Span) -> Int { table.rows[span.row].line }

  private func label(_ span: Span) -> String {
    hasBounds
      ? "the period \(SeriesReader.shown(span.from)) to \(SeriesReader.shown(span.to))"
      : "the year \(SeriesReader.shown(span.from))"
  }

  /// A number without `.0`.
  private static func shown(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

// MARK: - Layouts

extension SeriesReader {
  private mutating func readWide(_ columns: [String]) -> SeriesTable? {
    let names = Array(columns[timeColumns...])
    var values = [[Double]](repeating: [], count: names.count)
    var spans: [Span] = []
    for row in table.rows.indices {
      if let span = span(row: row) { spans.append(span) }
      for (series, name) in names.enumerated() {
        let column = timeColumns + series
        if let value = amount(row: row, column: column, "the number of '\(name)'") {
          values[series].append(value)
        }
      }
    }
    guard let periods = periods(spans), faults.isEmpty else { return nil }
    return SeriesTable(name: table.name, periods: periods, names: names, values: values)
  }

  /// A series of a tidy table, while it is gathered.
  private struct Gathered {
    let name: String
    let firstRow: Int
    var entries: [Span: Entry] = [:]

    struct Entry {
      let row: Int
      let value: Double
    }
  }

  private mutating func readTidy(_ columns: [String]) -> SeriesTable? {
    var series: [Gathered] = []
    var indices: [[String]: Int] = [:]
    var isComplete = !isPartial
    for row in table.rows.indices {
      let span = span(row: row)
      let value = amount(row: row, column: columns.count - 1, "the value")
      let elements = elements(row: row, timeColumns..<columns.count - 1)
      guard let span, let elements else {
        isComplete = false
        continue
      }
      let index = indices[elements] ?? series.count
      if index == series.count {
        indices[elements] = index
        series.append(Gathered(name: elements.joined(separator: "/"), firstRow: row))
      }
      if let earlier = series[index].entries[span] {
        note(
          at: table[row, 0], "\(label(span)) of '\(series[index].name)' is there twice",
          hint: "first on line \(table.rows[earlier.row].line)")
      }
      series[index].entries[span] = Gathered.Entry(row: row, value: value ?? 0)
    }
    let spans = Set(series.flatMap(\.entries.keys)).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    let periods = periods(spans)
    if isComplete { noteMissing(in: series, of: spans) }
    guard let periods, faults.isEmpty else { return nil }
    return SeriesTable(
      name: table.name, periods: periods, names: series.map(\.name),
      values: series.map { one in spans.compactMap { one.entries[$0]?.value } })
  }

  /// The row's elements, one per dimension; `nil` with a fault if they can't name a series.
  private mutating func elements(row: Int, _ dimensions: Range<Int>) -> [String]? {
    let known = faults.count
    for column in dimensions {
      let field = table[row, column]
      if field.text.isEmpty {
        note(at: field, "the element of '\(table.columns[column])' is missing", hint: nil)
      } else if dimensions.count > 1, field.text.contains("/") {
        note(
          at: field,
          "'\(field.text)' contains a slash, which joins elements to the name of a series",
          hint: nil)
      }
    }
    return faults.count == known ? dimensions.map { table[row, $0].text } : nil
  }

  /// Every series needs every year: one fault for each that does not have them.
  private mutating func noteMissing(in series: [Gathered], of spans: [Span]) {
    for one in series where one.entries.count < spans.count {
      let missing = spans.filter { one.entries[$0] == nil }.map { SeriesReader.shown($0.from) }
      let others = missing.count > 5 ? " and \(missing.count - 5) more" : ""
      note(
        at: table[one.firstRow, timeColumns],
        "'\(one.name)' has no value for \(missing.prefix(5).joined(separator: ", "))\(others)",
        hint: "every series needs the same years; write 0 where there was nothing")
    }
  }
}
