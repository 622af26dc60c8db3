internal import RealModule

/// A quantity that grows towards a ceiling: the stock per inhabitant of a country that is built up.
///
/// ```
/// logistic    s(t) = ceiling / (1 + exp(−rate · (t − midpoint)))
/// Gompertz    s(t) = ceiling · exp(−exp(−rate · (t − midpoint)))
/// ```
/// The midpoint is the year of fastest growth, in which the logistic curve has reached 1/2 of the ceiling and
/// the Gompertz curve 1/e = 0.368. Verhulst (1838); Gompertz (1825), doi:10.1098/rstl.1825.0026. Saturating
/// stocks per capita drive stocks of metals in Müller (2006), doi:10.1016/j.ecolecon.2005.09.025.
public struct SaturationCurve: Hashable, Sendable {
  public let shape: Shape
  /// What it grows towards; above 0.
  public let ceiling: Double
  /// How fast, per year; above 0.
  public let rate: Double
  /// The year of fastest growth.
  public let midpoint: Double

  public enum Shape: String, Hashable, Sendable, CaseIterable {
    case logistic, gompertz
  }

  /// - Parameters:
  ///   - shape: logistic or Gompertz.
  ///   - ceiling: what it grows towards; above 0.
  ///   - rate: how fast, per year; above 0.
  ///   - midpoint: the year of fastest growth.
  /// - Throws: where a parameter is not possible.
  public init(
    _ shape: Shape, ceiling: Double, rate: Double, midpoint: Double
  ) throws(SaturationError) {
    guard ceiling > 0, ceiling.isFinite else { throw .parameter("ceiling", ceiling) }
    guard rate > 0, rate.isFinite else { throw .parameter("rate", rate) }
    guard midpoint.isFinite else { throw .parameter("midpoint", midpoint) }
    self.init(unchecked: shape, ceiling, rate, midpoint)
  }

  init(unchecked shape: Shape, _ ceiling: Double, _ rate: Double, _ midpoint: Double) {
    self.shape = shape
    self.ceiling = ceiling
    self.rate = rate
    self.midpoint = midpoint
  }

  /// The value in a year.
  public func value(at year: Double) -> Double {
    ceiling * share(at: year)
  }

  /// The stock of a population at the label of each period: inhabitants × s(t).
  /// - Parameters:
  ///   - population: inhabitants in each period.
  ///   - time: the periods.
  public func stock(of population: [Double], over time: TimeAxis) -> [Double] {
    precondition(population.count == time.count, "there is one population for each period")
    return zip(population, time.labels).map { $0 * value(at: $1) }
  }

  /// The share of the ceiling that is reached.
  func share(at year: Double) -> Double {
    let decline = Double.exp(-rate * (year - midpoint))
    return switch shape {
    case .logistic: 1 / (1 + decline)
    case .gompertz: .exp(-decline)
    }
  }

  /// ∂s/∂rate and ∂s/∂midpoint, as shares of the ceiling.
  func slopes(at year: Double) -> (rate: Double, midpoint: Double) {
    let decline = Double.exp(-rate * (year - midpoint))
    let share = share(at: year)
    // −ds/dx at x = rate·(t − midpoint), without ∞ · 0 far below the midpoint.
    let steepness =
      switch shape {
      case .logistic: share * (1 - share)
      case .gompertz: share == 0 ? 0 : share * decline
      }
    return (steepness * (year - midpoint), -steepness * rate)
  }
}

/// Why there is no saturation curve.
public enum SaturationError: Error, Hashable, Sendable, CustomStringConvertible {
  case parameter(String, Double)
  case tooFewPoints(Int, needed: Int)
  case notFinite(year: Double)
  /// The series does not bend, so that no ceiling can be told from it.
  case noCeiling

  public var description: String {
    switch self {
    case .parameter(let name, let value):
      "the \(name) of a saturation curve can't be \(plainNumber(value))"
        + (name == "midpoint" ? "" : ": it must be above 0")
    case .tooFewPoints(let count, let needed):
      "\(count) points do not determine a saturation curve: it needs \(needed) or more"
    case .notFinite(let year): "the value of \(plainNumber(year)) is not a finite number"
    case .noCeiling:
      "the series shows no ceiling: give one (from a country that is further on, say) and fit the rest"
    }
  }
}
