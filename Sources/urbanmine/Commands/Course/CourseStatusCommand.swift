internal import ArgumentParser
internal import Coursework
internal import ModelFiles

/// `urbanmine course status`: where a learner is.
struct CourseStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show points, attempts, deadline and the next step.",
    discussion: """
      EXAMPLE:
        urbanmine course status

      In the folder of an assignment it shows that one, in the folder above it
      all that were started.
      """)

  @Argument(help: "The folder of an assignment, or the one above.")
  var folder = "."
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func run() throws {
    let all = CourseFolders(in: folder)
    for fault in all.faults { note(fault) }
    // Above the assignments: one line for each.
    if !all.folders.isEmpty {
      let status = try CourseStatusText(all)
      return try show(isJSON ? try jsonText(status.document) : status.text)
    }
    let one = try CourseLibrary.folder(folder)
    let status = try CourseStatusText(one)
    try show(isJSON ? try jsonText(status.document) : status.text)
  }
}
