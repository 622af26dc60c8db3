/// Several lifetimes in one stream, each holding for a fixed share of a cohort.
///
/// ```
/// S(a) = Σ weightᵢ · Sᵢ(a),  Σ weightᵢ = 1
/// ```
struct MixtureLifetime: LifetimeDistribution {
  struct Part: Hashable, Sendable {
    let weight: Double
    let lifetime: Lifetime
  }

  let parts: [Part]

  init(_ parts: [Part]) throws(LifetimeError) {
    for part in parts { _ = try Double.positive(part.weight, "weight") }
    let sum = parts.reduce(0) { $0 + $1.weight }
    guard abs(sum - 1) <= Double(parts.count) * .ulpOfOne else {
      throw .impossible(parameter: "sum of weights", value: sum, rule: "the weights sum to 1")
    }
    self.init(unchecked: parts)
  }

  func survival(atAge age: Double) -> Double {
    sum { $0.survival(atAge: age) }
  }

  /// The density; nil where a part has none.
  func density(atAge age: Double) -> Double? {
    var total = 0.0
    for part in parts {
      guard let density = part.lifetime.density(atAge: age) else { return nil }
      total += part.weight * density
    }
    return total
  }

  var mean: Double { sum(\.mean) }

  var standardDeviation: Double {
    let mean = mean
    guard mean.isFinite else { return .infinity }
    let second = sum { $0.standardDeviation * $0.standardDeviation + $0.mean * $0.mean }
    return max(0, second - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double { ageByBisection(atShareLeft: share) }

  func area(from younger: Double, to older: Double) -> Double {
    sum { $0.timeInUse(from: younger, to: older) }
  }

  func breaks(below oldest: Double) -> [Double] {
    parts.flatMap { $0.lifetime.breaks(below: oldest) }
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .mixture(
      MixtureLifetime(
        unchecked: parts.map {
          Part(weight: $0.weight, lifetime: $0.lifetime.rescaled(by: factor))
        }))
  }

  private init(unchecked parts: [Part]) {
    self.parts = parts
  }

  private func sum(_ value: (Lifetime) -> Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * value($1.lifetime) }
  }
}
