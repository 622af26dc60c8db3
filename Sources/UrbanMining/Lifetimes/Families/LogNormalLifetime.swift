internal import RealModule

/// A lifetime whose logarithm is normal: few early losses, a long tail.
///
/// ```
/// S(a) = ½ · erfc(ln(a / median) / (sigma · √2))
/// sigma² = ln(1 + sd²/mean²),  median = mean / √(1 + sd²/mean²)
/// ```
/// Limpert, Stahel & Abbt (2001), doi:10.1641/0006-3568(2001)051[0341:LNDATS]2.0.CO;2.
struct LogNormalLifetime: LifetimeDistribution {
  let median: Double
  /// The standard deviation of the logarithm.
  let sigma: Double

  init(median: Double, sigma: Double) {
    self.median = median
    self.sigma = sigma
  }

  init(mean: Double, standardDeviation: Double) {
    let ratio = standardDeviation / mean
    sigma = Double.log(onePlus: ratio * ratio).squareRoot()
    median = mean / (1 + ratio * ratio).squareRoot()
  }

  func survival(atAge age: Double) -> Double {
    age > 0 ? StandardNormal.upper(.log(age / median) / sigma) : 1
  }

  func density(atAge age: Double) -> Double? {
    age > 0 ? StandardNormal.density(.log(age / median) / sigma) / (sigma * age) : 0
  }

  func hazard(atAge age: Double) -> Double? {
    age > 0 ? StandardNormal.hazard(.log(age / median) / sigma) / (sigma * age) : 0
  }

  var mean: Double { median * .exp(sigma * sigma / 2) }
  var standardDeviation: Double { mean * Double.expMinusOne(sigma * sigma).squareRoot() }

  func age(atShareLeft share: Double) -> Double {
    median * .exp(sigma * StandardNormal.quantile(share))
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .logNormal(LogNormalLifetime(median: median * factor, sigma: sigma))
  }
}
