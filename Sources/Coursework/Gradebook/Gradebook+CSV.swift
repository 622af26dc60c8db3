extension Gradebook {
  /// The kinds of CSV file that a gradebook can be written as.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// For people: points, or the words `missing` and `excused`, and a total.
    case plain
    /// For the import of Canvas.
    case canvas
    /// For the import of Moodle, with a column of words beside each of points.
    case moodle
  }

  /// The gradebook as CSV (RFC 4180) in UTF-8: every field quoted, lines ended by CRLF, decimal points,
  /// and no cell that a spreadsheet would compute.
  public func csvText(_ layout: Layout = .plain) -> String {
    let lines =
      switch layout {
      case .plain: plainLines
      case .canvas: canvasLines
      case .moodle: moodleLines
      }
    return lines.map { $0.map(SpreadsheetCell.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private var plainLines: [[String]] {
    let head = ["id", "name", "group"] + columns.map(\.id) + ["points", "of", "percent"]
    return [head]
      + rows.map { row in
        [row.learner.id, row.learner.name, row.learner.group]
          + row.cells.map { Gradebook.points($0) ?? Gradebook.word($0) }
          + [
            Gradebook.number(row.points), Gradebook.number(row.of),
            row.share.map { Gradebook.number($0 * 100) } ?? "",
          ]
      }
  }

  /// Canvas tells learners apart by these five columns and takes `EX` for excused, also for what a
  /// pathway does not ask for; an empty field
  /// changes nothing. The second line holds the points of each column.
  private var canvasLines: [[String]] {
    let head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    return [
      head + columns.map { "\($0.title) (\($0.id))" },
      ["Points Possible", "", "", "", ""] + columns.map { Gradebook.number($0.points) },
    ]
      + rows.map { row in
        [row.learner.name, row.learner.canvasID, row.learner.id, row.learner.id, row.learner.group]
          + row.cells.map { cell in
            [.excused, .otherPathway].contains(cell) ? "EX" : Gradebook.points(cell) ?? ""
          }
      }
  }

  /// Moodle has no word for excused in a file, so the words stand in feedback columns.
  private var moodleLines: [[String]] {
    let head = ["ID number", "Full name", "Email address"]
    return [
      head + columns.flatMap { ["\($0.title) (\($0.id))", "\($0.title) (\($0.id)) feedback"] }
    ]
      + rows.map { row in
        [row.learner.id, row.learner.name, row.learner.email]
          + row.cells.flatMap { [Gradebook.points($0) ?? "", Gradebook.word($0)] }
      }
  }

  private static func points(_ cell: Cell) -> String? {
    guard case .graded(let points, _, _) = cell else { return nil }
    return number(points)
  }

  private static func word(_ cell: Cell) -> String {
    switch cell {
    case .graded(_, _, let reason): reason
    case .missing: "missing"
    case .open: ""
    case .excused: "excused"
    case .otherPathway: "other pathway"
    }
  }

  /// Up to four decimals, which no learning platform rounds differently.
  static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
