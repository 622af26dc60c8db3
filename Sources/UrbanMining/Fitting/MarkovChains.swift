internal import LinearAlgebra
internal import RealModule

/// Draws of a distribution that is known up to a constant, by random walks side by side.
///
/// ```
/// θ′ = θ + s·L·z,   accepted with probability min(1, p(θ′) / p(θ))
/// ```
/// All chains take their step together, so that their densities are lanes of one solve. In the first part,
/// which is thrown away, L·Lᵀ becomes the covariance of what was drawn and s such that a third of the steps
/// is accepted. The numbers of a chain depend on the seed and its place alone. Metropolis et al. (1953),
/// doi:10.1063/1.1699114; Roberts, Gelman & Gilks (1997), doi:10.1214/aoap/1034625254; Haario, Saksman &
/// Tamminen (2001), doi:10.2307/3318737.
struct MarkovChains: Sendable {
  /// By chain, draw and parameter.
  let draws: [[[Double]]]
  /// The share of steps that were accepted after the first part.
  let acceptance: Double

  /// ln of the densities at one point of each chain; -∞ where a point is impossible.
  typealias LogDensities = (_ points: [[Double]]) throws(FitError) -> [Double]

  /// - Parameters:
  ///   - start: one point for each chain.
  ///   - covariance: about that of the distribution.
  ///   - draws: how many are kept of each chain; as many are thrown away before.
  ///   - seed: of all random numbers.
  ///   - logDensities: of the distribution.
  /// - Complexity: 2 · draws evaluations of all chains.
  init(
    from start: [[Double]], covariance: Matrix, draws: Int, seed: UInt64,
    _ logDensities: LogDensities
  ) throws(FitError) {
    let (chains, count) = (start.count, covariance.rows)
    let philox = Philox(key: seed)
    var streams = (0..<chains).map {
      RandomStream(philox, Philox.stream(named: "chain \($0)"))
    }
    var factor = try MarkovChains.factor(covariance)
    var scale = 2.38 / Double(count).squareRoot()
    var points = start
    var densities = try logDensities(points)
    var kept = [[[Double]]](repeating: [], count: chains)
    var early: [[Double]] = []
    var (accepted, sinceChange) = (0, 0)
    let window = max(25, min(200, draws / 8))
    for step in 0..<2 * draws {
      var proposals = points
      for chain in 0..<chains {
        let scores = (0..<count).map { _ in streams[chain].normal() }
        for row in 0..<count {
          proposals[chain][row] +=
            scale * (0...row).reduce(0) { $0 + factor[row, $1] * scores[$1] }
        }
      }
      let found = try logDensities(proposals)
      for chain in 0..<chains {
        // One number for each step, used or not: a chain's numbers don't depend on what was accepted.
        let chance = Double.log(streams[chain].uniform())
        guard found[chain] - densities[chain] > chance else { continue }
        points[chain] = proposals[chain]
        densities[chain] = found[chain]
        accepted += 1
      }
      guard step < draws else {
        for chain in 0..<chains { kept[chain].append(points[chain]) }
        continue
      }
      early += points
      sinceChange += 1
      guard sinceChange == window || step == draws - 1 else { continue }
      let share = Double(accepted) / Double(sinceChange * chains)
      scale *= min(2, max(0.5, share / 0.33))
      // The later half knows the distribution better than the walk there.
      let recent = early.suffix(max(early.count / 2, 20 * count))
      if recent.count > 10 * count,
        let own = try? MarkovChains.factor(MarkovChains.covariance(recent))
      {
        if step < draws * 3 / 4 { factor = own }
      }
      (accepted, sinceChange) = (0, 0)
    }
    self.draws = kept
    acceptance = Double(accepted) / Double(max(1, draws * chains))
  }

  /// What the chains say of one parameter.
  func summary(of parameter: Int) -> ChainSummary {
    ChainSummary(draws.map { chain in chain.map { $0[parameter] } })
  }

  private static func covariance(_ points: ArraySlice<[Double]>) -> Matrix {
    let count = points.first?.count ?? 0
    var means = [Double](repeating: 0, count: count)
    for point in points {
      for index in 0..<count { means[index] += point[index] / Double(points.count) }
    }
    var result = Matrix(rows: count, columns: count)
    for point in points {
      for row in 0..<count {
        for column in 0..<count {
          result[row, column] +=
            (point[row] - means[row]) * (point[column] - means[column]) / Double(points.count - 1)
        }
      }
    }
    return result
  }

  /// Cholesky's factor; what is not fixed by others at all is refused.
  static func factor(_ covariance: Matrix) throws(FitError) -> Matrix {
    let count = covariance.rows
    var factor = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0...row {
        var rest = covariance[row, column]
        for inner in 0..<column { rest -= factor[row, inner] * factor[column, inner] }
        if row == column {
          guard rest > 1e-12 * covariance[row, row], rest.isFinite else { throw .notConverged }
          factor[row, row] = rest.squareRoot()
        } else {
          factor[row, column] = rest / factor[column, column]
        }
      }
    }
    return factor
  }
}

/// Random numbers of one stream, one after the other.
struct RandomStream: Sendable {
  private let philox: Philox
  private let stream: UInt64
  private var index = 0

  init(_ philox: Philox, _ stream: UInt64) {
    self.philox = philox
    self.stream = stream
  }

  /// Above 0 and below 1.
  mutating func uniform() -> Double {
    index += 1
    return philox.uniform(stream: stream, at: index - 1)
  }

  /// Of the standard normal distribution.
  mutating func normal() -> Double { StandardNormal.quantile(uniform()) }
}
