/// Numbers of a model that are not known exactly, and what they may be instead.
public struct UncertainParameter: Hashable, Sendable {
  /// What it is about: a key as in scenarios, or `PROCESS.lifetime.ELEMENT.mean` for one parameter of a
  /// lifetime.
  public let key: String
  public let change: Change
  /// The dimensions, by name, over whose elements draws are independent; along all others one draw
  /// holds for all.
  public let over: [String]
  public let path: Path
  /// When a draw holds: in all years, from a year on, or more and more between two years, as the changes of a
  /// scenario do. With the weight w of a year, a number x that a draw makes x′ becomes x + w·(x′ − x).
  public let passage: ChangePath
  /// How shares are made to sum to what they summed to before, where they are.
  public let normalization: Normalization?
  public let provenance: Provenance

  /// What a draw does with the numbers.
  public enum Change: Hashable, Sendable {
    /// Multiplies numbers; stretches a lifetime in time.
    case relative(Distribution)
    /// Takes their place.
    case absolute(Distribution)
    /// Multiplies the odds p / (1 − p) of a share, which stays between 0 and 1.
    case odds(Distribution)
    /// Shares of one whole: Dirichlet with this sum of its parameters, and the model's shares as means.
    case dirichlet(concentration: Double)
    /// One of several lifetimes.
    case oneOf([LifetimeChoice])
  }

  /// How draws of different periods hang together.
  public enum Path: Hashable, Sendable {
    /// One draw for all periods.
    case once
    /// A draw of its own for each period.
    case yearly
    /// A path in which the scores of neighbouring periods have this correlation, above -1 and below 1.
    /// ```
    /// z₀ = ε₀,   zₜ = φ·zₜ₋₁ + √(1 − φ²)·εₜ
    /// ```
    case autoregressive(correlation: Double)
  }

  /// How drawn shares are brought back to their former sum.
  public enum Normalization: Hashable, Sendable {
    /// All are scaled by one factor.
    case proportional
    /// The elements that are named keep what was drawn, first to last, as far as it fits; the others share
    /// what is left in proportion. Bornhöft et al. (2016), doi:10.1016/j.envsoft.2015.11.023.
    case priority([String])
  }

  public init(
    key: String, _ change: Change, over: [String] = [], path: Path = .once,
    passage: ChangePath = .always, normalization: Normalization? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.key = key
    self.change = change
    self.over = over
    self.path = path
    self.passage = passage
    self.normalization = normalization
    self.provenance = provenance
  }
}

/// One of the lifetimes that a draw chooses among.
public struct LifetimeChoice: Hashable, Sendable {
  public let lifetime: Shape
  public let weight: Double

  /// A lifetime in full, or a family with the mean and deviation of the lifetime that it replaces.
  public enum Shape: Hashable, Sendable {
    case lifetime(Lifetime)
    case family(Family)
  }

  /// The families that a mean and a deviation determine.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case normal, lognormal, weibull, gamma
  }

  public init(_ lifetime: Shape, weight: Double = 1) {
    self.lifetime = lifetime
    self.weight = weight
  }

  /// The lifetime in the place of another.
  func lifetime(insteadOf other: Lifetime) throws(LifetimeError) -> Lifetime {
    switch lifetime {
    case .lifetime(let own): return own
    case .family(let family):
      let (mean, sd) = (other.mean, other.standardDeviation)
      guard mean.isFinite, sd.isFinite else {
        throw .impossible(parameter: "mean", value: mean, rule: "it must be finite")
      }
      switch family {
      case .normal: return try .normal(mean: mean, standardDeviation: sd)
      case .lognormal: return try .logNormal(mean: mean, standardDeviation: sd)
      case .gamma: return try .gamma(mean: mean, standardDeviation: sd)
      case .weibull:
        guard sd > 0 else { return try .fixed(years: mean) }
        return try .weibull(shape: try weibullShape(mean: mean, deviation: sd), mean: mean)
      }
    }
  }
}

/// The shape of the Weibull distribution with this mean and deviation: the ratio of the two falls as the
/// shape rises, so that it is found by bisection.
private func weibullShape(mean: Double, deviation: Double) throws(LifetimeError) -> Double {
  var (low, high) = (0.1, 1000.0)
  for _ in 0..<200 {
    let middle = (low * high).squareRoot()
    let own = try Lifetime.weibull(shape: middle, mean: mean).standardDeviation
    if own > deviation { low = middle } else { high = middle }
  }
  return high
}

/// Uncertain parameters whose draws hang together.
public struct CorrelatedGroup: Hashable, Sendable {
  public let name: String
  /// The keys of uncertain parameters; one that is over a dimension stands for all of its draws.
  public let keys: [String]
  public let ranks: Ranks

  /// The rank correlations (Spearman's).
  public enum Ranks: Hashable, Sendable {
    /// The same for each pair.
    case same(Double)
    /// A row and a column for each draw.
    case matrix([[Double]])
  }

  public init(name: String, keys: [String], ranks: Ranks) {
    self.name = name
    self.keys = keys
    self.ranks = ranks
  }

  /// The matrix for so many draws.
  func matrix(size: Int) -> [[Double]] {
    switch ranks {
    case .matrix(let matrix): matrix
    case .same(let rank):
      (0..<size).map { row in (0..<size).map { $0 == row ? 1 : rank } }
    }
  }
}
