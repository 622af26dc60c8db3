/// Why nothing can be fitted.
public enum FitError: Error, Hashable, Sendable, CustomStringConvertible {
  case noParameters
  case tooFewObservations(Int, needed: Int)
  case unknownKey(UnknownKey)
  /// A parameter that can't be fitted, and why.
  case parameter(String, String)
  case unknownSeries(String, known: [String])
  case unknownYear(Double, span: String)
  /// A result that the model does not define in a year.
  case undefined(series: String, year: Double)
  case mixedUncertainties
  case notFinite(String)
  /// The model has no solution at some values of the parameters.
  case unsolvable(String)
  case notConverged

  public var description: String {
    switch self {
    case .noParameters: "name what is to be fitted"
    case .tooFewObservations(let count, let needed):
      "\(count) observations are too few: at least \(needed) are needed"
    case .unknownKey(let error): error.description
    case .parameter(let key, let reason): "'\(key)' can't be fitted: \(reason)"
    case .unknownSeries(let name, let known):
      "the model has no series '\(name)': there are \(known.joined(separator: ", "))"
    case .unknownYear(let year, let span):
      "there is an observation of \(plainNumber(year)), but the model runs from \(span)"
    case .undefined(let series, let year):
      "'\(series)' is not defined in \(plainNumber(year))"
    case .mixedUncertainties: "give all observations an uncertainty, or none"
    case .notFinite(let what): "\(what) is not a finite number"
    case .unsolvable(let reason): reason
    case .notConverged: "no best values were found: the search did not settle"
    }
  }
}
