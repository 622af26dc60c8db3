/// When in its period a cohort enters the stock.
///
/// A position η = 0 is the start of the period and η = 1 its end. Results differ by 1–4 % between
/// conventions, so every result names its own.
public enum InflowTiming: Hashable, Sendable {
  /// All at the start of the period (η = 0).
  case start
  /// All in the middle (η = ½): the default.
  case middle
  /// All at the end (η = 1), as ODYM does.
  case end
  /// Evenly over the period: by Gauss–Lobatto quadrature with this number of points (2…64), or where it is
  /// nil to within 10⁻¹⁰ of a cohort for every lifetime, however short and with whatever jumps.
  case uniform(points: Int?)

  /// The text forms `start`, `middle`, `end`, `uniform` (to 10⁻¹⁰) and `uniform(N)`.
  public init?(_ text: String) {
    switch text {
    case "start": self = .start
    case "middle": self = .middle
    case "end": self = .end
    case "uniform": self = .uniform(points: nil)
    default:
      guard text.hasPrefix("uniform("), text.hasSuffix(")"),
        let points = Int(text.dropFirst(8).dropLast()), (2...64).contains(points)
      else { return nil }
      self = .uniform(points: points)
    }
  }

  /// What ``init(_:)`` reads, for messages.
  public static let forms = "start, middle, end, uniform or uniform(N) with N from 2 to 64"

  /// The positions in the period at which inflow arrives, each with its share; nil where they depend on the
  /// lifetime.
  public var nodes: [(position: Double, weight: Double)]? {
    switch self {
    case .start: [(0, 1)]
    case .middle: [(0.5, 1)]
    case .end: [(1, 1)]
    case .uniform(let points): points.map { gaussLobatto(points: $0) }
    }
  }
}

extension InflowTiming: CustomStringConvertible {
  /// The text form.
  public var description: String {
    switch self {
    case .start: "start"
    case .middle: "middle"
    case .end: "end"
    case .uniform(let points): points.map { "uniform(\($0))" } ?? "uniform"
    }
  }
}

extension InflowTiming {
  /// The convention in a sentence: inflow enters at `the middle of the year`.
  package var words: String {
    switch self {
    case .start: "the start of the year"
    case .middle: "the middle of the year"
    case .end: "the end of the year"
    case .uniform(let points):
      "an even rate through the year" + (points.map { " (\($0)-point quadrature)" } ?? "")
    }
  }
}
