/// Why a text or a set of parameters is not a lifetime.
public enum LifetimeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A parameter has a value that the rule excludes.
  case impossible(parameter: String, value: Double, rule: String)
  /// No family has this name.
  case unknownFamily(String)
  /// The family exists but not with these parameters.
  case wrongParameters(family: String, given: [String], allowed: [[String]])
  /// The text is not a call with named parameters; `column` counts characters from 1.
  case syntax(column: Int, problem: String)
  /// A tabulated curve breaks a rule.
  case table(rule: String)
  /// The lifetime refers to a table that can't be had here.
  case tableNotFound(name: String, reason: String)

  public var description: String {
    switch self {
    case .impossible(let parameter, let value, let rule):
      return "\(parameter): \(plainNumber(value)) is not possible: \(rule)"
    case .unknownFamily(let name):
      return "there is no lifetime '\(name)'; the families are "
        + LifetimeForm.familyNames.joined(separator: ", ")
    case .wrongParameters(let family, let given, let allowed):
      let forms = allowed.map { "\(family)(" + $0.map { "\($0):" }.joined(separator: ", ") + ")" }
      let had = given.isEmpty ? "none were given" : "given were " + given.joined(separator: ", ")
      return "\(family) takes \(forms.joined(separator: " or ")); \(had)"
    case .syntax(let column, let problem):
      return "character \(column): \(problem)"
    case .table(let rule):
      return "the survival table is not a survival curve: \(rule)"
    case .tableNotFound(let name, let reason):
      return "the survival table '\(name)' can't be read: \(reason)"
    }
  }
}

extension Double {
  /// The value, if it is a finite number above zero.
  static func positive(_ value: Double, _ parameter: String) throws(LifetimeError) -> Double {
    guard value.isFinite, value > 0 else {
      throw .impossible(parameter: parameter, value: value, rule: "it must be above 0")
    }
    return value
  }

  /// The value, if it is a finite number of zero or more.
  static func notNegative(_ value: Double, _ parameter: String) throws(LifetimeError) -> Double {
    guard value.isFinite, value >= 0 else {
      throw .impossible(parameter: parameter, value: value, rule: "it must be 0 or above")
    }
    return value
  }
}
