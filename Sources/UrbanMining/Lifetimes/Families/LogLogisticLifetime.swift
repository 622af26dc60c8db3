internal import RealModule

/// A lifetime whose hazard rises and then falls (for `shape > 1`), with a heavy tail.
///
/// ```
/// S(a) = 1 / (1 + (a / scale)^shape)
/// ```
/// `scale` is the median. The mean is infinite for shape ≤ 1, the deviation for shape ≤ 2.
/// Bennett (1983), doi:10.2307/2347295.
struct LogLogisticLifetime: LifetimeDistribution {
  let shape: Double
  let scale: Double

  func survival(atAge age: Double) -> Double { 1 / (1 + .pow(age / scale, shape)) }

  func density(atAge age: Double) -> Double? {
    hazard(atAge: age).map { $0 * survival(atAge: age) }
  }

  /// The hazard; nil at age 0 for a shape below 1, where it is infinite.
  ///
  /// Written with a negative power, which far out in the tail vanishes instead of overflowing.
  func hazard(atAge age: Double) -> Double? {
    guard age > 0 else { return shape < 1 ? nil : shape == 1 ? 1 / scale : 0 }
    return shape / (age * (1 + .pow(age / scale, -shape)))
  }

  var mean: Double {
    guard shape > 1 else { return .infinity }
    let angle = Double.pi / shape
    return scale * angle / .sin(angle)
  }

  var standardDeviation: Double {
    guard shape > 2 else { return .infinity }
    let angle = Double.pi / shape
    let second = scale * scale * 2 * angle / .sin(2 * angle)
    return (second - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double {
    scale * .pow(share / (1 - share), 1 / shape)
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .logLogistic(LogLogisticLifetime(shape: shape, scale: scale * factor))
  }
}
