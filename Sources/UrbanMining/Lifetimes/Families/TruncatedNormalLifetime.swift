internal import RealModule

/// A normal distribution cut off below age 0 and scaled up so that all of it lies at ages above.
///
/// ```
/// S(a) = Φ((mean − a) / sd) / Φ(mean / sd)
/// ```
/// `parentMean` and `parentDeviation` are those of the normal before it is cut; cutting raises the mean.
/// Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, §13.10.
struct TruncatedNormalLifetime: LifetimeDistribution {
  let parentMean: Double
  let parentDeviation: Double

  func survival(atAge age: Double) -> Double {
    min(1, StandardNormal.upper((age - parentMean) / parentDeviation) / share)
  }

  func density(atAge age: Double) -> Double? {
    StandardNormal.density((age - parentMean) / parentDeviation) / (parentDeviation * share)
  }

  func hazard(atAge age: Double) -> Double? {
    StandardNormal.hazard((age - parentMean) / parentDeviation) / parentDeviation
  }

  var mean: Double { parentMean + parentDeviation * cut }

  var standardDeviation: Double {
    let start = -parentMean / parentDeviation
    return parentDeviation * (1 + cut * (start - cut)).squareRoot()
  }

  func age(atShareLeft left: Double) -> Double {
    let upper = StandardNormal.upperQuantile((1 - left) * share)
    return max(0, parentMean + parentDeviation * upper)
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .truncatedNormal(
      TruncatedNormalLifetime(
        parentMean: parentMean * factor, parentDeviation: parentDeviation * factor))
  }

  /// The share of the parent that lies above age 0.
  private var share: Double { StandardNormal.upper(-parentMean / parentDeviation) }
  /// The parent's hazard at age 0 in units of its deviation: what the cut adds to the mean.
  private var cut: Double { StandardNormal.hazard(-parentMean / parentDeviation) }
}
