internal import ArgumentParser
internal import Coursework

/// `urbanmine course start`: a folder for one assignment, with the learner's own numbers.
struct CourseStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Make a folder for an assignment, with numbers of your own.",
    discussion: """
      EXAMPLE:
        urbanmine course start w3-stock --as anna

      The folder has the name of the assignment. In it are statement.md and
      statement.html (the same text), data.csv, and answers.csv to fill in. The
      same name always gets the same numbers. A pathway and a course file hold for
      all that you start in this folder afterwards.
      """)

  @Argument(help: "The assignment, such as w3-stock.")
  var assignment: String
  @Option(name: .customLong("as"), help: "Who you are in this course: letters, digits and . - _ @")
  var learner: String
  @Option(help: "Your way through the course: student, policy-maker or recycler.")
  var pathway: Pathway?
  @Option(
    help: ArgumentHelp(
      "A course file of your instructor; needed once, at the first start.", valueName: "file"))
  var course: String?

  func run() throws {
    let started = CourseFolders(in: ".")
    let (course, bytes) = try CourseLibrary.learnersCourse(course, started)
    let folder = try CourseLibrary.coursework { () throws(CourseError) in
      try AssignmentFolder.start(
        course.assignment(assignment), as: LearnerID(learner), in: "", of: course,
        pathway: pathway ?? started.pathway, courseFile: bytes, at: CourseLibrary.now)
    }
    try show(CourseText.started(folder))
  }
}
