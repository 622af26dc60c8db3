internal import Coursework

/// The assignments of a course with what was done of them.
struct CourseListText {
  private let course: Course
  private let assignments: [Assignment]
  private let pathway: Pathway?
  private let done: CourseFolders
  private let courseFile: String?

  /// - Parameters:
  ///   - course: what is listed.
  ///   - pathway: only what is for this one; nil for all.
  ///   - done: the assignments that were started.
  ///   - courseFile: the file that was named, which the next step must name as well.
  init(_ course: Course, pathway: Pathway?, done: CourseFolders, courseFile: String?) {
    self.course = course
    self.pathway = pathway
    self.done = done
    self.courseFile = courseFile
    assignments = course.assignments.filter { assignment in
      pathway.map { assignment.pathways.contains($0) } ?? true
    }
  }

  var text: String {
    var table = TextTable(
      headers: ["Week", "Assignment", "Title", "For", "State", "Points"], wordColumns: 5)
    for assignment in assignments {
      table.add([
        "\(assignment.week)", assignment.id, assignment.title, audience(assignment),
        state(assignment),
        CourseText.number(assignment.meanPoints),
      ])
    }
    let sum = assignments.reduce(0) { $0 + $1.meanPoints }
    return
      ([course.title, ""] + table.lines() + [
        "", "\(assignments.count) assignments, \(CourseText.number(sum)) points in all.", "",
        "Next: \(nextStep).",
      ]).joined(separator: "\n")
  }

  private func audience(_ assignment: Assignment) -> String {
    assignment.pathways.count == Pathway.allCases.count
      ? "all"
      : Pathway.allCases.filter(assignment.pathways.contains).map(\.title).joined(separator: ", ")
  }

  private func state(_ assignment: Assignment) -> String {
    guard let folder = done.folders[assignment.id] else { return "" }
    let progress = folder.progress
    let best =
      progress.points.map { ", \(CourseText.number(folder.pointsAfterHints($0))) points" } ?? ""
    return (progress.submissions > 0 ? "submitted" : "started") + best
  }

  private var nextStep: String {
    guard let next = done.next(in: course, pathway: pathway ?? done.pathway) else {
      return "everything was submitted; 'urbanmine course status' shows it"
    }
    if done.folders[next.id] != nil { return "'cd \(next.id)', then 'urbanmine course status'" }
    let learner = done.folders.values.first?.learner.text ?? "LEARNER"
    var options = ""
    if let pathway, done.pathway == nil { options += " --pathway \(pathway.rawValue)" }
    if let courseFile, done.courseFile == nil { options += " --course \(courseFile)" }
    return "'urbanmine course start \(next.id) --as \(learner)\(options)'"
  }

  /// The list as a document.
  struct Document: Encodable {
    let schema = "urbanmine/course-list/1"
    let course: String
    let title: String
    let assignments: [Item]
    let next: String

    struct Item: Encodable {
      let id: String
      let version: Int
      let kind: String
      let week: Int
      let title: String
      let outcome: String
      let pathways: [String]
      let points: Double
      let submissions: Int
      let pointsNow: Double?
    }
  }

  var document: Document {
    Document(
      course: course.id, title: course.title,
      assignments: assignments.map { assignment in
        let folder = done.folders[assignment.id]
        return Document.Item(
          id: assignment.id, version: assignment.version, kind: assignment.kind.rawValue,
          week: assignment.week, title: assignment.title, outcome: assignment.outcome,
          pathways: Pathway.allCases.filter(assignment.pathways.contains).map(\.rawValue),
          points: assignment.meanPoints, submissions: folder?.progress.submissions ?? 0,
          pointsNow: folder?.progress.points)
      },
      next: nextStep)
  }
}
