internal import ArgumentParser
internal import Coursework

/// `urbanmine course hint`: a step towards the answer.
struct CourseHintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Show the hints that you took; with --more, take the next one.",
    discussion: """
      EXAMPLE:
        urbanmine course hint
        urbanmine course hint --more

      A free first hint is shown at once. What the next one costs is said before
      you take it.
      """)

  @Argument(help: "The folder of the assignment.")
  var folder = "."
  @Flag(help: "Take the next hint, at its cost.")
  var more = false

  func run() throws {
    let folder = try CourseLibrary.coursework { () throws(CourseError) in
      let folder = try AssignmentFolder(path: self.folder)
      let isFree = folder.progress.hints == 0 && folder.nextHint?.cost == 0
      return more || isFree ? try folder.takingHint(at: CourseLibrary.now) : folder
    }
    try show(try CourseText.hints(folder))
  }
}
