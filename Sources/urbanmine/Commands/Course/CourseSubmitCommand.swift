internal import ArgumentParser
internal import Coursework

/// `urbanmine course submit`: one sealed file.
struct CourseSubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Seal your answers in one file to hand in.",
    discussion: """
      EXAMPLE:
        urbanmine course submit

      An answer that can be read in two ways is asked about first, and so is a
      sheet without any answer; with --anyway it is handed in as it is.
      """)

  @Argument(help: "The folder of the assignment.")
  var folder = "."
  @Flag(help: "Submit although an answer can't be read or none is there.")
  var anyway = false

  func run() throws {
    let folder = try CourseLibrary.folder(folder)
    let marking = try CourseLibrary.coursework { () throws(CourseError) in try folder.marking() }
    let unreadable = AssignmentFolder.unsure(in: marking)
    guard unreadable.isEmpty || anyway else {
      throw Failure(code: Failure.negative, message: CourseText.asks(unreadable))
    }
    let (after, file, content) = try CourseLibrary.coursework { () throws(CourseError) in
      try folder.submit(at: CourseLibrary.now, program: programName)
    }
    try show(CourseText.submitted(after, file: file, content, marking))
  }
}
