/// A lifetime that is equally likely anywhere between two ages.
///
/// ```
/// S(a) = 1 for a ≤ from;  (to − a) / (to − from) between;  0 for a ≥ to
/// ```
struct UniformLifetime: LifetimeDistribution {
  let from: Double
  let to: Double

  func survival(atAge age: Double) -> Double {
    min(1, max(0, (to - age) / (to - from)))
  }

  func density(atAge age: Double) -> Double? {
    age >= from && age < to ? 1 / (to - from) : 0
  }

  var mean: Double { (from + to) / 2 }
  var standardDeviation: Double { (to - from) / 12.0.squareRoot() }
  func age(atShareLeft share: Double) -> Double { from + share * (to - from) }

  /// In pieces between the kinks of the survival.
  func area(from younger: Double, to older: Double) -> Double {
    func area(to age: Double) -> Double {
      let falling = min(max(age, from), to)
      let left = survival(atAge: falling)
      return min(age, from) + (falling - from) * (1 + left) / 2
    }
    return area(to: older) - area(to: younger)
  }

  func breaks(below oldest: Double) -> [Double] {
    [from, to].filter { $0 < oldest }
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .uniform(UniformLifetime(from: from * factor, to: to * factor))
  }
}
