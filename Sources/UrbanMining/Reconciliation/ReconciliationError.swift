/// Why a measured system can't be reconciled.
public enum ReconciliationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Exact values that can't all hold: each contradiction that stands alone.
  case contradictions([Contradiction])
  /// The quantities whose bounds can't be kept together, and whether one of the bounds is an upper one.
  case bounds([String], isUpper: Bool)
  case singularCovariance(String)
  /// No values were found; some of those that still moved.
  case notConverged(moving: [String])

  /// Exact values, and the equations that they would have to keep.
  public struct Contradiction: Hashable, Sendable, CustomStringConvertible {
    public let exact: [String]
    public let equations: [String]

    public var description: String {
      "\(exact.count == 1 ? "this exact value can't" : "these exact values can't all") hold: "
        + ReconciliationError.list(exact) + "; they contradict "
        + equations.joined(separator: " and ")
        + ". Give one of them an uncertainty, or leave it open"
    }
  }

  public var description: String {
    switch self {
    case .contradictions(let found): found.map(\.description).joined(separator: "\n")
    case .bounds(let names, let isUpper):
      "no solution keeps \(ReconciliationError.list(names)) from falling below zero"
        + (isUpper ? " or a concentration from rising above 1" : "")
        + ": exact values or the directions of flows are wrong"
    case .singularCovariance(let text): text
    case .notConverged(let moving):
      "no consistent values were found: the measurements are too far from any solution, or shares and "
        + "concentrations are unknown on all sides"
        + (moving.isEmpty
          ? "" : "; what moved to the end: \(ReconciliationError.list(moving))")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
