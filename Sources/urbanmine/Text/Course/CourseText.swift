internal import Coursework
internal import Foundation

/// What the course's commands say. Short and kind; the last line is the next step.
enum CourseText {
  /// After `start`.
  static func started(_ folder: AssignmentFolder) -> String {
    let assignment = folder.assignment
    return """
      \(assignment.title): your folder is '\(folder.path)', with numbers for \(folder.learner) alone.
        statement.md, statement.html   what is given and what to find (the same text twice)
        answers.csv                    to fill in\(extraFiles(folder))
      It is worth \(number(assignment.points(of: folder.variant))) points.

      Next: 'cd \(folder.path)', read statement.md, fill in answers.csv, then 'urbanmine course check'.
      """
  }

  private static func extraFiles(_ folder: AssignmentFolder) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let known = [
      ("series.csv", "to fill in: a number for each year"), ("data.csv", "your data"),
      ("figure.svg", "your chart"),
    ]
    return known.filter { names.contains($0.0) }.map { name, words in
      "\n  " + name.padding(toLength: 31, withPad: " ", startingAt: 0) + words
    }.joined()
  }

  /// After `check`.
  static func check(_ folder: AssignmentFolder, _ marking: Marking) -> String {
    var lines = [
      "\(folder.assignment.id) for \(folder.learner), check \(folder.progress.checks)", "",
    ]
    for own in marking.questions {
      lines.append("\(sign(own.state)) \(own.question): \(own.message)\(share(own))")
      if own.state == .partial || own.state == .wrong { lines.append("    Read: \(own.reading)") }
      if let other = own.dependsOn {
        lines.append("    It builds on '\(other)': look there first.")
      }
    }
    return (lines + ["", points(folder, marking), "", "Next: \(folder.nextStep(marking))."])
      .joined(separator: "\n")
  }

  /// Points with what hints cost.
  static func points(_ folder: AssignmentFolder, _ marking: Marking) -> String {
    let left = folder.pointsAfterHints(marking.points)
    let most = number(marking.mostPoints)
    return left == marking.points
      ? "\(number(left)) of \(most) points so far."
      : "\(number(left)) of \(most) points so far: \(number(marking.points)) less what hints cost."
  }

  private static func share(_ own: QuestionMarking) -> String {
    own.state == .partial ? " (\(number(own.points)) of \(number(own.mostPoints)))" : ""
  }

  static func sign(_ state: QuestionMarking.State) -> String {
    switch state {
    case .right: "✓"
    case .partial: "◐"
    case .wrong: "✗"
    case .missing: "–"
    case .unreadable: "?"
    }
  }

  /// After `hint`.
  static func hints(_ folder: AssignmentFolder) throws -> String {
    let taken = try CourseLibrary.coursework { () throws(CourseError) in try folder.hintsTaken() }
    var lines = taken.enumerated().map {
      "Hint \($0 + 1) of \(folder.assignment.hints.count): \($1)"
    }
    if taken.isEmpty { lines.append("You took no hint yet.") }
    guard let next = folder.nextHint else {
      return
        (lines + [
          "",
          "Next: this was the last hint. Try again and 'urbanmine course check', or see an example worked out: "
            + "'urbanmine course practice \(folder.assignment.id) --solution'.",
        ]).joined(separator: "\n")
    }
    let cost = next.cost == 0 ? "is free" : "costs \(percent(next.cost)) of your points"
    return
      (lines + [
        "",
        "Next: try again and 'urbanmine course check'. One more hint \(cost): 'urbanmine course hint --more'.",
      ]).joined(separator: "\n")
  }

  /// Before a submission with answers that can't be read, or with none.
  static func asks(_ unsure: [QuestionMarking]) -> String {
    let lines = unsure.map { "\(sign($0.state)) \($0.question): \($0.message)" }
    return
      (["Not submitted yet: please make sure of this first."] + lines + [
        "", "Next: write it into your sheet, or 'urbanmine course submit --anyway'.",
      ]).joined(separator: "\n")
  }

  /// After `submit`.
  static func submitted(
    _ folder: AssignmentFolder, file: String, _ content: SubmissionContent, _ marking: Marking
  ) -> String {
    let missing = marking.questions.filter { $0.state == .missing }.map { "'\($0.question)'" }
    let open =
      missing.isEmpty ? "" : "\n  no answer   \(missing.joined(separator: ", "))"
    let most = folder.course.mostAttempts.map { " of \($0)" } ?? ""
    let late =
      Deadline(folder)?.isOver == true ? "\nThe deadline is over: it will be handed in late." : ""
    return """
      Sealed in \(file): attempt \(content.attempt)\(most).\(late)
        in it       your name in the course (\(content.learner)), assignment and version, your answers as
                    typed, the number of checks (\(content.checks)) and hints (\(content.hints)), times of your steps\(open)
        not in it   your real name, anything about your computer, any other file
      The seal shows whether the file was changed afterwards. It does not show who worked.

      Next: \(folder.afterSubmission).
      """
  }

  // MARK: - Practice and lint

  static func practiceNote(_ assignment: Assignment, number: Int) -> String {
    "Practice variant \(number) of \(assignment.id): it is not graded."
  }

  /// After `practice`.
  static func practice(
    _ page: StatementPage, _ assignment: Assignment, output: String?, showsSolution: Bool
  ) -> String {
    let next =
      showsSolution
      ? "try your own: 'urbanmine course start \(assignment.id) --as LEARNER'"
      : "see it worked out: the same command with --solution"
    guard let output else {
      // The chart can't be seen in a terminal.
      let text = page.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("![") && !$0.contains("## How to answer") }
      let end = text.firstIndex { $0.hasPrefix("Write your answers into") } ?? text.endIndex
      return text[..<end].joined(separator: "\n") + "\nNext: \(next)."
    }
    return "Wrote \(output).\n\nNext: open it; then \(next)."
  }

  /// After `lint`.
  static func lint(_ lint: CourseLint) -> String {
    var table = TextTable(headers: ["Assignment", "Variants", "Distinct", "Redrawn"])
    for own in lint.findings {
      table.add([
        own.assignment, "\(own.variants)", "\(own.distinct)", percent(own.rejectedShare),
      ])
    }
    var lines = table.lines()
    for own in lint.findings { lines += own.faults.map { "\(own.assignment): \($0)" } }
    let verdict = lint.isSound ? "Every variant can be graded." : "Some variants can't be graded."
    return (lines + ["", verdict]).joined(separator: "\n")
  }

  // MARK: - Numbers

  static func number(_ value: Double) -> String {
    let text = Figures.fixed(value, 2)
    return text.hasSuffix(".00")
      ? String(text.dropLast(3)) : text.hasSuffix("0") ? String(text.dropLast()) : text
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}

/// The end of an assignment.
struct Deadline {
  private let date: Date

  /// Nil where there is none.
  init?(_ folder: AssignmentFolder) {
    self.init(folder.course, folder.assignment)
  }

  init?(_ course: Course, _ assignment: Assignment) {
    guard let text = course.deadlines[assignment.id],
      let date = try? Date(text, strategy: .iso8601)
    else { return nil }
    self.date = date
  }

  var isOver: Bool { date < .now }

  /// `2026-12-01 23:59 UTC (9 days left)`.
  var text: String {
    let stamp = date.formatted(.iso8601).replacing("T", with: " ").prefix(16)
    let hours = date.timeIntervalSinceNow / 3600
    let left =
      hours < 0 ? "over" : hours < 48 ? "\(Int(hours)) hours left" : "\(Int(hours / 24)) days left"
    return "\(stamp) UTC (\(left))"
  }
}
