// The factories: each checks its parameters and keeps the text in which they were given. A deviation of
// zero means that every unit lives equally long, so it gives a fixed lifetime.
extension Lifetime {
  /// All of a cohort leaves at this age: S(a) = 1 for a < years, else 0.
  public static func fixed(years: Double) throws(LifetimeError) -> Lifetime {
    Lifetime(.fixed(try FixedLifetime(years: years)), .numbers(.fixed, years, 0))
  }

  /// A bell curve: S(a) = ½·erfc((a − mean)/(sd·√2)). The share below age 0 leaves at once.
  public static func normal(
    mean: Double, standardDeviation sd: Double
  ) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.normal, mean, sd)
    let mean = try Double.notNegative(mean, "mean")
    guard try Double.notNegative(sd, "sd") > 0 else { return try fixed(mean, words) }
    return Lifetime(.normal(NormalLifetime(mean: mean, standardDeviation: sd)), words)
  }

  /// A bell curve with the part below age 0 cut off and the rest scaled up to a share of one.
  ///
  /// The parameters are those of the bell curve before the cut; `mean` of the result is larger.
  public static func truncatedNormal(
    mean: Double, standardDeviation sd: Double
  ) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.truncatedNormal, mean, sd)
    let mean = try Double.notNegative(mean, "mean")
    guard try Double.notNegative(sd, "sd") > 0 else { return try fixed(mean, words) }
    let family = TruncatedNormalLifetime(parentMean: mean, parentDeviation: sd)
    return Lifetime(.truncatedNormal(family), words)
  }

  /// The absolute value of a normal variable with location `mu` and scale `sigma`.
  public static func foldedNormal(mu: Double, sigma: Double) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.foldedNormal, mu, sigma)
    let mu = try Double.notNegative(mu, "mu")
    guard try Double.notNegative(sigma, "sigma") > 0 else { return try fixed(mu, words) }
    let family = FoldedNormalLifetime(location: mu, scale: sigma)
    return Lifetime(.foldedNormal(family), words)
  }

  /// A log-normal lifetime by the mean and deviation of the lifetime itself (not of its logarithm).
  public static func logNormal(
    mean: Double, standardDeviation sd: Double
  ) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.logNormalByMean, mean, sd)
    let mean = try Double.positive(mean, "mean")
    guard try Double.notNegative(sd, "sd") > 0 else { return try fixed(mean, words) }
    let family = LogNormalLifetime(mean: mean, standardDeviation: sd)
    // The square of a ratio below 1e-162 is zero.
    guard family.sigma > 0 else { return try fixed(mean, words) }
    return Lifetime(.logNormal(family), words)
  }

  /// A log-normal lifetime by its median and the deviation of its logarithm.
  public static func logNormal(median: Double, sigma: Double) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.logNormalByMedian, median, sigma)
    let median = try Double.positive(median, "median")
    guard try Double.notNegative(sigma, "sigma") > 0 else { return try fixed(median, words) }
    let family = LogNormalLifetime(median: median, sigma: sigma)
    return Lifetime(.logNormal(family), words)
  }

  /// A Weibull lifetime: S(a) = exp(−(a/scale)^shape).
  public static func weibull(shape: Double, scale: Double) throws(LifetimeError) -> Lifetime {
    let family = WeibullLifetime(
      shape: try .positive(shape, "shape"), scale: try .positive(scale, "scale"))
    let words = LifetimeWording.numbers(.weibullByScale, shape, scale)
    return Lifetime(.weibull(family), words)
  }

  /// A Weibull lifetime by its mean: scale = mean / Γ(1 + 1/shape).
  public static func weibull(shape: Double, mean: Double) throws(LifetimeError) -> Lifetime {
    let family = WeibullLifetime(
      shape: try .positive(shape, "shape"), mean: try .positive(mean, "mean"))
    guard family.scale > 0 else {
      throw .impossible(
        parameter: "shape", value: shape, rule: "it is so small that no scale gives the mean")
    }
    let words = LifetimeWording.numbers(.weibullByMean, shape, mean)
    return Lifetime(.weibull(family), words)
  }

  /// A Weibull lifetime of which half has left at age `t50` and nine tenths at age `t90`.
  public static func weibull(t50: Double, t90: Double) throws(LifetimeError) -> Lifetime {
    let half = try Double.positive(t50, "t50")
    let ninety = try Double.positive(t90, "t90")
    guard ninety > half else {
      throw .impossible(parameter: "t90", value: t90, rule: "it must be above t50")
    }
    let family = WeibullLifetime(half: half, ninety: ninety)
    return Lifetime(.weibull(family), .numbers(.weibullByQuantiles, t50, t90))
  }

  /// A gamma lifetime: S(a) = Q(shape, a/scale).
  public static func gamma(shape: Double, scale: Double) throws(LifetimeError) -> Lifetime {
    let family = GammaLifetime(
      shape: try .positive(shape, "shape"), scale: try .positive(scale, "scale"))
    guard shape <= GammaLifetime.largestShape else {
      throw .impossible(
        parameter: "shape", value: shape, rule: "above 1e8 a lifetime is as good as fixed")
    }
    let words = LifetimeWording.numbers(.gammaByScale, shape, scale)
    return Lifetime(.gamma(family), words)
  }

  /// A gamma lifetime by its mean and deviation: shape = (mean/sd)², scale = sd²/mean.
  public static func gamma(
    mean: Double, standardDeviation sd: Double
  ) throws(LifetimeError) -> Lifetime {
    let words = LifetimeWording.numbers(.gammaByMean, mean, sd)
    let mean = try Double.positive(mean, "mean")
    guard try Double.notNegative(sd, "sd") > 0 else { return try fixed(mean, words) }
    let family = GammaLifetime(mean: mean, standardDeviation: sd)
    guard family.shape <= GammaLifetime.largestShape else {
      throw .impossible(
        parameter: "sd", value: sd, rule: "it must be 0 or above 1e-4 of the mean")
    }
    return Lifetime(.gamma(family), words)
  }

  /// A log-logistic lifetime: S(a) = 1/(1 + (a/scale)^shape); `scale` is its median.
  public static func logLogistic(shape: Double, scale: Double) throws(LifetimeError) -> Lifetime {
    let family = LogLogisticLifetime(
      shape: try .positive(shape, "shape"), scale: try .positive(scale, "scale"))
    let words = LifetimeWording.numbers(.logLogistic, shape, scale)
    return Lifetime(.logLogistic(family), words)
  }

  /// A Gompertz lifetime: S(a) = exp(−shape·(exp(rate·a) − 1)).
  public static func gompertz(shape: Double, rate: Double) throws(LifetimeError) -> Lifetime {
    let family = GompertzLifetime(
      shape: try .positive(shape, "shape"), rate: try .positive(rate, "rate"))
    let words = LifetimeWording.numbers(.gompertz, shape, rate)
    return Lifetime(.gompertz(family), words)
  }

  /// A lifetime without wear: S(a) = exp(−a/mean).
  public static func exponential(mean: Double) throws(LifetimeError) -> Lifetime {
    let family = ExponentialLifetime(mean: try .positive(mean, "mean"))
    return Lifetime(.exponential(family), .numbers(.exponential, mean, 0))
  }

  /// Each whole year the share `p` of what is left leaves: S(a) = (1 − p)^⌊a⌋.
  public static func geometric(p: Double) throws(LifetimeError) -> Lifetime {
    guard p > 0, p <= 1 else {
      throw .impossible(parameter: "p", value: p, rule: "it must be above 0 and at most 1")
    }
    return Lifetime(.geometric(GeometricLifetime(p: p)), .numbers(.geometric, p, 0))
  }

  /// A lifetime equally likely anywhere between two ages.
  public static func uniform(from: Double, to: Double) throws(LifetimeError) -> Lifetime {
    let start = try Double.notNegative(from, "from")
    guard to.isFinite, to > start else {
      throw .impossible(parameter: "to", value: to, rule: "it must be above from")
    }
    let words = LifetimeWording.numbers(.uniform, from, to)
    return Lifetime(.uniform(UniformLifetime(from: start, to: to)), words)
  }

  /// A survival curve by points, straight in between, from age 0 down to a share of zero.
  /// - Parameters:
  ///   - ages: in years, rising, the first 0.
  ///   - survival: the share still in use at each age, never rising, the last 0.
  ///   - name: what the text form calls the table.
  public static func table(
    ages: [Double], survival: [Double], name: String
  ) throws(LifetimeError) -> Lifetime {
    let family = try TabulatedLifetime(ages: ages, survival: survival)
    return Lifetime(.table(family), .text("table(file: \(name))"))
  }

  /// A survival curve by points that its text form lists: `table(0: 1, 10: 0.5, 25: 0)`.
  public static func table(
    ages: [Double], survival: [Double]
  ) throws(LifetimeError) -> Lifetime {
    Lifetime(.table(try TabulatedLifetime(ages: ages, survival: survival)))
  }

  /// Several lifetimes, each for a share of a cohort; the weights sum to one.
  public static func mixture(
    _ parts: [(weight: Double, lifetime: Lifetime)]
  ) throws(LifetimeError) -> Lifetime {
    Lifetime(
      .mixture(
        try MixtureLifetime(parts.map { .init(weight: $0.weight, lifetime: $0.lifetime) })))
  }

  private static func fixed(
    _ years: Double, _ words: LifetimeWording
  ) throws(LifetimeError) -> Lifetime {
    Lifetime(.fixed(try FixedLifetime(years: years)), words)
  }
}
