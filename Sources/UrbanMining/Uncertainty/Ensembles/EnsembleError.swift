/// Why an ensemble can't be computed.
public enum EnsembleError: Error, Hashable, Sendable, CustomStringConvertible {
  case nothingUncertain
  case plan(SystemPlanError)
  case draw(DrawFault)
  /// The draws of a block, counted from 0, and why one of them has no solution.
  case unsolvable(String)
  case block(ClosedRange<Int>, reason: String)
  case unknownSeries(String, known: [String])
  /// Who wanted the values of each block could not take them.
  case notTaken(String)

  public var description: String {
    switch self {
    case .nothingUncertain: "the model does not say what is uncertain: it has no part 'uncertainty'"
    case .plan(let error): error.description
    case .draw(let fault): fault.description
    case .unsolvable(let reason): reason
    case .block(let draws, let reason):
      "among draws \(draws.lowerBound) to \(draws.upperBound): \(reason)"
    case .notTaken(let reason): reason
    case .unknownSeries(let name, let known):
      "there is no series '\(name)': there are \(known.joined(separator: ", "))"
    }
  }
}
