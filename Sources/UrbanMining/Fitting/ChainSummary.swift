internal import RealModule

/// What several Markov chains say of one number, and whether they say the same.
///
/// R̂ compares the spread between and within chains, each cut into halves: near 1 where they have mixed. The
/// effective sample size is what as many independent draws would be worth,
/// ```
/// ESS = draws / (−1 + 2·Σ P̂ₖ),   P̂ₖ = ρ̂₂ₖ + ρ̂₂ₖ₊₁
/// ```
/// summed while P̂ₖ is positive, and never rising. Gelman & Rubin (1992), doi:10.1214/ss/1177011136;
/// Geyer (1992), doi:10.1214/ss/1177011137; Vehtari et al. (2021), doi:10.1214/20-BA1221.
public struct ChainSummary: Hashable, Sendable {
  public let mean: Double
  public let standardDeviation: Double
  public let median: Double
  /// The 2.5 % and 97.5 % quantiles.
  public let low: Double
  public let high: Double
  public let rHat: Double
  public let effectiveSize: Double

  /// - Parameter chains: of the same length, at least four draws each.
  /// - Complexity: O(draws · lags that count).
  init(_ chains: [[Double]]) {
    let halves = chains.flatMap { chain -> [[Double]] in
      let half = chain.count / 2
      return [Array(chain.prefix(half)), Array(chain.suffix(half))]
    }
    let length = Double(halves[0].count)
    let means = halves.map { $0.reduce(0, +) / length }
    let grand = means.reduce(0, +) / Double(means.count)
    /// The mean of the chains' autocovariances at a lag, divided by n.
    func covariance(_ lag: Int) -> Double {
      var sum = 0.0
      for (chain, mean) in zip(halves, means) {
        for index in 0..<chain.count - lag {
          sum += (chain[index] - mean) * (chain[index + lag] - mean)
        }
      }
      return sum / length / Double(halves.count)
    }
    let within = covariance(0) * length / (length - 1)
    let between =
      means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(max(1, means.count - 1))
    let whole = within * (length - 1) / length + between
    rHat = within > 0 ? (whole / within).squareRoot() : .nan
    func correlation(_ lag: Int) -> Double { 1 - (within - covariance(lag)) / whole }
    var (sum, last, lag) = (0.0, Double.infinity, 0)
    while whole > 0, lag + 1 < halves[0].count {
      // ρ̂₀ is 1 by definition.
      let pair = (lag == 0 ? 1 : correlation(lag)) + correlation(lag + 1)
      guard pair > 0 else { break }
      last = min(last, pair)
      sum += last
      lag += 2
    }
    let draws = length * Double(halves.count)
    effectiveSize = draws / max(2 * sum - 1, 1 / .log10(draws))
    let all = chains.flatMap { $0 }.sorted()
    let average = all.reduce(0, +) / Double(all.count)
    mean = average
    standardDeviation =
      (all.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(all.count - 1)).squareRoot()
    median = Quantiles.typeSeven(ofSorted: all, at: 0.5)
    low = Quantiles.typeSeven(ofSorted: all, at: 0.025)
    high = Quantiles.typeSeven(ofSorted: all, at: 0.975)
  }
}
