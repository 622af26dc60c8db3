internal import RealModule

// The factories: each checks its parameters and keeps the text in which they were given.
extension Distribution {
  /// A bell curve, without bounds.
  public static func normal(
    mean: Double, standardDeviation sd: Double
  ) throws(DistributionError) -> Distribution {
    let family = Family.normal(mean: try finite(mean, "mean"), deviation: try positive(sd, "sd"))
    return Distribution(family, description: lifetimeText("normal", [("mean", mean), ("sd", sd)]))
  }

  /// A bell curve of which only the part between two bounds is kept and scaled up.
  ///
  /// Mean and deviation are those before the cut.
  public static func truncatedNormal(
    mean: Double, standardDeviation sd: Double, from: Double, to: Double
  ) throws(DistributionError) -> Distribution {
    try rises(from, to)
    let own = TruncatedNormal(
      mean: try finite(mean, "mean"), deviation: try positive(sd, "sd"), from: from, to: to)
    let share =
      mean < from
      ? StandardNormal.upper((from - mean) / sd) - StandardNormal.upper((to - mean) / sd)
      : StandardNormal.upper((mean - to) / sd) - StandardNormal.upper((mean - from) / sd)
    guard share > 1e-12 else {
      throw .impossible(
        parameter: "mean", value: mean,
        rule: "next to nothing of the curve is left between the bounds")
    }
    return Distribution(
      .truncatedNormal(own),
      description: lifetimeText(
        "truncated-normal", [("mean", mean), ("sd", sd), ("from", from), ("to", to)]))
  }

  /// A log-normal distribution by its median and the deviation of its logarithm.
  public static func logNormal(
    median: Double, sigma: Double
  ) throws(DistributionError) -> Distribution {
    let family = Family.logNormal(
      median: try positive(median, "median"), sigma: try positive(sigma, "sigma"))
    return Distribution(
      family, description: lifetimeText("lognormal", [("median", median), ("sigma", sigma)]))
  }

  /// A log-normal distribution by its own mean and deviation (not those of its logarithm).
  /// ```
  /// sigma² = ln(1 + (sd / mean)²),   median = mean · e^(−sigma²/2)
  /// ```
  public static func logNormal(
    mean: Double, standardDeviation sd: Double
  ) throws(DistributionError) -> Distribution {
    let ratio = try positive(sd, "sd") / (try positive(mean, "mean"))
    let variance = Double.log(onePlus: ratio * ratio)
    return Distribution(
      .logNormal(median: mean * .exp(-variance / 2), sigma: variance.squareRoot()),
      description: lifetimeText("lognormal", [("mean", mean), ("sd", sd)]))
  }

  /// Every value between two bounds alike.
  public static func uniform(from: Double, to: Double) throws(DistributionError) -> Distribution {
    try rises(from, to)
    return Distribution(
      .uniform(from: from, to: to),
      description: lifetimeText("uniform", [("from", from), ("to", to)]))
  }

  /// A density that rises in a line to the mode and falls in a line behind it.
  public static func triangular(
    from: Double, mode: Double, to: Double
  ) throws(DistributionError) -> Distribution {
    try rises(from, to)
    return Distribution(
      .triangular(from: from, mode: try between(mode, from, to), to: to),
      description: lifetimeText("triangular", [("from", from), ("mode", mode), ("to", to)]))
  }

  /// A smooth hump between two bounds: a beta distribution with mean (from + 4·mode + to) / 6.
  ///
  /// ```
  /// alpha = 1 + 4·(mode − from) / (to − from),   beta = 1 + 4·(to − mode) / (to − from)
  /// ```
  /// Malcolm et al. (1959), doi:10.1287/opre.7.5.646.
  public static func pert(
    from: Double, mode: Double, to: Double
  ) throws(DistributionError) -> Distribution {
    try rises(from, to)
    let share = (try between(mode, from, to) - from) / (to - from)
    return Distribution(
      .beta(BetaQuantiles(alpha: 1 + 4 * share, beta: 5 - 4 * share), from: from, to: to),
      description: lifetimeText("pert", [("from", from), ("mode", mode), ("to", to)]))
  }

