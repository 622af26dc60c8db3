internal import ArgumentParser
internal import Coursework

/// `urbanmine course check`: what is right, what isn't and why.
struct CourseCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is right, what isn't and why; never the right value.",
    discussion: """
      EXAMPLE:
        urbanmine course check

      Exit code 0: all is right; 1: something isn't yet.
      """)

  @Argument(help: "The folder of the assignment.")
  var folder = "."
  @Flag(name: .customLong("json"), help: "Print one JSON document in the shape of check50.")
  var isJSON = false

  func run() throws {
    let (folder, marking) = try CourseLibrary.coursework { () throws(CourseError) in
      try AssignmentFolder(path: self.folder).check(at: CourseLibrary.now)
    }
    if isJSON {
      let report = try CourseLibrary.coursework { () throws(CourseError) in
        try CheckReport(marking, of: folder.assignment, folder.variant)
      }
      try show(try report.json)
    } else {
      try show(CourseText.check(folder, marking))
    }
    guard marking.questions.allSatisfy({ $0.state == .right }) else {
      throw Failure(code: Failure.negative, message: "")
    }
  }
}
