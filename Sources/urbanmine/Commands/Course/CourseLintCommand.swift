internal import ArgumentParser
internal import Coursework

/// `urbanmine course lint`: the proof that every assignment can be graded for everybody.
struct CourseLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Prove that assignments can be graded, over many learners.",
    discussion: """
      EXAMPLE:
        urbanmine course lint
        urbanmine course lint --learners 10000

      For each learner: the right answers are marked right, every typical mistake
      is recognised as itself, no two answers lie within twice the tolerance of
      each other, and no feedback tells a right value. Exit code 1: something
      doesn't hold.
      """)

  @Option(help: "How many learners to draw variants for.")
  var learners = 1000
  @Option(help: ArgumentHelp("A course file of your own.", valueName: "file"))
  var course: String?

  func validate() throws {
    guard learners >= 1 else { throw ValidationError("There must be one learner or more.") }
  }

  func run() throws {
    let lint = CourseLint(try CourseLibrary.course(course).course, learners: learners)
    try show(CourseText.lint(lint))
    guard lint.isSound else { throw Failure(code: Failure.negative, message: "") }
  }
}
