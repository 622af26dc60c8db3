/// Why a measured system can't be reconciled.
public enum ReconciliationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Exact values that can't all hold, and the equations that they would have to keep.
  case contradiction(exact: [String], equations: [String])
  /// The quantities whose bounds can't be kept together.
  case bounds([String])
  case singularCovariance(String)
  case notConverged

  public var description: String {
    switch self {
    case .contradiction(let exact, let equations):
      "\(exact.count == 1 ? "this exact value can't" : "these exact values can't all") hold: "
        + ReconciliationError.list(exact) + "; they contradict "
        + equations.joined(separator: " and ")
        + ". Give one of them an uncertainty, or leave it open"
    case .bounds(let names):
      "no solution keeps \(ReconciliationError.list(names)) from falling below zero: exact values or the "
        + "directions of flows are wrong"
    case .singularCovariance(let text): text
    case .notConverged:
      "no consistent values were found: the measurements are too far from any solution, or shares and "
        + "concentrations are unknown on all sides"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
