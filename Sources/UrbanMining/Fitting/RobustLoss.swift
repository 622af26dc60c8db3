internal import RealModule

/// How much a residual counts: squares, or less for those that are far out.
///
/// With z = residual / uncertainty, the sum of ρ(z²) is made least. Holland & Welsch (1977),
/// doi:10.1080/03610927708827533.
public enum RobustLoss: String, Hashable, Sendable, CaseIterable {
  /// ρ(s) = s
  case squared
  /// ρ(s) = s up to s = 1, 2·√s − 1 beyond: what is far out counts in proportion.
  case huber
  /// ρ(s) = ln(1 + s): what is very far out no longer counts.
  case cauchy

  func value(_ square: Double) -> Double {
    switch self {
    case .squared: square
    case .huber: square <= 1 ? square : 2 * square.squareRoot() - 1
    case .cauchy: .log(onePlus: square)
    }
  }

  /// ρ′: the weight of a residual.
  func weight(_ square: Double) -> Double {
    switch self {
    case .squared: 1
    case .huber: square <= 1 ? 1 : 1 / square.squareRoot()
    case .cauchy: 1 / (1 + square)
    }
  }
}
