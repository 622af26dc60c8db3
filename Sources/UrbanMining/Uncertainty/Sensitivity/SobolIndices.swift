/// How much of a result's variance each uncertain quantity causes, alone and with all others.
///
/// From two independent samples A and B and, for each quantity i, the sample AB_i that is A with the column of
/// i taken from B, with V the variance of A and B together:
/// ```
/// S_i  = mean( f(B) · (f(AB_i) − f(A)) ) / V        first order: Saltelli et al. (2010)
/// ST_i = mean( (f(A) − f(AB_i))² ) / (2·V)          total effect: Jansen (1999)
/// ```
/// doi:10.1016/j.cpc.2009.09.018, doi:10.1016/S0010-4655(98)00154-4. The results are made to have mean 0
/// first, which lowers the error of the first estimator. Intervals are bootstrapped over the rows.
public struct SobolIndices: Hashable, Sendable {
  /// An index with the half width of its interval.
  public struct Index: Hashable, Sendable {
    public let value: Double
    /// Half of the interval that holds the index with the confidence asked for: z · sd of the resamples.
    public let halfWidth: Double
  }

  /// The share of the variance that goes away if the quantity becomes known.
  public let first: [Index]
  /// The share that is left if everything but the quantity becomes known.
  public let total: [Index]

  /// - Parameters:
  ///   - a: results of sample A, one for each row.
  ///   - b: results of sample B.
  ///   - ab: for each quantity, the results of the sample with its column exchanged.
  ///   - resamples: how many bootstrap resamples; none gives no intervals.
  ///   - confidence: of the intervals, such as 0.95.
  ///   - seed: of the resamples.
  /// - Complexity: O(resamples · rows · quantities).
  public init(
    a: [Double], b: [Double], ab: [[Double]], resamples: Int = 100, confidence: Double = 0.95,
    seed: UInt64 = 1
  ) {
    precondition(
      a.count > 1 && b.count == a.count && ab.allSatisfy { $0.count == a.count }, "equal samples")
    let mean =
      ([a, b] + ab).reduce(0) { $0 + $1.reduce(0, +) } / Double((ab.count + 2) * a.count)
    // What differs by rounding alone does not vary.
    let rounding = 1e-12 * ([a, b].joined().reduce(0) { max($0, abs($1)) })
    let (a, b) = (a.map { $0 - mean }, b.map { $0 - mean })
    let ab = ab.map { $0.map { $0 - mean } }
    let all = Array(a.indices)
    let orders = (0..<resamples).map { resample -> [Int] in
      let source = Philox(key: seed)
      let stream = Philox.stream(named: "bootstrap/\(resample)")
      return all.map {
        min(Int(source.uniform(stream: stream, at: $0) * Double(a.count)), a.count - 1)
      }
    }
    let z = StandardNormal.quantile(0.5 + confidence / 2)
    let own = SobolIndices.estimates(a, b, ab, rows: all, rounding)
    let others = orders.map { SobolIndices.estimates(a, b, ab, rows: $0, rounding) }
    func index(_ quantity: Int, _ pick: ((first: [Double], total: [Double])) -> [Double]) -> Index {
      let values = others.map { pick($0)[quantity] }
      let spread =
        values.count > 1 ? Moments(rows: values, draws: values.count).standardDeviation(0) : 0
      return Index(value: pick(own)[quantity], halfWidth: z * spread)
    }
    first = ab.indices.map { index($0) { $0.first } }
    total = ab.indices.map { index($0) { $0.total } }
  }

  private static func estimates(
    _ a: [Double], _ b: [Double], _ ab: [[Double]], rows: [Int], _ rounding: Double
  ) -> (first: [Double], total: [Double]) {
    let count = Double(rows.count)
    let mean = rows.reduce(0) { $0 + a[$1] + b[$1] } / (2 * count)
    let variance =
      rows.reduce(0) { $0 + (a[$1] - mean) * (a[$1] - mean) + (b[$1] - mean) * (b[$1] - mean) }
      / (2 * count)
    // A result that nothing moves has no causes.
    guard variance > rounding * rounding else {
      return (ab.map { _ in 0 }, ab.map { _ in 0 })
    }
    return (
      ab.map { own in rows.reduce(0) { $0 + b[$1] * (own[$1] - a[$1]) } / count / variance },
      ab.map { own in
        rows.reduce(0) { $0 + (a[$1] - own[$1]) * (a[$1] - own[$1]) } / (2 * count) / variance
      }
    )
  }
}
