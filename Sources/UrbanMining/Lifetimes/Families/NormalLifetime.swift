internal import RealModule

/// A lifetime spread evenly around its mean (bell curve).
///
/// ```
/// S(a) = ½ · erfc((a − mean) / (sd · √2))
/// ```
/// The curve has a tail below age 0: that share of a cohort leaves at once, as in the peers. Where it
/// matters, ``TruncatedNormalLifetime`` has no such tail.
struct NormalLifetime: LifetimeDistribution {
  let mean: Double
  let standardDeviation: Double

  func survival(atAge age: Double) -> Double {
    StandardNormal.upper((age - mean) / standardDeviation)
  }

  func density(atAge age: Double) -> Double? {
    StandardNormal.density((age - mean) / standardDeviation) / standardDeviation
  }

  func hazard(atAge age: Double) -> Double? {
    StandardNormal.hazard((age - mean) / standardDeviation) / standardDeviation
  }

  func age(atShareLeft share: Double) -> Double {
    mean + standardDeviation * StandardNormal.quantile(share)
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .normal(NormalLifetime(mean: mean * factor, standardDeviation: standardDeviation * factor))
  }
}
