internal import RealModule

/// What a number may be, and how likely: the distribution of an uncertain quantity.
///
/// Draws are made by the quantile function, so that every sampler works with every family:
///
///     let factor = try Distribution.triangular(from: 0.8, mode: 1, to: 1.1)
///     factor.quantile(0.5)   // half of the draws are below
///
/// It is made by the factory of its family, which checks its parameters, or from its text form.
public struct Distribution: Hashable, Sendable {
  let family: Family
  /// The text form: `normal(mean: 1, sd: 0.15)`.
  public let description: String

  /// The closed set of families.
  enum Family: Hashable, Sendable {
    case normal(mean: Double, deviation: Double)
    case truncatedNormal(TruncatedNormal)
    case logNormal(median: Double, sigma: Double)
    case uniform(from: Double, to: Double)
    case triangular(from: Double, mode: Double, to: Double)
    case beta(BetaQuantiles, from: Double, to: Double)
    case discrete(values: [Double], cumulative: [Double])
    case empirical(sorted: [Double])
  }

  init(_ family: Family, description: String) {
    self.family = family
    self.description = description
  }

  /// The value that a draw stays below with this probability.
  /// - Parameter probability: above 0 and below 1.
  /// - Complexity: O(1); O(log n) for n discrete values, a few continued fractions for a beta.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    switch family {
    case .normal(let mean, let deviation):
      return mean + deviation * StandardNormal.quantile(probability)
    case .truncatedNormal(let own): return own.quantile(probability)
    case .logNormal(let median, let sigma):
      return median * .exp(sigma * StandardNormal.quantile(probability))
    case .uniform(let from, let to): return from + (to - from) * probability
    case .triangular(let from, let mode, let to):
      let share = (mode - from) / (to - from)
      return probability < share
        ? from + ((to - from) * (mode - from) * probability).squareRoot()
        : to - ((to - from) * (to - mode) * (1 - probability)).squareRoot()
    case .beta(let own, let from, let to): return from + (to - from) * own.quantile(probability)
    case .discrete(let values, let cumulative):
      return values[firstIndex(in: cumulative) { $0 > probability } ?? values.count - 1]
    case .empirical(let sorted): return Quantiles.typeSeven(ofSorted: sorted, at: probability)
    }
  }

  /// The value at a score of the standard normal distribution: the quantile of Φ(score).
  func value(atScore score: Double) -> Double {
    switch family {
    case .normal(let mean, let deviation): mean + deviation * score
    case .logNormal(let median, let sigma): median * .exp(sigma * score)
    default: quantile(NormalScore.probability(score))
    }
  }

  /// Between which bounds all values lie; infinite where there is none.
  public var support: ClosedRange<Double> {
    switch family {
    case .normal: -Double.infinity...Double.infinity
    case .truncatedNormal(let own): own.from...own.to
    case .logNormal: 0...Double.infinity
    case .uniform(let from, let to), .triangular(let from, _, let to), .beta(_, let from, let to):
      from...to
    case .discrete(let values, _): values[0]...values[values.count - 1]
    case .empirical(let sorted): sorted[0]...sorted[sorted.count - 1]
    }
  }

  /// The probability of a value of zero or less.
  var shareAtOrBelowZero: Double {
    if case .normal(let mean, let deviation) = family {
      return StandardNormal.upper(mean / deviation)
    }
    if support.lowerBound > 0 { return 0 }
    if case .logNormal = family { return 0 }
    if support.upperBound <= 0 { return 1 }
    // By bisection: the quantile function rises through zero once.
    var (low, high) = (0x1p-60, 1 - 0x1p-53)
    if quantile(low) > 0 { return 0 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if quantile(middle) <= 0 { low = middle } else { high = middle }
    }
    return low
  }
}

/// A normal distribution of which only a part is kept.
struct TruncatedNormal: Hashable, Sendable {
  let mean: Double
  let deviation: Double
  let from: Double
  let to: Double

  /// Measured from the tail that is nearer, so that a cut or draw far out keeps its digits.
  func quantile(_ probability: Double) -> Double {
    let (low, high) = ((from - mean) / deviation, (to - mean) / deviation)
    let z: Double
    if low > 0 || (probability > 0.5 && high > 0) {
      let (above, rest) = (StandardNormal.upper(low), StandardNormal.upper(high))
      z = StandardNormal.upperQuantile(above * (1 - probability) + rest * probability)
    } else {
      let (below, most) = (StandardNormal.upper(-low), StandardNormal.upper(-high))
      z = StandardNormal.quantile(below * (1 - probability) + most * probability)
    }
    return min(max(mean + deviation * z, from), to)
  }
}

/// The first index of a rising list at which a condition holds, by bisection.
func firstIndex(in values: [Double], where holds: (Double) -> Bool) -> Int? {
  var (low, high) = (0, values.count)
  while low < high {
    let middle = (low + high) / 2
    if holds(values[middle]) { high = middle } else { low = middle + 1 }
  }
  return low < values.count ? low : nil
}
