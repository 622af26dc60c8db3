/// Why a course, an assignment or a variant can't be used. Faults of answers are no errors: they are
/// part of a marking.
public enum CourseError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownAssignment(String, hint: String?)
  case learnerID(String, reason: String)
  /// A name that an assignment doesn't have, where values were given by hand.
  case parameter(assignment: String, name: String, reason: String)
  /// The engine refused a drawn problem.
  case unsolvable(assignment: String, question: String, reason: String)
  /// No draw of many kept right answer and mistakes apart.
  case noSoundDraw(assignment: String, draws: Int, last: String)
  case text(assignment: String, reason: String)
  /// A file that holds what it must not.
  case file(String, reason: String)
  case missing(String, reason: String)
  case cannotWrite(String, reason: String)
  /// All attempts were used.
  case noAttemptLeft(Int)
  /// Made by a newer program or for another version of the assignment.
  case version(String)

  public var description: String {
    switch self {
    case .unknownAssignment(let id, let hint):
      "there is no assignment '\(id)' (\(hint ?? "'urbanmine course list' shows them all"))"
    case .learnerID(let id, let reason): "the learner id '\(id)' can't be used: \(reason)"
    case .parameter(let assignment, let name, let reason):
      "\(assignment): the value '\(name)' \(reason)"
    case .unsolvable(let assignment, let question, let reason):
      "\(assignment): question '\(question)' has no answer for this draw: \(reason)"
    case .noSoundDraw(let assignment, let draws, let last):
      "\(assignment): none of \(draws) draws keeps its answers apart: \(last)"
    case .text(let assignment, let reason): "\(assignment): \(reason)"
    case .file(let path, let reason), .missing(let path, let reason): "\(path): \(reason)"
    case .cannotWrite(let path, let reason): "can't write '\(path)': \(reason)"
    case .noAttemptLeft(let count):
      "all \(count) attempts were used; 'urbanmine course status' shows what they were worth"
    case .version(let reason): reason
    }
  }
}
