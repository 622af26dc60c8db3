internal import RealModule

/// A lifetime whose hazard grows exponentially with age, as human mortality does.
///
/// ```
/// S(a) = exp(−shape · (exp(rate · a) − 1))
/// ```
/// The mean is e^shape · E₁(shape) / rate; like the deviation it has no elementary form and is
/// integrated from the survival. Gompertz (1825), doi:10.1098/rstl.1825.0026.
struct GompertzLifetime: LifetimeDistribution {
  let shape: Double
  let rate: Double

  func survival(atAge age: Double) -> Double {
    .exp(-shape * .expMinusOne(rate * age))
  }

  func density(atAge age: Double) -> Double? {
    shape * rate * .exp(rate * age - shape * .expMinusOne(rate * age))
  }

  func hazard(atAge age: Double) -> Double? { shape * rate * .exp(rate * age) }

  /// ∫ S da.
  var mean: Double { integral { _ in 1 } }

  /// √(2·∫ a·S da − mean²).
  var standardDeviation: Double {
    let mean = mean
    return (2 * integral { $0 } - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double {
    .log(onePlus: -.log(onePlus: -share) / shape) / rate
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .gompertz(GompertzLifetime(shape: shape, rate: rate / factor))
  }

  /// ∫₀^∞ weight(a) · S(a) da by the double-exponential (tanh-sinh) rule on [0, end], where the survival
  /// has fallen below 1e-20 at the end. Takahasi & Mori (1974), doi:10.2977/prims/1195192451.
  private func integral(_ weight: (Double) -> Double) -> Double {
    let end = Double.log(onePlus: 46 / shape) / rate
    let step = 1.0 / 64
    var sum = 0.0
    for index in -256...256 {
      let u = Double(index) * step
      let inner = Double.pi / 2 * .sinh(u)
      let age = end / (1 + .exp(-2 * inner))
      let slope = end / 2 * (Double.pi / 2) * .cosh(u) / (.cosh(inner) * .cosh(inner))
      if slope > 0 && slope.isFinite { sum += weight(age) * survival(atAge: age) * slope }
    }
    return sum * step
  }
}
