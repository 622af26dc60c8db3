internal import Coursework

/// Where a learner is: in one assignment, or in all that were started.
struct CourseStatusText {
  let document: Document
  let text: String

  struct Document: Encodable {
    let schema = "urbanmine/course-status/1"
    let assignments: [Item]
    let next: String

    struct Item: Encodable {
      let id: String
      let learner: String
      let points: Double
      let mostPoints: Double
      let checks: Int
      let hints: Int
      let submissions: Int
      let mostAttempts: Int?
      let deadline: String?
      let questions: [String: String]
    }
  }

  /// One assignment.
  init(_ folder: AssignmentFolder) throws {
    let marking = try CourseLibrary.coursework { () throws(CourseError) in try folder.marking() }
    let (progress, most) = (folder.progress, folder.course.mostAttempts)
    let next = folder.nextStep(marking)
    document = Document(assignments: [CourseStatusText.item(folder, marking)], next: next)
    var lines = [
      "\(folder.assignment.id) for \(folder.learner): \(folder.assignment.title)",
      CourseText.points(folder, marking),
      CourseText.count(progress.checks, "check") + ", "
        + "\(progress.hints) of \(folder.assignment.hints.count) hints, "
        + (most.map { "\(progress.submissions) of \($0) submissions" }
          ?? CourseText.count(progress.submissions, "submission")),
    ]
    if let deadline = Deadline(folder) { lines.append("Deadline \(deadline.text)") }
    lines.append("")
    for own in marking.questions {
      let points = "\(CourseText.number(own.points)) of \(CourseText.number(own.mostPoints))"
      lines.append("\(CourseText.sign(own.state)) \(own.question): \(points)")
    }
    text = (lines + ["", "Next: \(next)."]).joined(separator: "\n")
  }

  /// All that were started beside each other.
  init(_ all: CourseFolders) throws {
    var table = TextTable(
      headers: [
        "Assignment", "Learner", "Deadline", "Checks", "Hints", "Submitted", "Points", "of",
      ],
      wordColumns: 3)
    let folders = all.folders.values.sorted { left, right in
      (left.assignment.week, left.assignment.id) < (right.assignment.week, right.assignment.id)
    }
    var (items, next) = ([Document.Item](), "")
    for folder in folders {
      let marking = try CourseLibrary.coursework { () throws(CourseError) in try folder.marking() }
      let (item, progress) = (CourseStatusText.item(folder, marking), folder.progress)
      items.append(item)
      table.add([
        item.id, item.learner, Deadline(folder)?.text ?? "none", "\(progress.checks)",
        "\(progress.hints)", "\(progress.submissions)", CourseText.number(item.points),
        CourseText.number(item.mostPoints),
      ])
      if next.isEmpty && progress.submissions == 0 {
        next = "'cd \(item.id)', then \(folder.nextStep(marking))"
      }
    }
    if next.isEmpty { next = "'urbanmine course list' shows what else there is" }
    document = Document(assignments: items, next: next)
    text = (table.lines() + ["", "Next: \(next)."]).joined(separator: "\n")
  }

  private static func item(_ folder: AssignmentFolder, _ marking: Marking) -> Document.Item {
    Document.Item(
      id: folder.assignment.id, learner: folder.learner.text,
      points: folder.pointsAfterHints(marking.points), mostPoints: marking.mostPoints,
      checks: folder.progress.checks, hints: folder.progress.hints,
      submissions: folder.progress.submissions, mostAttempts: folder.course.mostAttempts,
      deadline: folder.course.deadlines[folder.assignment.id],
      questions: Dictionary(
        uniqueKeysWithValues: marking.questions.map { ($0.question, $0.state.rawValue) }))
  }
}
