internal import RealModule

/// The survival curve of data with censoring, without assuming a family.
///
/// ```
/// S(t) = Π (1 − dᵢ / nᵢ) over ages tᵢ ≤ t     dᵢ left at tᵢ of the nᵢ still watched
/// Var ln S = Σ dᵢ / (nᵢ·(nᵢ − dᵢ))            (Greenwood)
/// ```
/// A unit that came under observation at a later age is among those watched from then on. The 95 % limits are
/// on the scale of ln(−ln S), so that they stay between 0 and 1. Kaplan & Meier (1958),
/// doi:10.1080/01621459.1958.10501452; Kalbfleisch & Prentice (2002), doi:10.1002/9781118032985.
public struct KaplanMeier: Hashable, Sendable {
  /// One for each age at which something left, the youngest first.
  public let steps: [Step]

  public struct Step: Hashable, Sendable {
    public let age: Double
    /// How many were still watched just before.
    public let atRisk: Double
    public let left: Double
    /// The share still in use after this age.
    public let survival: Double
    /// The ends of the 95 % interval; nil where nothing is left.
    public let low: Double?
    public let high: Double?
  }

  /// Nil where of some ages only an interval is known.
  /// - Complexity: O(n log n).
  public init?(_ data: SurvivalData) {
    guard data.leftBy.allSatisfy({ $0 == nil }) else { return nil }
    let order = data.ages.indices.sorted { data.ages[$0] < data.ages[$1] }
    let entries = data.ages.indices.sorted { data.entered[$0] < data.entered[$1] }
    var (atRisk, entry) = (0.0, 0)
    let z = StandardNormal.upperQuantile(0.025)
    var (survival, variance, place) = (1.0, 0.0, 0)
    var steps: [Step] = []
    while place < order.count {
      let age = data.ages[order[place]]
      while entry < entries.count, data.entered[entries[entry]] < age {
        atRisk += data.counts[entries[entry]]
        entry += 1
      }
      var (left, gone) = (0.0, 0.0)
      while place < order.count, data.ages[order[place]] == age {
        let count = data.counts[order[place]]
        gone += count
        if data.hasLeft[order[place]] { left += count }
        place += 1
      }
      if left > 0 {
        let rest = atRisk - left
        survival = rest > 0 ? survival * rest / atRisk : 0
        variance += rest > 0 ? left / (atRisk * rest) : .infinity
        let own = Double.log(survival)
        let width = z * variance.squareRoot() / own
        steps.append(
          Step(
            age: age, atRisk: atRisk, left: left, survival: survival,
            low: survival > 0 ? .exp(own * .exp(-width)) : nil,
            high: survival > 0 ? .exp(own * .exp(width)) : nil))
      }
      atRisk -= gone
    }
    self.steps = steps
  }

  /// S at an age.
  public func survival(atAge age: Double) -> Double {
    steps.last { $0.age <= age }?.survival ?? 1
  }
}
