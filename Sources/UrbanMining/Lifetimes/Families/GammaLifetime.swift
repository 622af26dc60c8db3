internal import RealModule

/// A gamma lifetime: the waiting time for `shape` events of an even rate.
///
/// ```
/// S(a) = Q(shape, a / scale)      Q: regularised upper incomplete gamma function
/// ```
/// with mean `shape · scale` and variance `shape · scale²`. NIST DLMF §8.2.
struct GammaLifetime: LifetimeDistribution {
  /// Evaluating Q takes about √shape terms: above this it would seem to hang.
  static let largestShape = 1e8

  let shape: Double
  let scale: Double

  init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  init(mean: Double, standardDeviation: Double) {
    let ratio = mean / standardDeviation
    self.init(shape: ratio * ratio, scale: standardDeviation / ratio)
  }

  func survival(atAge age: Double) -> Double {
    IncompleteGamma.upper(shape, age / scale)
  }

  /// The density; nil at age 0 for a shape below 1, where it is infinite.
  func density(atAge age: Double) -> Double? {
    guard age > 0 else { return shape < 1 ? nil : shape == 1 ? 1 / scale : 0 }
    return IncompleteGamma.factor(shape, age / scale) * shape / age
  }

  var mean: Double { shape * scale }
  var standardDeviation: Double { shape.squareRoot() * scale }
  func age(atShareLeft share: Double) -> Double { ageByBisection(atShareLeft: share) }

  func stretched(by factor: Double) -> Lifetime.Family {
    .gamma(GammaLifetime(shape: shape, scale: scale * factor))
  }
}
