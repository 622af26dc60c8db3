internal import RealModule

/// What several Markov chains say of one number, and whether they say the same.
///
/// R̂ compares the spread between and within chains, each cut into halves: near 1 where they have mixed. The
/// effective sample size is what as many independent draws would be worth,
/// ```
/// ESS = draws / (−1 + 2·Σ P̂ₖ + ρ̂₂ₘ),   P̂ₖ = ρ̂₂ₖ + ρ̂₂ₖ₊₁ for k < m
/// ```
/// with P̂ₖ summed while positive, and never rising. Both are of the normal scores of ranks, so that they hold
/// for tails without end, too; R̂ is also that of distances from the median, so that chains of different width
/// are seen. Vehtari et al. (2021), doi:10.1214/20-BA1221; Gelman & Rubin (1992), doi:10.1214/ss/1177011136;
/// Geyer (1992), doi:10.1214/ss/1177011137.
public struct ChainSummary: Hashable, Sendable {
  public let mean: Double
  public let standardDeviation: Double
  public let median: Double
  /// The 2.5 % and 97.5 % quantiles.
  public let low: Double
  public let high: Double
  public let rHat: Double
  /// Of the middle of the distribution.
  public let effectiveSize: Double
  /// Of its 5 % and 95 % quantiles, the smaller one: what the ends of an interval are worth.
  public let tailSize: Double

  /// - Parameter chains: of the same length, at least four draws each.
  /// - Complexity: O(draws · (log draws + lags that count)).
  init(_ chains: [[Double]]) {
    let halves = chains.flatMap { chain -> [[Double]] in
      let half = chain.count / 2
      return [Array(chain.prefix(half)), Array(chain.suffix(half))]
    }
    let all = chains.flatMap { $0 }.sorted()
    let average = all.reduce(0, +) / Double(all.count)
    mean = average
    standardDeviation =
      (all.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(all.count - 1)).squareRoot()
    func quantile(_ probability: Double) -> Double {
      Quantiles.typeSeven(ofSorted: all, at: probability)
    }
    let middle = quantile(0.5)
    median = middle
    low = quantile(0.025)
    high = quantile(0.975)
    let scores = ChainSummary.normalScores(halves)
    let folded = ChainSummary.normalScores(halves.map { $0.map { abs($0 - middle) } })
    let bulk = ChainMixing(scores)
    rHat = max(bulk.rHat, ChainMixing(folded).rHat)
    effectiveSize = bulk.effectiveSize
    tailSize = [0.05, 0.95].map { probability in
      let end = quantile(probability)
      return ChainMixing(halves.map { $0.map { $0 <= end ? 1 : 0 } }).effectiveSize
    }.reduce(.infinity, min)
  }

  /// Φ⁻¹((rank − 3/8) / (n + 1/4)), with the mean rank of those that are equal.
  private static func normalScores(_ chains: [[Double]]) -> [[Double]] {
    let length = chains[0].count
    let values = chains.flatMap { $0 }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var scores = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      let rank = Double(first + last) / 2 + 1
      let score = StandardNormal.quantile((rank - 0.375) / (Double(values.count) + 0.25))
      for place in first...last { scores[order[place]] = score }
      first = last + 1
    }
    return chains.indices.map { Array(scores[$0 * length..<($0 + 1) * length]) }
  }
}

/// R̂ and the effective sample size of chains as they are.
private struct ChainMixing {
  let rHat: Double
  let effectiveSize: Double

  init(_ chains: [[Double]]) {
    let (count, length) = (Double(chains.count), Double(chains[0].count))
    let means = chains.map { $0.reduce(0, +) / length }
    let grand = means.reduce(0, +) / count
    /// The mean of the chains' autocovariances at a lag, divided by n.
    func covariance(_ lag: Int) -> Double {
      var sum = 0.0
      for (chain, mean) in zip(chains, means) {
        let values = chain.span
        for index in 0..<values.count - lag {
          sum += (values[index] - mean) * (values[index + lag] - mean)
        }
      }
      return sum / length / count
    }
    let within = covariance(0) * length / (length - 1)
    let between = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / max(1, count - 1)
    let whole = within * (length - 1) / length + between
    rHat = within > 0 ? (whole / within).squareRoot() : .nan
    let draws = length * count
    guard whole > 0 else {
      effectiveSize = draws
      return
    }
    func correlation(_ lag: Int) -> Double { 1 - (within - covariance(lag)) / whole }
    // ρ̂₀ is 1 by definition.
    var (sum, last, lag, even) = (0.0, Double.infinity, 0, 1.0)
    while lag + 1 < chains[0].count {
      let pair = even + correlation(lag + 1)
      guard pair > 0 else { break }
      last = min(last, pair)
      sum += last
      lag += 2
      even = lag < chains[0].count ? correlation(lag) : 0
    }
    effectiveSize = draws / max(2 * sum - 1 + max(0, even), 1 / .log10(draws))
  }
}
