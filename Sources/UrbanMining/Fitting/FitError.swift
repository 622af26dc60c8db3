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
  /// A rule that ages break.
  case age(String)
  /// At how many different ages something left, of the two that are needed.
  case tooFewAges(Int)
  case notFinite(String)
  /// The model has no solution at some values of the parameters.
  case unsolvable(String)
  case notConverged
  /// A robust loss says no probabilities.
  case lossOfPosterior
  /// All that is wrong with observations.
  case several([FitError])

  public var description: String {
    switch self {
    case .noParameters: "name what is to be fitted"
    case .tooFewObservations(let count, let needed):
      "\(count) \(count == 1 ? "observation is" : "observations are") too few: at least \(needed) "
        + (needed == 1 ? "is needed" : "are needed")
    case .unknownKey(let error): error.description
    case .parameter(let key, let reason): "'\(key)' can't be fitted: \(reason)"
    case .unknownSeries(let name, let known):
      "the model has no series '\(name)': there are \(known.joined(separator: ", "))"
    case .unknownYear(let year, let span):
      "there is an observation of \(plainNumber(year)), but the model runs from \(span)"
    case .undefined(let series, let year):
      "'\(series)' is not defined in \(plainNumber(year))"
    case .mixedUncertainties: "give all observations an uncertainty, or none"
    case .age(let rule): rule
    case .tooFewAges(let count):
      "something left at \(count == 0 ? "no age" : "one age alone"): a lifetime needs two different "
        + "ones at least"
    case .notFinite(let what): "\(what) is not a finite number"
    case .unsolvable(let reason): reason
    case .lossOfPosterior:
      "the posterior takes errors as normal: with a robust loss there is none; leave one of them out"
    case .several(let faults): faults.map(\.description).joined(separator: "\n")
    case .notConverged: "no best values were found: the search did not settle"
    }
  }
}
