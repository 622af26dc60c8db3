internal import Coursework

/// What `course grade` prints.
struct GradingText {
  private let run: GradingRun
  private let output: String
  private let feedback: String?

  /// More lines of one kind are in the file of problems.
  private static let most = 20

  init(_ run: GradingRun, output: String, feedback: String?) {
    self.run = run
    self.output = output
    self.feedback = feedback
  }

  var text: String {
    let batch = run.batch
    let rows = run.marks.gradebook.rows
    let without = rows.count { row in
      !row.cells.contains { if case .graded = $0 { true } else { false } }
    }
    var lines = [
      "\(batch.graded.count) submissions graded, \(batch.refused.count) not graded",
      "\(rows.count) learners, \(without) without a mark",
    ]
    if let mean = mean { lines.append("mean of the points so far: \(Figures.percent(mean))") }
    lines += [""] + columnLines
    lines += refusedLines
    lines += listed("Look at these; nothing of it is proof", remarks)
    if run.otherKeys > 0 {
      lines += [
        "",
        "\(run.otherKeys) submissions have a grade under another key: 'urbanmine course regrade' "
          + "grades all under one.",
      ]
    }
    lines += ["", "wrote \(output) and the store of all grades beside it"]
    if let feedback { lines.append("wrote what learners may read to \(feedback)") }
    lines.append("Next: urbanmine course stats \(output.dropLast(4)).sqlite")
    return lines.joined(separator: "\n")
  }

  private var mean: Double? {
    let shares = run.marks.gradebook.rows.compactMap(\.share)
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  private var columnLines: [String] {
    let book = run.marks.gradebook
    var table = TextTable(headers: [
      "Assignment", "Graded", "Missing", "Open", "Excused", "Mean", "Of",
    ])
    for (index, column) in book.columns.enumerated() {
      let cells = book.rows.map { $0.cells[index] }
      let points = cells.compactMap { cell -> Double? in
        if case .graded(let points, _, _) = cell { points } else { nil }
      }
      let mean = points.isEmpty ? nil : points.reduce(0, +) / Double(points.count)
      table.add(
        [column.id, "\(points.count)"]
          + [[Gradebook.Cell.missing], [.open], [.excused, .otherPathway]].map { states in
            "\(cells.count { states.contains($0) })"
          } + [mean.map { Figures.fixed($0, 2) } ?? "–", Figures.short(column.points)])
    }
    return table.lines()
  }

  private var remarks: [String] {
    run.batch.remarks.map { "\($0.file): \($0.reason)" }
      + run.copied.map { "\($0.learner): \(GradingText.words($0))" }
  }

  /// How often which reason, with the first file; all are in the file of problems.
  private var refusedLines: [String] {
    let groups = Dictionary(grouping: run.batch.refused) { GradingText.kind($0.reason) }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard !groups.isEmpty else { return [] }
    return ["", "Not graded (all in \(GradebookFiles(output).problemsPath))"]
      + groups.flatMap { _, group in
        group.prefix(1).map { "  \(group.count) × such as \($0.file): \($0.reason)" }
      }
  }

  /// The reason without place and names.
  private static func kind(_ reason: String) -> Substring {
    let start = reason.hasPrefix("line ") ? reason.drop { $0 != ":" } : reason[...]
    return start.prefix { $0 != "'" && $0 != "(" && $0 != ";" }
  }

  private func listed(_ heading: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let more = lines.count - GradingText.most
    return ["", "\(heading) (\(lines.count))"] + lines.prefix(GradingText.most).map { "  " + $0 }
      + (more > 0 ? ["  … and \(more) more in \(GradebookFiles(output).problemsPath)"] : [])
  }

  /// What copied answers look like.
  static func words(_ finding: CopiedAnswers.Finding) -> String {
    let questions = finding.questions.map { "'\($0)'" }.joined(separator: ", ")
    return "wrong, and digit by digit right for \(finding.others.joined(separator: " and ")): "
      + "\(questions) (by chance \(Figures.digits(finding.expected)) such finds in the whole class)"
  }
}
