/// A lifetime that is the same for every unit: all of a cohort leaves at one age.
///
/// ```
/// S(a) = 1 for a < years, else 0
/// ```
struct FixedLifetime: LifetimeDistribution {
  let years: Double

  init(years: Double) throws(LifetimeError) {
    self.years = try .notNegative(years, "years")
  }

  func survival(atAge age: Double) -> Double { age < years ? 1 : 0 }
  func density(atAge age: Double) -> Double? { nil }
  var mean: Double { years }
  var standardDeviation: Double { 0 }
  func age(atShareLeft share: Double) -> Double { years }

  func area(from younger: Double, to older: Double) -> Double {
    min(older, years) - min(younger, years)
  }

  func breaks(below oldest: Double) -> [Double] {
    years < oldest ? [years] : []
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .fixed(FixedLifetime(unchecked: years * factor))
  }

  private init(unchecked years: Double) {
    self.years = years
  }
}
