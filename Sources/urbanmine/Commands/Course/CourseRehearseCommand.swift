internal import ArgumentParser
internal import Coursework
internal import Foundation

/// `urbanmine course rehearse`: a made-up class to try a grading with.
struct CourseRehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Make up a class that hands in, to try a grading with.",
    discussion: """
      EXAMPLE:
        urbanmine course rehearse class/ --learners 200 --broken
        urbanmine course grade class/submissions --roster class/roster.csv -o class/gradebook.csv
      """)

  @Argument(help: "The folder to make: roster.csv, and submissions.")
  var folder: String
  @Option(help: "How many learners.")
  var learners: Int = 100
  @Option(help: "The seed of all that is made up.")
  var seed: UInt64 = 1
  @Option(
    name: .customLong("assignment"), parsing: .singleValue,
    help: "An assignment that is handed in; repeatable. Without it all are.")
  var wanted: [String] = []
  @Option(help: "The course file; without it the course that the program carries.")
  var course: String?
  @Flag(help: "Put damaged, foreign, copied and future files among them.")
  var broken = false

  func validate() throws {
    guard (1...99_999).contains(learners) else {
      throw ValidationError("From 1 to 99999 learners.")
    }
  }

  func run() throws {
    let course = try CourseLibrary.course(course).course
    let assignments = try course.assignments(named: wanted)
    let rehearsal = try readingInput {
      try Rehearsal(
        course: course, assignments: assignments, learners: learners, seed: seed, broken: broken,
        time: "2025-11-03T09:00:00Z")
    }
    try makeFolder("\(folder)/submissions")
    try deliver(rehearsal.roster, to: "\(folder)/roster.csv")
    for file in rehearsal.files {
      try deliver(file.bytes, to: "\(folder)/submissions/\(file.name)")
    }
    note(
      "wrote roster.csv and \(rehearsal.files.count) submissions, \(rehearsal.sound) of them sound, "
        + "to \(folder)")
  }
}
