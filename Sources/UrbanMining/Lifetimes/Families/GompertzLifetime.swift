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

  /// ∫₀^∞ weight(a) · S(a) da, up to the age at which the survival has fallen below 1e-20; in four pieces,
  /// each smooth at its own scale.
  private func integral(_ weight: (Double) -> Double) -> Double {
    let end = Double.log(onePlus: 46 / shape) / rate
    return (0..<4).reduce(0.0) { sum, piece in
      let (from, to) = (end * Double(piece) / 4, end * Double(piece + 1) / 4)
      return sum
        + UrbanMining.integral(from: from, to: to) { weight($0) * survival(atAge: $0) }
    }
  }
}
