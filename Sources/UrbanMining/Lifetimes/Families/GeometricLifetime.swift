internal import RealModule

/// A lifetime in whole years: each year the same share `p` of what is left leaves at its end.
///
/// ```
/// S(a) = (1 − p)^⌊a⌋
/// ```
/// It leaves in jumps, so it has no density; its mean is 1/p.
struct GeometricLifetime: LifetimeDistribution {
  let p: Double

  func survival(atAge age: Double) -> Double {
    // Without this, p = 1 gives 0 · ln 0 in the first year.
    age < 1 ? 1 : .exp(age.rounded(.down) * .log(onePlus: -p))
  }

  func density(atAge age: Double) -> Double? { nil }
  var mean: Double { 1 / p }
  var standardDeviation: Double { (1 - p).squareRoot() / p }

  func age(atShareLeft share: Double) -> Double {
    let years = max(1, (Double.log(onePlus: -share) / .log(onePlus: -p)).rounded(.up))
    // Rounding may take a whole number of years for a little more.
    return 1 - survival(atAge: years - 1) >= share ? years - 1 : years
  }

  /// Whole years have one survival each.
  func area(from younger: Double, to older: Double) -> Double {
    /// Σ (1 − p)^k over the whole years below an age, and the part of the year that it is in.
    func area(to age: Double) -> Double {
      let whole = age.rounded(.down)
      let full = -Double.expMinusOne(whole * .log(onePlus: -p)) / p
      return full + (age - whole) * survival(atAge: whole)
    }
    return area(to: older) - area(to: younger)
  }

  /// Every whole year.
  func breaks(below oldest: Double) -> [Double] {
    stride(from: 1, to: oldest, by: 1).map { $0 }
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .geometric(GeometricLifetime(p: min(1, p / factor)))
  }
}
