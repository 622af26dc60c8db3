/// Why a question about scarcity has no answer.
public enum ScarcityError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number is outside of what it can be.
  case impossible(name: String, value: Double, rule: String)
  /// Two amounts count different things, such as ore and metal.
  case differentDefinitions(String, String)
  /// There are too few points for what is asked.
  case tooFewPoints(Int, needed: Int)
  /// No curve of the kind fits the points.
  case noFit(reason: String)

  public var description: String {
    switch self {
    case .impossible(let name, let value, let rule):
      "\(name): \(plainNumber(value)) is not possible: \(rule)"
    case .differentDefinitions(let one, let other):
      "amounts of '\(one)' and of '\(other)' can't be compared: both must count the same thing, "
        + "such as metal content"
    case .tooFewPoints(let count, let needed):
      "there are \(count) points, and at least \(needed) are needed"
    case .noFit(let reason): "no curve fits: \(reason)"
    }
  }

  static func positive(_ value: Double, _ name: String) throws(ScarcityError) -> Double {
    guard value.isFinite, value > 0 else {
      throw .impossible(name: name, value: value, rule: "it must be above 0")
    }
    return value
  }
}
