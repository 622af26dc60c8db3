internal import ArgumentParser
internal import Coursework
internal import Foundation
internal import ModelFiles

/// Who is graded, and by which rules.
struct GradingArguments: ParsableArguments {
  @Option(
    help:
      "The learners: CSV with the columns id and name, and if wanted email, group, excused, extra_days, pathway."
  )
  var roster: String
  @Option(help: "Marks of this group of the roster only.")
  var group: String?
  @Option(help: "The course file; without it the course that the program carries.")
  var course: String?
  @Option(
    help: "What was decided about answers: CSV with version, assignment, question, change, reason.")
  var key: String?
  @Option(help: "The attempt that counts: best, last or mean.")
  var attempts: GradingPolicy.Attempts = .best
  @Option(help: "What each day begun after the deadline takes, in per cent.")
  var latePerDay: Double = 0
  @Option(help: "The most that being late takes, in per cent.")
  var lateMost: Double = 100
  @Option(help: "How many minutes after the deadline nothing is taken.")
  var grace: Double = 0

  func validate() throws {
    if lateness == nil {
      throw ValidationError(
        "--late-per-day and --late-most are per cent from 0 to 100, --grace minutes from 0.")
    }
  }

  /// The rules with the roster, the course and the key that they are about.
  func terms() throws -> GradingRun.Terms {
    let course = try CourseLibrary.course(course).course
    let roster = try checkedRoster(course)
    let key = try key.map { path in
      try readingInput { try GradingKey(bytes: Library.file(path), name: path, course: course) }
    }
    return GradingRun.Terms(
      grader: Grader(course: course, key: key ?? .original, engine: programName), roster: roster,
      group: group,
      policy: GradingPolicy(attempts: attempts, late: lateness ?? .none),
      now: Date().formatted(.iso8601))
  }

  private var lateness: LatePolicy? {
    LatePolicy(percentPerDay: latePerDay, mostPercent: lateMost, graceMinutes: grace)
  }

  private func checkedRoster(_ course: Course) throws -> Roster {
    let whole = try readingInput {
      try Roster(
        bytes: Library.file(roster), name: roster, assignments: course.assignments.map(\.id))
    }
    if !whole.ignoredColumns.isEmpty {
      note("\(roster): not used: \(whole.ignoredColumns.joined(separator: ", "))")
    }
    // The gradebook is of the group; everybody's files are graded.
    guard let group else { return whole }
    guard whole.groups.contains(group) else {
      throw Failure(
        code: Failure.badInput,
        message: "\(roster): there is no group '\(group)' "
          + "(there are \(whole.groups.joined(separator: ", ")))")
    }
    return whole
  }
}

extension Course {
  /// The assignments with these identifiers; all if none is named.
  func assignments(named ids: [String]) throws -> [Assignment] {
    guard !ids.isEmpty else { return assignments }
    return try CourseLibrary.coursework { () throws(CourseError) in
      var found: [Assignment] = []
      for id in ids { found.append(try assignment(id)) }
      return found
    }
  }
}

/// The file that holds every grade.
enum StoreFile {
  /// A store that is there already.
  static func existing(_ path: String) throws -> GradeStore {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        code: Failure.missingInput,
        message: "there is no store '\(path)'; 'urbanmine course grade' makes one")
    }
    return try open(path)
  }

  static func open(_ path: String) throws -> GradeStore {
    try readingInput { try GradeStore(path: path) }
  }
}