  /// A beta distribution on the unit interval.
  public static func beta(alpha: Double, beta: Double) throws(DistributionError) -> Distribution {
    try Distribution(
      .beta(checkedBeta(alpha, beta), from: 0, to: 1),
      description: lifetimeText("beta", [("alpha", alpha), ("beta", beta)]))
  }

  /// A beta distribution on the unit interval by its mean and deviation.
  public static func beta(
    mean: Double, standardDeviation sd: Double
  ) throws(DistributionError) -> Distribution {
    guard mean > 0, mean < 1 else {
      throw .impossible(parameter: "mean", value: mean, rule: "it must lie between 0 and 1")
    }
    let size = mean * (1 - mean) / (try positive(sd, "sd") * sd) - 1
    guard size > 0 else {
      throw .impossible(
        parameter: "sd", value: sd, rule: "it must be below the square root of mean · (1 − mean)")
    }
    return try Distribution(
      .beta(checkedBeta(mean * size, (1 - mean) * size), from: 0, to: 1),
      description: lifetimeText("beta", [("mean", mean), ("sd", sd)]))
  }

  /// Single values, each with its weight.
  public static func discrete(
    _ choices: [(weight: Double, value: Double)]
  ) throws(DistributionError) -> Distribution {
    guard !choices.isEmpty else { throw .syntax(column: 1, problem: "at least one value") }
    for choice in choices {
      _ = try positive(choice.weight, "a weight")
      _ = try finite(choice.value, "a value")
    }
    let sorted = choices.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    let cumulative = sorted.map { choice in
      sum += choice.weight
      return sum / total
    }
    let text = choices.map { "\(plainNumber($0.weight)): \(plainNumber($0.value))" }
    return Distribution(
      .discrete(values: sorted.map(\.value), cumulative: cumulative),
      description: "discrete(" + text.joined(separator: ", ") + ")")
  }

  /// Observed values: the quantiles run in lines from one to the next (type 7, as in NumPy).
  public static func empirical(_ values: [Double]) throws(DistributionError) -> Distribution {
    guard values.count > 1 else { throw .syntax(column: 1, problem: "at least two values") }
    for value in values { _ = try finite(value, "a value") }
    return Distribution(
      .empirical(sorted: values.sorted()),
      description: "empirical(" + values.map(plainNumber).joined(separator: ", ") + ")")
  }

  private static func checkedBeta(
    _ alpha: Double, _ beta: Double
  ) throws(DistributionError) -> BetaQuantiles {
    for (name, value) in [("alpha", alpha), ("beta", beta)] where !(value >= 0.05 && value <= 1e5) {
      throw .impossible(parameter: name, value: value, rule: "it must lie between 0.05 and 100000")
    }
    return BetaQuantiles(alpha: alpha, beta: beta)
  }

  private static func finite(
    _ value: Double, _ name: String
  ) throws(DistributionError) -> Double {
    guard value.isFinite else {
      throw .impossible(parameter: name, value: value, rule: "it must be a finite number")
    }
    return value
  }

  private static func positive(
    _ value: Double, _ name: String
  ) throws(DistributionError) -> Double {
    guard value.isFinite, value > 0 else {
      throw .impossible(parameter: name, value: value, rule: "it must be above 0")
    }
    return value
  }

  private static func rises(_ from: Double, _ to: Double) throws(DistributionError) {
    _ = try finite(from, "from")
    guard try finite(to, "to") > from else {
      throw .impossible(
        parameter: "to", value: to, rule: "it must be above from (\(plainNumber(from)))")
    }
  }

  private static func between(
    _ mode: Double, _ from: Double, _ to: Double
  ) throws(DistributionError) -> Double {
    guard mode >= from, mode <= to else {
      throw .impossible(
        parameter: "mode", value: mode,
        rule: "it must lie from \(plainNumber(from)) to \(plainNumber(to))")
    }
    return mode
  }
}
