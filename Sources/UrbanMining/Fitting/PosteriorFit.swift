internal import LinearAlgebra

/// The posterior distribution of fitted parameters, given the observations and what is known beforehand.
///
/// ```
/// p(θ | data) ∝ exp(−½·Σ ((model(θ) − observed) / (s·uncertainty))²) · prior(θ)
/// ```
/// inside the bounds; without a prior every value there is as likely as any other. Where observations came
/// without uncertainties, s is the scatter of the best fit, taken as known.
public struct PosteriorFit: Sendable {
  /// The least-squares fit from which the chains start.
  public let fit: ModelFit
  public let parameters: [Parameter]
  public let chains: Int
  /// Draws of each chain that were kept; as many were thrown away before.
  public let draws: Int
  public let seed: UInt64
  /// The share of steps that were accepted.
  public let acceptance: Double
  /// By chain, draw and parameter.
  public let samples: [[[Double]]]

  /// What the posterior says of a parameter.
  public struct Parameter: Hashable, Sendable {
    public let key: String
    public let summary: ChainSummary
  }

  /// The largest R̂ of chains that agree.
  public static let largestRHat = 1.01
  /// The least effective sample size for intervals that can be cited.
  public static let leastEffectiveSize = 400.0

  /// Whether all chains agree and are long enough.
  public var hasMixed: Bool {
    parameters.allSatisfy {
      $0.summary.rHat <= PosteriorFit.largestRHat
        && $0.summary.effectiveSize >= PosteriorFit.leastEffectiveSize
    }
  }

  /// - Parameters:
  ///   - fit: the best values, which must all be fixed by the data or their priors.
  ///   - chains: at least two.
  ///   - draws: how many are kept of each chain, at least 100.
  ///   - seed: of all random numbers.
  /// - Complexity: 2 · draws solves with a lane for each chain.
  public init(
    around fit: ModelFit, chains: Int = 4, draws: Int, seed: UInt64
  ) throws(FitError) {
    precondition(chains >= 2 && draws >= 100, "at least two chains of 100 draws")
    let targets = fit.problem.targets
    let estimates = fit.estimates
    if let loose = estimates.first(where: { !$0.standardError.isFinite || $0.isAtBound }) {
      throw .parameter(
        loose.key,
        "the data do not fix it, so that chains would wander: give it a prior, or leave it out")
    }
    var covariance = Matrix(rows: estimates.count, columns: estimates.count)
    for row in estimates.indices {
      for column in estimates.indices {
        covariance[row, column] =
          fit.correlations[row][column] * estimates[row].standardError
          * estimates[column].standardError
      }
    }
    // Starts further apart than the posterior is wide, so that R̂ can see whether chains forget them.
    let philox = Philox(key: seed)
    let start = (0..<chains).map { chain -> [Double] in
      var stream = RandomStream(philox, Philox.stream(named: "start \(chain)"))
      return zip(estimates, targets).map { estimate, target in
        let width = target.bounds.upperBound - target.bounds.lowerBound
        let value = estimate.value + 2 * estimate.standardError * stream.normal()
        return min(
          max(value, target.bounds.lowerBound + 1e-6 * width),
          target.bounds.upperBound - 1e-6 * width)
      }
    }
    let variance = fit.scatter * fit.scatter
    let problem = fit.problem
    let found = try MarkovChains(
      from: start, covariance: covariance, draws: draws, seed: seed
    ) { (points) throws(FitError) in
      try problem.logDensities(points, variance: variance, instead: estimates.map(\.value))
    }
    self.fit = fit
    self.chains = chains
    self.draws = draws
    self.seed = seed
    acceptance = found.acceptance
    samples = found.draws
    parameters = estimates.enumerated().map { index, own in
      Parameter(key: own.key, summary: found.summary(of: index))
    }
  }
}

extension FitProblem {
  /// ln of the posterior density, but for a constant; -∞ outside of the bounds and where the model has no
  /// solution.
  /// - Parameter instead: values that are solved in the place of impossible ones.
  fileprivate func logDensities(
    _ points: [[Double]], variance: Double, instead: [Double]
  ) throws(FitError) -> [Double] {
    let isPossible = points.map { point in
      zip(point, targets).allSatisfy { $1.bounds.contains($0) }
    }
    let asked = zip(points, isPossible).map { $1 ? $0 : instead }
    let predicted: [[Double]]
    do throws(FitError) {
      predicted = try predictions(asked)
    } catch {
      // One of them has no solution: each for itself.
      guard points.count > 1 else { return [-.infinity] }
      var densities: [Double] = []
      for point in points {
        densities += try logDensities([point], variance: variance, instead: instead)
      }
      return densities
    }
    return points.indices.map { lane in
      guard isPossible[lane] else { return -.infinity }
      let squares = predicted[lane].indices.reduce(0.0) {
        let residual =
          (predicted[lane][$1] - observed.observations[$1].value) / observed.units[$1]
        return $0 + residual * residual
      }
      let known = zip(targets, points[lane]).reduce(0.0) {
        $0 + ($1.0.parameter.prior?.logDensity($1.1) ?? 0)
      }
      let density = -squares / (2 * variance) + known
      return density.isNaN ? -.infinity : density
    }
  }
}
