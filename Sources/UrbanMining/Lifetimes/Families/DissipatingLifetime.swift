internal import RealModule

/// A lifetime with in-use dissipation: beside the end of life, a constant share of what is in use is worn
/// or washed off each year.
///
/// ```
/// S(a) = exp(−rate · a) · S₀(a)
/// ```
/// with the survival S₀ without dissipation; the hazards add up.
struct DissipatingLifetime: LifetimeDistribution {
  let base: Lifetime
  let rate: Double

  func survival(atAge age: Double) -> Double { .exp(-rate * age) * base.survival(atAge: age) }

  func density(atAge age: Double) -> Double? {
    base.density(atAge: age).map { .exp(-rate * age) * $0 + rate * survival(atAge: age) }
  }

  var mean: Double { moment { _ in 1 } }

  var standardDeviation: Double {
    let mean = mean
    return max(0, 2 * moment { $0 } - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double { ageByBisection(atShareLeft: share) }

  func area(from younger: Double, to older: Double) -> Double {
    pieces(from: younger, to: older).reduce(0) { sum, piece in
      sum + integral(from: piece.from, to: piece.to) { survival(atAge: $0) }
    }
  }

  func breaks(below oldest: Double) -> [Double] {
    base.breaks(below: oldest)
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .dissipating(DissipatingLifetime(base: base.rescaled(by: factor), rate: rate / factor))
  }

  /// ∫ weight(a) · S(a) da up to the age at which e^(−46) is left of either cause.
  private func moment(_ weight: (Double) -> Double) -> Double {
    let end = min(46 / rate, base.age(atShareLeft: 1 - 1e-15) * 4)
    return pieces(from: 0, to: end).reduce(0) { sum, piece in
      sum + integral(from: piece.from, to: piece.to) { weight($0) * survival(atAge: $0) }
    }
  }

  /// An interval cut at the quantiles of the base, where a survival with jumps or kinks has them.
  private func pieces(from: Double, to: Double) -> [(from: Double, to: Double)] {
    let cuts = [1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-6]
      .map { base.age(atShareLeft: $0) }.filter { $0 > from && $0 < to }
    let bounds = ([from] + cuts + [to]).sorted()
    return zip(bounds, bounds.dropFirst()).map { (from: $0, to: $1) }
  }
}
