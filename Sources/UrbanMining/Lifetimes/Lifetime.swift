/// How long a unit stays in use: a residence-time distribution.
///
/// A lifetime is made by the factory of its family, which checks its parameters, or from its text form:
///
///     let roofs = try Lifetime.weibull(shape: 3, mean: 45)
///     let cans = try Lifetime("fixed(years: 1)")
///     roofs.survival(atAge: 30)   // the share of a cohort still in use
///
/// Ages are in years and never negative; survival, density and hazard at a negative age are a
/// programmer's mistake.
public struct Lifetime: Hashable, Sendable {
  let family: Family
  private let wording: LifetimeWording

  /// The text form, as contract and files write it: `weibull(shape: 3, mean: 45)`.
  public var description: String { wording.text }

  /// The closed set of families.
  enum Family: Hashable, Sendable {
    case fixed(FixedLifetime)
    case normal(NormalLifetime)
    case truncatedNormal(TruncatedNormalLifetime)
    case foldedNormal(FoldedNormalLifetime)
    case logNormal(LogNormalLifetime)
    case weibull(WeibullLifetime)
    case gamma(GammaLifetime)
    case logLogistic(LogLogisticLifetime)
    case gompertz(GompertzLifetime)
    case exponential(ExponentialLifetime)
    case geometric(GeometricLifetime)
    case uniform(UniformLifetime)
    case table(TabulatedLifetime)
    case mixture(MixtureLifetime)
    indirect case dissipating(DissipatingLifetime)
  }

  /// - Parameter wording: how it was given; by default the family's own parameters.
  init(_ family: Family, _ wording: LifetimeWording? = nil) {
    self.family = family
    self.wording = wording ?? family.wording
  }

  /// S(a): the share of a cohort that is still in use at this age.
  public func survival(atAge age: Double) -> Double {
    precondition(age >= 0, "an age is not negative")
    return distribution.survival(atAge: age)
  }

  /// S at each of several ages: faster than one call for each.
  public func survival(atAges ages: [Double]) -> [Double] {
    precondition(ages.allSatisfy { $0 >= 0 }, "an age is not negative")
    return distribution.survival(atAges: ages)
  }

  /// f(a) = −dS/da, per year; nil where the lifetime leaves in jumps or the density is infinite.
  public func density(atAge age: Double) -> Double? {
    precondition(age >= 0, "an age is not negative")
    return distribution.density(atAge: age)
  }

  /// h(a) = f(a) / S(a), per year; nil where there is no density or nothing is left.
  public func hazard(atAge age: Double) -> Double? {
    precondition(age >= 0, "an age is not negative")
    return distribution.hazard(atAge: age)
  }

  /// The mean of the distribution, years; infinite where the integral diverges.
  ///
  /// It equals ∫ S da from 0, except for a plain normal, whose tail below age 0 belongs to its mean but
  /// not to the area.
  public var mean: Double { distribution.mean }

  /// The standard deviation of the distribution, years; infinite where the integral diverges.
  public var standardDeviation: Double { distribution.standardDeviation }

  /// The age at which half of a cohort has left.
  public var median: Double { age(atShareLeft: 0.5) }

  /// The quantile: the age at which this share of a cohort has left.
  /// - Parameter share: above 0 and below 1.
  public func age(atShareLeft share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share between 0 and 1")
    return distribution.age(atShareLeft: share)
  }

  /// ∫ S da between two ages: the mean time, in years, that a unit of a cohort is in use between them.
  public func timeInUse(from younger: Double, to older: Double) -> Double {
    precondition(younger >= 0 && older >= younger, "ages are not negative and rise")
    return distribution.area(from: younger, to: older)
  }

  /// The ages below one at which the survival jumps or bends, and some on its way down: between them it can
  /// be integrated by few points, however short the lifetime is.
  func breaks(below oldest: Double) -> [Double] {
    distribution.breaks(below: oldest)
      + [0.01, 0.5, 0.99, 1 - 1e-5, 1 - 1e-9].map { age(atShareLeft: $0) }.filter { $0 < oldest }
  }

  /// The mean time, in years, that a unit of this age has still to live; nil where none has come so far.
  ///
  /// ```
  /// ∫ₐ^∞ S da / S(a)
  /// ```
  public func remainingLife(atAge age: Double) -> Double? {
    let survival = survival(atAge: age)
    guard survival > 0 else { return nil }
    guard mean.isFinite else { return .infinity }
    // Pieces of growing length, until what is left no longer counts.
    var (total, from, length) = (
      0.0, age, max(1, standardDeviation.isFinite ? standardDeviation : mean)
    )
    while self.survival(atAge: from) > 1e-17 * survival {
      // A heavy tail never ends. It leaves enough at this age for a difference of areas.
      guard from - age < 1e6 * mean else { return (mean - lived(until: age)) / survival }
      total += timeInUse(from: from, to: from + length)
      from += length
      length *= 1.5
    }
    return total / survival
  }

