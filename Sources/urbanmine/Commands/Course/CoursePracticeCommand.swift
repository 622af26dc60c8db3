internal import ArgumentParser
internal import Coursework

/// `urbanmine course practice`: an assignment with other numbers and its worked solution.
struct CoursePracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Practise with other numbers, with the worked solution.",
    discussion: """
      EXAMPLE:
        urbanmine course practice w3-stock
        urbanmine course practice w3-stock --solution
        urbanmine course practice w3-stock --set growth=0 --set mean=20 --solution
        urbanmine course practice w3-stock --number 2 -o practice.html

      Practice numbers are the same for everybody and never those that are graded.
      """)

  @Argument(help: "The assignment, such as w3-stock.")
  var assignment: String
  @Option(help: "Which practice variant, from 1.")
  var number = 1
  @Option(name: .customLong("set"), help: "A value of your own: name=value. May be repeated.")
  var settings: [String] = []
  @Flag(help: "Show the hints and the worked solution.")
  var solution = false
  @Option(name: .shortAndLong, help: "Write a page to this file: .html or .md.")
  var output: String?

  func validate() throws {
    guard output.map({ $0.hasSuffix(".html") || $0.hasSuffix(".md") }) ?? true else {
      throw ValidationError("'\(output ?? "")' must end in .html or .md.")
    }
    guard number >= 1 else { throw ValidationError("Practice variants are counted from 1.") }
  }

  func run() throws {
    let assignment = try CourseLibrary.coursework { () throws(CourseError) in
      try Course.metals.assignment(self.assignment)
    }
    let page = try CourseLibrary.coursework { () throws(CourseError) in
      try StatementPage(
        assignment, assignment.practiceVariant(number: number, settings: settings),
        note: CourseText.practiceNote(assignment, number: number), showsSolution: solution)
    }
    if let output { try deliver(output.hasSuffix(".html") ? page.html : page.markdown, to: output) }
    try show(CourseText.practice(page, assignment, output: output, showsSolution: solution))
  }
}
