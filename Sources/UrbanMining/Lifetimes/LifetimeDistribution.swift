/// What every family of lifetimes can do. Ages are in years and never negative.
protocol LifetimeDistribution: Hashable, Sendable {
  /// The share of a cohort that is still in use at this age.
  func survival(atAge age: Double) -> Double
  /// The survival at each of several ages, in one call.
  func survival(atAges ages: [Double]) -> [Double]
  /// The rate at which the survival falls, per year; nil for a lifetime that leaves in jumps.
  func density(atAge age: Double) -> Double?
  /// The density over the survival, per year; nil where there is none.
  func hazard(atAge age: Double) -> Double?
  /// The mean of the distribution, years; infinite where the integral diverges.
  var mean: Double { get }
  /// The standard deviation of the distribution, years.
  var standardDeviation: Double { get }
  /// The age at which the share `share` of a cohort has left, 0 < share < 1.
  func age(atShareLeft share: Double) -> Double
  /// ∫ S da between two ages, in years: how long a unit of a cohort is in use between them.
  func area(from younger: Double, to older: Double) -> Double
  /// The ages below one at which the survival jumps or bends.
  func breaks(below oldest: Double) -> [Double]
  /// The same lifetime with all ages multiplied by a factor.
  func stretched(by factor: Double) -> Lifetime.Family
}

extension LifetimeDistribution {
  func survival(atAges ages: [Double]) -> [Double] {
    ages.map { survival(atAge: $0) }
  }

  func hazard(atAge age: Double) -> Double? {
    guard let density = density(atAge: age) else { return nil }
    let survival = survival(atAge: age)
    return survival > 0 ? density / survival : nil
  }

  func breaks(below oldest: Double) -> [Double] { [] }

  func area(from younger: Double, to older: Double) -> Double {
    integral(from: younger, to: older) { survival(atAge: $0) }
  }

  /// Finds the age by bisection; for families without a closed form.
  /// - Complexity: at most 2,100 evaluations (all exponents and bits of a double), about 100 usually.
  func ageByBisection(atShareLeft share: Double) -> Double {
    let target = 1 - share
    var (low, high) = (0.0, max(1, mean.isFinite ? mean : 1))
    while survival(atAge: high) > target { (low, high) = (high, high * 2) }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if survival(atAge: middle) > target { low = middle } else { high = middle }
    }
  }
}