  /// ∫ S da from age 0, in pieces that double in length.
  private func lived(until age: Double) -> Double {
    var (total, from, length) = (0.0, 0.0, min(age, mean / 8))
    while from < age {
      let to = min(age, from + length)
      total += timeInUse(from: from, to: to)
      (from, length) = (to, 2 * length)
    }
    return total
  }

  /// The same lifetime with in-use dissipation: each year the share 1 − e^(−rate) of what is in use is
  /// worn or washed off beside the end of life. The rates of several causes add up.
  /// - Throws: `.impossible` where the rate is negative.
  public func dissipating(rate: Double) throws(LifetimeError) -> Lifetime {
    guard try Double.notNegative(rate, "rate") > 0 else { return self }
    if case .dissipating(let own) = family {
      return try own.base.dissipating(rate: own.rate + rate)
    }
    return Lifetime(.dissipating(DissipatingLifetime(base: self, rate: rate)))
  }

  /// The share of a cohort that in-use dissipation takes between two ages.
  ///
  /// ```
  /// rate · ∫ S da,   Σ weightᵢ · (that of part i) for a mixture
  /// ```
  /// - Parameter rate: of what surrounds this lifetime: rates add up.
  func dissipated(from younger: Double, to older: Double, rate: Double = 0) -> Double {
    switch family {
    case .dissipating(let own):
      own.base.dissipated(from: younger, to: older, rate: rate + own.rate)
    case .mixture(let own):
      own.parts.reduce(0) {
        $0 + $1.weight * $1.lifetime.dissipated(from: younger, to: older, rate: rate)
      }
    case _ where rate > 0:
      rate * DissipatingLifetime(base: self, rate: rate).area(from: younger, to: older)
    default: 0
    }
  }

  /// The same lifetime with every age multiplied by `factor`: S'(a) = S(a / factor).
  ///
  /// A geometric lifetime counts whole years and keeps doing so: its mean is multiplied.
  /// - Throws: `.impossible` where the factor is not above 0.
  public func stretched(by factor: Double) throws(LifetimeError) -> Lifetime {
    rescaled(by: try .positive(factor, "factor"))
  }

  func rescaled(by factor: Double) -> Lifetime {
    Lifetime(distribution.stretched(by: factor))
  }

  private var distribution: any LifetimeDistribution { family.distribution }
}

extension Lifetime.Family {
  var distribution: any LifetimeDistribution {
    switch self {
    case .fixed(let lifetime): lifetime
    case .normal(let lifetime): lifetime
    case .truncatedNormal(let lifetime): lifetime
    case .foldedNormal(let lifetime): lifetime
    case .logNormal(let lifetime): lifetime
    case .weibull(let lifetime): lifetime
    case .gamma(let lifetime): lifetime
    case .logLogistic(let lifetime): lifetime
    case .gompertz(let lifetime): lifetime
    case .exponential(let lifetime): lifetime
    case .geometric(let lifetime): lifetime
    case .uniform(let lifetime): lifetime
    case .table(let lifetime): lifetime
    case .mixture(let lifetime): lifetime
    case .dissipating(let lifetime): lifetime
    }
  }

  /// The text form in each family's own parameters.
  var wording: LifetimeWording {
    switch self {
    case .fixed(let own): .numbers(.fixed, own.years, 0)
    case .normal(let own): .numbers(.normal, own.mean, own.standardDeviation)
    case .truncatedNormal(let own):
      .numbers(.truncatedNormal, own.parentMean, own.parentDeviation)
    case .foldedNormal(let own): .numbers(.foldedNormal, own.location, own.scale)
    case .logNormal(let own): .numbers(.logNormalByMedian, own.median, own.sigma)
    case .weibull(let own): .numbers(.weibullByScale, own.shape, own.scale)
    case .gamma(let own): .numbers(.gammaByScale, own.shape, own.scale)
    case .logLogistic(let own): .numbers(.logLogistic, own.shape, own.scale)
    case .gompertz(let own): .numbers(.gompertz, own.shape, own.rate)
    case .exponential(let own): .numbers(.exponential, own.mean, 0)
    case .geometric(let own): .numbers(.geometric, own.p, 0)
    case .uniform(let own): .numbers(.uniform, own.from, own.to)
    case .table(let own):
      .text(lifetimeText("table", Array(zip(own.ages.map(plainNumber), own.shares))))
    case .dissipating(let own):
      .text("dissipating(\(plainNumber(own.rate)): \(own.base.description))")
    case .mixture(let own):
      .text(
        "mixture("
          + own.parts.map { "\(plainNumber($0.weight)): \($0.lifetime.description)" }
          .joined(separator: ", ") + ")")
    }
  }
}

/// A call with named numbers: `weibull(shape: 3, scale: 28)`.
func lifetimeText(_ family: String, _ parameters: [(label: String, value: Double)]) -> String {
  family + "("
    + parameters.map { "\($0.label): \(plainNumber($0.value))" }.joined(separator: ", ") + ")"
}

/// The shortest text that reads back as this number, without the `.0` of a whole one.
package func plainNumber(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
