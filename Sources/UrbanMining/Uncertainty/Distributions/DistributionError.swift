/// Why a text or a set of parameters is not a distribution.
public enum DistributionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A parameter has a value that the rule excludes.
  case impossible(parameter: String, value: Double, rule: String)
  /// No family has this name.
  case unknownFamily(String)
  /// The family exists but not with these parameters.
  case wrongParameters(family: String, given: [String], allowed: [[String]])
  /// The text is not a call with named parameters; `column` counts characters from 1.
  case syntax(column: Int, problem: String)

  public var description: String {
    switch self {
    case .impossible(let parameter, let value, let rule):
      return "\(parameter): \(plainNumber(value)) is not possible: \(rule)"
    case .unknownFamily(let name):
      return "there is no distribution '\(name)'; the families are "
        + Distribution.familyNames.joined(separator: ", ")
    case .wrongParameters(let family, let given, let allowed):
      let forms = allowed.map { "\(family)(" + $0.map { "\($0):" }.joined(separator: ", ") + ")" }
      let had = given.isEmpty ? "none were given" : "given were " + given.joined(separator: ", ")
      return "\(family) takes \(forms.joined(separator: " or ")); \(had)"
    case .syntax(let column, let problem): return "character \(column): \(problem)"
    }
  }
}
