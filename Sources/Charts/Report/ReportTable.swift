/// The numbers of a chart as a table that a person can read: a column for each series where they share
/// years or ages.
struct ReportTable {
  let columns: [String]
  let rows: [[String]]

  /// At most this many rows; of longer tables every second, third … is shown, and the last.
  private static let limit = 130

  init(_ table: DataTable) {
    let index = table.columns.firstIndex { $0 == "year" || $0 == "age" }
    let series = table.columns.firstIndex { $0 == "label" || $0 == "entered_from" }
    let value = table.columns.firstIndex(of: "value")
    guard let index, let series, let value else {
      columns = table.columns
      rows = table.rows.map { $0.map(ReportTable.text) }
      return
    }
    let panel = table.columns.firstIndex(of: "panel")
    let edge = table.columns.firstIndex(of: "edge")
    var names: [String] = []
    var positions: [Double] = []
    var cells: [Double: [String: String]] = [:]
    for row in table.rows {
      guard case .number(let position) = row[index] else { continue }
      var name = ReportTable.text(row[series])
      if let edge, case .text(let side) = row[edge], !side.isEmpty { name += ", \(side) edge" }
      if let panel, case .text(let title) = row[panel], !title.isEmpty { name += " · \(title)" }
      if !names.contains(name) { names.append(name) }
      if cells[position] == nil { positions.append(position) }
      cells[position, default: [:]][name] = ReportTable.text(row[value])
    }
    positions.sort()
    let step = (positions.count + ReportTable.limit - 1) / ReportTable.limit
    let shown = positions.enumerated().filter { place, _ in
      step < 2 || place.isMultiple(of: step) || place == positions.count - 1
    }.map(\.element)
    columns = [table.columns[index]] + names
    rows = shown.map { position in
      [NumberFormat.year((position * 100).rounded() / 100)]
        + names.map { cells[position]?[$0] ?? "" }
    }
  }

  /// With the first column as heads of the rows.
  var html: HTML {
    let head = HTML.tag(
      "thead", [], [.tag("tr", [], columns.map { .tag("th", [("scope", "col")], [.text($0)]) })])
    let body = HTML.tag(
      "tbody", [],
      rows.map { row in
        .tag(
          "tr", [],
          row.enumerated().map { index, text in
            index == 0
              ? .tag("th", [("scope", "row")], [.text(text)]) : .tag("td", [], [.text(text)])
          })
      })
    return .tag(
      "div", class: "scroll",
      [("tabindex", "0"), ("role", "region"), ("aria-label", "The numbers")],
      [.tag("table", [], [head, body])])
  }

  private static func text(_ cell: DataTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value):
      value == value.rounded() && abs(value) < 1e6
        ? DataTable.Cell.number(value) : NumberFormat.significant(value)
    case .missing: ""
    }
  }
}
