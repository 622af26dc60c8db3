/// E-waste by the density method of the guidelines for e-waste statistics.
///
/// What was put on the market in the year c becomes waste in the year t with the density of the lifetime as
/// its weight, taken at the age in whole years or half a year later:
/// ```
/// Wₜ = Σ_{c ≤ t} f(t − c) · I_c         or         Wₜ = Σ_{c ≤ t} f(t − c + ½) · I_c
/// ```
/// A density at one point stands for the share that is discarded within a year, so the weights of one
/// cohort do not sum to one: some products are never discarded, or more than there were. For a Weibull
/// lifetime with shape 1.3 and scale 5 years they sum to 0.953 at whole years and to 1.009 half a year
/// later. The library's own stocks use the distribution function and lose nothing; this method is here
/// because published statistics use it. Forti, Baldé & Kuehr (2018), E-waste statistics: guidelines on
/// classification, reporting and indicators, second edition, United Nations University, ISBN
/// 978-92-808-9067-9; Wang et al. (2013), doi:10.1016/j.wasman.2013.05.005.
public struct DensityMethod: Hashable, Sendable {
  public let lifetime: Lifetime
  public let age: Age

  /// At which age the density of a year is taken.
  public enum Age: String, Hashable, Sendable, CaseIterable {
    /// At 0, 1, 2, … years, as the spreadsheets of the guidelines do.
    case wholeYears
    /// At ½, 1½, 2½, … years, as the programs of Statistics Netherlands do.
    case halfYears
  }

  /// Takes a lifetime that has a density.
  /// - Throws: ``EWasteError/noDensity(lifetime:)`` for a fixed or another lifetime without one.
  public init(_ lifetime: Lifetime, at age: Age = .wholeYears) throws(EWasteError) {
    guard lifetime.density(atAge: 0.5) != nil else {
      throw .noDensity(lifetime: lifetime.description)
    }
    self.lifetime = lifetime
    self.age = age
  }

  /// The weight of a cohort that entered so many years before, per year; 0 where the density is infinite,
  /// as at age 0 of a Weibull lifetime with a shape below 1.
  public func weight(atYear years: Int) -> Double {
    lifetime.density(atAge: Double(years) + (age == .wholeYears ? 0 : 0.5)) ?? 0
  }

  /// The sum of all weights of a cohort: 1 if nothing were lost.
  /// - Complexity: O(years until 10⁻¹² of a cohort are left), at most 10,000.
  public var sumOfWeights: Double {
    var (sum, years) = (0.0, 0)
    while years < 10_000, lifetime.survival(atAge: Double(years)) > 1e-12 {
      sum += weight(atYear: years)
      years += 1
    }
    return sum
  }

  /// The waste of each year out of what was put on the market in each of the same years, without gaps.
  /// - Parameter amounts: what was put on the market, year after year.
  /// - Returns: the waste, in the same unit.
  /// - Complexity: O(T²).
  public func arisings(of amounts: [Double]) -> [Double] {
    let weights = amounts.indices.map(weight(atYear:))
    return amounts.indices.map { year in
      (0...year).reduce(0) { $0 + weights[year - $1] * amounts[$1] }
    }
  }
}
