internal import RealModule

/// A lifetime without wear: the same share of what is left leaves at every age.
///
/// ```
/// S(a) = exp(−a / mean)
/// ```
struct ExponentialLifetime: LifetimeDistribution {
  let mean: Double

  func survival(atAge age: Double) -> Double { .exp(-age / mean) }
  func density(atAge age: Double) -> Double? { .exp(-age / mean) / mean }
  func hazard(atAge age: Double) -> Double? { 1 / mean }
  var standardDeviation: Double { mean }
  func age(atShareLeft share: Double) -> Double { -mean * .log(onePlus: -share) }

  func stretched(by factor: Double) -> Lifetime.Family {
    .exponential(ExponentialLifetime(mean: mean * factor))
  }
}
