internal import LinearAlgebra

/// Numbers of a model fitted to observations of its results, with how certain they are.
///
/// ```
/// min Σ ρ(((model(θ) − observed) / uncertainty)²) + Σ (distance from what is known beforehand)²
/// ```
/// All points that the search asks for at once are lanes of one plan.
public struct ModelFit: Sendable {
  /// The model with the best values in place.
  public let model: SystemModel
  public let estimates: [Estimate]
  public let observations: [Comparison]
  public let loss: RobustLoss
  /// Σ ρ(z²), what is known beforehand included.
  public let cost: Double
  /// Observations and priors less parameters.
  public let degreesOfFreedom: Int
  /// The scatter of the residuals in units of the uncertainties; 1 by definition where these were given.
  public let scatter: Double
  /// Whether observations came with uncertainties.
  public let isAbsolute: Bool
  /// Parameters that can't be told from one another, or not at all.
  public let warnings: [Warning]
  /// The correlations of the estimates, a row for each.
  public let correlations: [[Double]]
  let problem: FitProblem

  /// What was found of a parameter.
  public struct Estimate: Hashable, Sendable {
    public let key: String
    /// What the value is, in words.
    public let meaning: String
    public let start: Double
    public let value: Double
    /// Infinite where nothing fixes the parameter; 0 on a bound.
    public let standardError: Double
    /// The ends of the 95 % profile interval; nil where the data set no end before the bound.
    public let low: Double?
    public let high: Double?
    public let isAtBound: Bool
  }

  /// An observation beside what the fitted model has.
  public struct Comparison: Hashable, Sendable {
    public let observation: Observation
    public let fitted: Double
    /// (fitted − observed) / uncertainty, or over the scatter where none was given.
    public let residual: Double
  }

  /// Why an estimate is not to be trusted alone.
  public enum Warning: Hashable, Sendable, CustomStringConvertible {
    /// The observations do not depend on it.
    case noEffect(String)
    /// They can be exchanged for one another without any change of the results.
    case notIdentifiable([String])
    /// Their estimates are correlated almost completely.
    case hardlyIdentifiable(String, String, correlation: Double)
    case atBound(String)

    public var description: String {
      switch self {
      case .noEffect(let key): "the observations say nothing about '\(key)'"
      case .notIdentifiable(let keys):
        keys.map { "'\($0)'" }.joined(separator: " and ")
          + " can't be told apart: other values of them fit as well; fix one, or add observations"
      case .hardlyIdentifiable(let one, let other, let correlation):
        "'\(one)' and '\(other)' can hardly be told apart: the correlation of their estimates is "
          + plainNumber((correlation * 1e4).rounded() / 1e4)
      case .atBound(let key): "'\(key)' lies on a bound: its uncertainty is not known"
      }
    }
  }

  /// The correlation from which on two estimates are hardly identifiable.
  public static let highCorrelation = 0.98

  /// Fits a model.
  /// - Parameters:
  ///   - model: the model with its present numbers.
  ///   - parameters: what is to be fitted.
  ///   - observations: what was seen, all with an uncertainty or none.
  ///   - loss: how far residuals count.
  ///   - withIntervals: whether the profile intervals are wanted, which cost most of the time.
  /// - Complexity: one solve with two lanes for each parameter, some ten times, and again for each end of
  ///   an interval.
  public init(
    of model: SystemModel, _ parameters: [FitParameter], to observations: [Observation],
    loss: RobustLoss = .squared, withIntervals: Bool = true
  ) throws(FitError) {
    let problem = try FitProblem(model, parameters, observations)
    let search = problem.search(loss)
    let best = try search.minimum(from: problem.targets.map(\.start))
    let atBound = Set(
      best.values.indices.filter {
        best.values[$0] <= problem.targets[$0].bounds.lowerBound
          || best.values[$0] >= problem.targets[$0].bounds.upperBound
      })
    let isAbsolute = problem.observed.isAbsolute
    let spread = try ParameterSpread(search, at: best, isAbsolute: isAbsolute, atBound: atBound)
    let t =
      isAbsolute
      ? StandardNormal.upperQuantile(0.025)
      : StudentT.twoSided(0.05, degreesOfFreedom: Double(max(1, spread.degreesOfFreedom)))
    var estimates: [Estimate] = []
    for (index, target) in problem.targets.enumerated() {
      let error = spread.standardError(index)
      let ends =
        withIntervals && !atBound.contains(index)
        ? try search.profile(
          of: index, at: best, standardError: error, rise: t * t * spread.variance)
        : (nil, nil)
      estimates.append(
        Estimate(
          key: target.parameter.key, meaning: target.form.meaning, start: target.start,
          value: best.values[index], standardError: error, low: ends.0, high: ends.1,
          isAtBound: atBound.contains(index)))
    }
    self.problem = problem
    self.estimates = estimates
    self.model = try problem.model(at: best.values)
    self.loss = loss
    cost = best.cost
    degreesOfFreedom = spread.degreesOfFreedom
    let scatter = spread.variance.squareRoot()
    self.scatter = scatter
    self.isAbsolute = isAbsolute
    self.observations = problem.observed.observations.enumerated().map { index, own in
      let unit = problem.observed.units[index]
      return Comparison(
        observation: own, fitted: own.value + best.residuals[index] * unit,
        residual: scatter > 0 ? best.residuals[index] / scatter : 0)
    }
    correlations = estimates.indices.map { row in
      estimates.indices.map { $0 == row ? 1 : spread.correlation(row, $0) }
    }
    warnings = ModelFit.warnings(problem.targets.map(\.parameter.key), spread, atBound)
  }

  private static func warnings(
    _ keys: [String], _ spread: ParameterSpread, _ atBound: Set<Int>
  ) -> [Warning] {
    var found = spread.unfixed.map { set -> Warning in
      set.count == 1 ? .noEffect(keys[set[0]]) : .notIdentifiable(set.map { keys[$0] })
    }
    for first in keys.indices {
      for second in keys.indices.dropFirst(first + 1) {
        let correlation = spread.correlation(first, second)
        if abs(correlation) > highCorrelation {
          found.append(
            .hardlyIdentifiable(keys[first], keys[second], correlation: correlation))
        }
      }
    }
    return found + atBound.sorted().map { .atBound(keys[$0]) }
  }
}

extension FitTarget.Form {
  /// What the value is, in words.
  var meaning: String {
    switch self {
    case .lifetime(let label): "\(label) of the lifetime"
    case .stretch: "factor on all ages"
    case .number: "value"
    case .factor: "factor on all values"
    case .growth: "growth per year"
    }
  }
}
