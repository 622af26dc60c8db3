internal import RealModule

/// A Weibull lifetime: wear-out with a failure rate that rises (`shape > 1`) with age.
///
/// The share of a cohort still in use at age `a` is
/// ```
/// S(a) = exp(−(a / scale)^shape)
/// ```
/// with mean `scale · Γ(1 + 1/shape)`. Weibull (1951), doi:10.1115/1.4010337.
struct WeibullLifetime: LifetimeDistribution {
  let shape: Double
  let scale: Double

  init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  init(shape: Double, mean: Double) {
    self.init(shape: shape, scale: mean / .gamma(1 + 1 / shape))
  }

  /// The Weibull lifetime of which half has left at age `half` and nine tenths at age `ninety`.
  ///
  /// From S(half) = ½ and S(ninety) = 1/10: shape = ln(ln 10 / ln 2) / ln(ninety / half).
  init(half: Double, ninety: Double) {
    let shape = Double.log(.log(10) / .log(2)) / .log(ninety / half)
    self.init(shape: shape, scale: half / .pow(.log(2), 1 / shape))
  }

  func survival(atAge age: Double) -> Double {
    age > 0 ? .exp(-.pow(age / scale, shape)) : 1
  }

  func density(atAge age: Double) -> Double? {
    let survival = survival(atAge: age)
    // The hazard may be infinite where nothing is left.
    return survival > 0 ? hazard(atAge: age).map { $0 * survival } : 0
  }

  /// The hazard; nil at age 0 for a shape below 1, where it is infinite.
  func hazard(atAge age: Double) -> Double? {
    guard age > 0 else { return shape < 1 ? nil : shape == 1 ? 1 / scale : 0 }
    return shape / scale * .pow(age / scale, shape - 1)
  }

  var mean: Double { scale * .gamma(1 + 1 / shape) }

  /// The deviation through ln Γ: the difference of the gammas themselves cancels for large shapes.
  var standardDeviation: Double {
    mean * Double.expMinusOne(.logGamma(1 + 2 / shape) - 2 * .logGamma(1 + 1 / shape)).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double {
    scale * .pow(-.log(onePlus: -share), 1 / shape)
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .weibull(WeibullLifetime(shape: shape, scale: scale * factor))
  }
}
