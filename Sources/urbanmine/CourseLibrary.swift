internal import Coursework
internal import Foundation

/// The course that a command is about, and what all course commands share.
enum CourseLibrary {
  /// The instructor's course in a file, with its bytes; the one that the program carries where there is none.
  static func course(_ path: String?) throws -> (course: Course, bytes: [UInt8]?) {
    guard let path else { return (.metals, nil) }
    let bytes = try Library.file(path)
    return (
      try coursework { () throws(CourseError) in try Course(bytes: bytes, name: path) }, bytes
    )
  }

  /// The course of a learner in this folder: that of the file where one is named, else that of the assignments
  /// that were started here.
  static func learnersCourse(_ path: String?, _ started: CourseFolders) throws -> (
    course: Course, bytes: [UInt8]?
  ) {
    guard path == nil, let bytes = started.courseFile else { return try course(path) }
    let course = try coursework { () throws(CourseError) in
      try Course(bytes: bytes, name: "course.json")
    }
    return (course, bytes)
  }

  /// Runs an action of the course, its errors with their exit codes.
  static func coursework<Result>(_ action: () throws(CourseError) -> Result) throws -> Result {
    do {
      return try action()
    } catch {
      let code =
        switch error {
        case .learnerID, .parameter: Failure.usage
        case .unknownAssignment, .missing: Failure.missingInput
        case .cannotWrite: Failure.cannotWrite
        case .noAttemptLeft: Failure.negative
        case .unsolvable, .noSoundDraw, .text: Failure.internalFault
        case .file, .version: Failure.badInput
        }
      throw Failure(code: code, message: "\(error)", cause: error)
    }
  }

  /// The assignment of a folder: this one, or the one that is named.
  static func folder(_ path: String) throws -> AssignmentFolder {
    try coursework { () throws(CourseError) in try AssignmentFolder(path: path) }
  }

  /// The time, as submissions write it.
  static var now: String { Date.now.formatted(.iso8601) }
}
