internal import RealModule

/// The absolute value of a normal variable: what would lie below age 0 is folded to the age above.
///
/// ```
/// S(a) = ½ · [erfc((a − mu) / (sigma · √2)) + erfc((a + mu) / (sigma · √2))]
/// ```
/// Leone, Nelson & Nottingham (1961), doi:10.2307/1266560.
struct FoldedNormalLifetime: LifetimeDistribution {
  let location: Double
  let scale: Double

  func survival(atAge age: Double) -> Double {
    StandardNormal.upper((age - location) / scale) + StandardNormal.upper((age + location) / scale)
  }

  func density(atAge age: Double) -> Double? {
    (StandardNormal.density((age - location) / scale)
      + StandardNormal.density((age + location) / scale)) / scale
  }

  var mean: Double {
    let z = location / scale
    return 2 * scale * StandardNormal.density(z) + location * .erf(z / 2.0.squareRoot())
  }

  var standardDeviation: Double {
    (location * location + scale * scale - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double { ageByBisection(atShareLeft: share) }

  func stretched(by factor: Double) -> Lifetime.Family {
    .foldedNormal(FoldedNormalLifetime(location: location * factor, scale: scale * factor))
  }
}
