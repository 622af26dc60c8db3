internal import LinearAlgebra
internal import RealModule

/// The posterior distribution of fitted parameters, given the observations and what is known beforehand.
///
/// ```
/// p(θ | data) ∝ exp(−½·Σ z²) · prior(θ)      z = (model(θ) − observed) / uncertainty
/// ```
/// inside the bounds; without a prior every value there is as likely as any other. Where observations came
/// without uncertainties, their scatter s is unknown too. With a density ∝ 1/s it integrates out,
/// ```
/// p(θ | data) ∝ (Σ r²)^(−n/2) · prior(θ)      r = (model(θ) − observed) / size of the series
/// ```
/// Gelman et al. (2013), Bayesian Data Analysis, doi:10.1201/b16018, §14.2.
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
  /// The least effective sample size, of the middle and of the tails, for intervals that can be cited.
  public static let leastEffectiveSize = 400.0

  /// Whether all chains agree and are long enough.
  public var hasMixed: Bool {
    parameters.allSatisfy {
      $0.summary.rHat <= PosteriorFit.largestRHat
        && min($0.summary.effectiveSize, $0.summary.tailSize) >= PosteriorFit.leastEffectiveSize
    }
  }

  /// - Parameters:
  ///   - fit: the best values, of squared residuals, which must all be fixed by the data or their priors.
  ///   - chains: at least two.
  ///   - draws: how many are kept of each chain, at least 100.
  ///   - seed: of all random numbers.
  /// - Complexity: 2 · draws solves with a lane for each chain.
  public init(
    around fit: ModelFit, chains: Int = 4, draws: Int, seed: UInt64
  ) throws(FitError) {
    precondition(chains >= 2 && draws >= 100, "at least two chains of 100 draws")
    guard fit.loss == .squared else { throw .lossOfPosterior }
    let targets = fit.problem.targets
    let estimates = fit.estimates
    // On a bound a parameter is uncertain, too.
    let search = fit.problem.search(.squared, scatter: fit.unit)
    let spread = try ParameterSpread(
      search, at: search.point(estimates.map(\.value)), atBound: [])
    if let loose = estimates.indices.first(where: {
      fit.scatter == 0 || !spread.standardError($0).isFinite
    }) {
      throw .parameter(
        estimates[loose].key,
        "the data do not fix it, so that chains would wander: give it a prior, or leave it out")
    }
    // Starts further apart than the posterior is wide, so that R̂ can see whether chains forget them.
    let wide = try MarkovChains.factor(spread.covariance)
    let philox = Philox(key: seed)
    let start = (0..<chains).map { chain -> [Double] in
      var stream = RandomStream(philox, Philox.stream(named: "start \(chain)"))
      let scores = estimates.map { _ in stream.normal() }
      return targets.indices.map { row in
        let bounds = targets[row].bounds
        let width = bounds.upperBound - bounds.lowerBound
        let step = 2 * (0...row).reduce(0) { $0 + wide[row, $1] * scores[$1] }
        return min(
          max(estimates[row].value + step, bounds.lowerBound + 1e-6 * width),
          bounds.upperBound - 1e-6 * width)
      }
    }
    let problem = fit.problem
    let found = try MarkovChains(
      from: start, covariance: spread.covariance, draws: draws, seed: seed
    ) { (points) throws(FitError) in
      try problem.logDensities(points, instead: estimates.map(\.value))
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
    _ points: [[Double]], instead: [Double]
  ) throws(FitError) -> [Double] {
    let isPossible = points.map { point in
      zip(point, targets).allSatisfy { $1.bounds.contains($0) }
    }
    let asked = zip(points, isPossible).map { $1 ? $0 : instead }
    let predicted: [[Double]]
    do throws(FitError) {
      predicted = try solver.predictions(asked)
    } catch {
      // One of them has no solution: each for itself.
      guard points.count > 1 else { return [-.infinity] }
      var densities: [Double] = []
      for point in points {
        densities += try logDensities([point], instead: instead)
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
      let data =
        observed.isAbsolute
        ? -squares / 2 : -Double(observed.observations.count) / 2 * .log(squares)
      let density = data + known
      return density.isNaN ? -.infinity : density
    }
  }
}
