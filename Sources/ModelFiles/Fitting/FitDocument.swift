public import UrbanMining

/// A fit of a model as JSON holds it (schema `urbanmine/fit/1`).
public struct FitDocument: Encodable, Sendable {
  let schema = "urbanmine/fit/1"
  let model: String
  let program: String
  let loss: String
  /// What the amounts are in; flows are per year.
  let unit: String
  let cost: Double
  let degreesOfFreedom: Int
  let scatter: Double
  let isUncertaintyGiven: Bool
  let parameters: [Parameter]
  let correlations: [[Double]]
  let warnings: [String]
  let observations: [Seen]
  let posterior: Nullable<Posterior>

  struct Parameter: Encodable, Sendable {
    let key: String
    let meaning: String
    let start: Double
    let value: Double
    let standardError: Nullable<Double>
    let low: Nullable<Double>
    let high: Nullable<Double>
    let isAtBound: Bool
  }

  struct Seen: Encodable, Sendable {
    let series: String
    let year: Double
    let observed: Double
    let uncertainty: Nullable<Double>
    let fitted: Double
    let residual: Double
  }

  struct Posterior: Encodable, Sendable {
    let chains: Int
    let draws: Int
    let seed: UInt64
    let acceptance: Double
    let hasMixed: Bool
    let parameters: [Summary]
  }

  struct Summary: Encodable, Sendable {
    let key: String
    let mean: Double
    let sd: Double
    let median: Double
    let low: Double
    let high: Double
    let rHat: Double
    let effectiveSize: Double
    let tailSize: Double
  }

  public init(_ fit: ModelFit, posterior: PosteriorFit?, program: String) {
    model = fit.model.header.name
    self.program = program
    loss = fit.loss.rawValue
    unit = fit.model.header.unit.rawValue
    cost = fit.cost
    degreesOfFreedom = fit.degreesOfFreedom
    scatter = fit.scatter
    isUncertaintyGiven = fit.isAbsolute
    parameters = fit.estimates.map {
      Parameter(
        key: $0.key, meaning: $0.meaning, start: $0.start, value: $0.value,
        standardError: Nullable(Optional($0.standardError).finite), low: Nullable($0.low),
        high: Nullable($0.high), isAtBound: $0.isAtBound)
    }
    correlations = fit.correlations
    warnings = fit.warnings.map(\.description)
    observations = fit.observations.map {
      Seen(
        series: $0.observation.series, year: $0.observation.year, observed: $0.observation.value,
        uncertainty: Nullable($0.observation.uncertainty), fitted: $0.fitted,
        residual: $0.residual)
    }
    self.posterior = Nullable(
      posterior.map { own in
        Posterior(
          chains: own.chains, draws: own.draws, seed: own.seed, acceptance: own.acceptance,
          hasMixed: own.hasMixed,
          parameters: own.parameters.map {
            let summary = $0.summary
            return Summary(
              key: $0.key, mean: summary.mean, sd: summary.standardDeviation,
              median: summary.median, low: summary.low, high: summary.high, rHat: summary.rHat,
              effectiveSize: summary.effectiveSize, tailSize: summary.tailSize)
          })
      })
  }
}
