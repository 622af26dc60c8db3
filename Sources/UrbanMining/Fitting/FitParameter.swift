internal import RealModule

/// A number of a model that is to be fitted.
///
/// The key is that of a scenario's change. It names a parameter of a lifetime
/// (`use.lifetime.cars.mean`), a whole lifetime (a factor on all ages), a number that is the same always
/// and everywhere (that number itself), other numbers (a factor on all of them), or with `.growth`
/// behind it a yearly rate g by which they grow beside what the model has: x(t) · e^(g·(t − t₀)).
public struct FitParameter: Hashable, Sendable {
  public let key: String
  /// Where the search starts; nil for the value of the model.
  public let start: Double?
  /// Between which values the best one lies; nil for the usual bounds.
  public let bounds: ClosedRange<Double>?
  /// What is known of it beforehand.
  public let prior: Prior?

  /// Knowledge from elsewhere.
  public enum Prior: Hashable, Sendable {
    case normal(mean: Double, standardDeviation: Double)
    case logNormal(median: Double, sigma: Double)

    /// Knowledge written as a distribution: a `normal` or a `lognormal`; nil for another one.
    public init?(_ distribution: Distribution) {
      switch distribution.family {
      case .normal(let mean, let deviation):
        self = .normal(mean: mean, standardDeviation: deviation)
      case .logNormal(let median, let sigma): self = .logNormal(median: median, sigma: sigma)
      default: return nil
      }
    }

    /// How many standard deviations a value is away.
    func score(_ value: Double) -> Double {
      switch self {
      case .normal(let mean, let deviation): (value - mean) / deviation
      case .logNormal(let median, let sigma):
        value > 0 ? Double.log(value / median) / sigma : -.infinity
      }
    }

    /// ln of the density, but for a constant.
    func logDensity(_ value: Double) -> Double {
      let score = score(value)
      if case .logNormal = self { return value > 0 ? -score * score / 2 - .log(value) : -.infinity }
      return -score * score / 2
    }
  }

  public init(
    _ key: String, start: Double? = nil, bounds: ClosedRange<Double>? = nil, prior: Prior? = nil
  ) {
    self.key = key
    self.start = start
    self.bounds = bounds
    self.prior = prior
  }
}
