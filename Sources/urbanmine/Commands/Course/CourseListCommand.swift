internal import ArgumentParser
internal import Coursework
internal import ModelFiles

/// `urbanmine course list`: what there is to do, and what was done.
struct CourseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the assignments: points, what is done, what comes next.",
    discussion: """
      EXAMPLE:
        urbanmine course list
        urbanmine course list --pathway recycler
      """)

  @Option(help: "Only those for student, policy-maker or recycler.")
  var pathway: Pathway?
  @Option(help: ArgumentHelp("A course file of your instructor.", valueName: "file"))
  var course: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func run() throws {
    let started = CourseFolders(in: ".")
    let list = CourseListText(
      try CourseLibrary.learnersCourse(course, started).course, pathway: pathway, done: started,
      courseFile: course)
    try show(isJSON ? try jsonText(list.document) : list.text)
  }
}
