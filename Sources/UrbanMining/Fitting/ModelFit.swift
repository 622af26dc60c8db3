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
  /// The sum that was made least: with z over uncertainties, or over the scatter where none were given.
  public let cost: Double
  /// What observations and priors leave over when parameters are fixed by them.
  public let degreesOfFreedom: Int
  /// By what residuals scatter, in units of the uncertainties: 1 by definition. Where none were given, as a
  /// share of the size of their series; 0 where nothing is left over that would tell.
  public let scatter: Double
  /// Whether observations came with uncertainties.
  public let isAbsolute: Bool
  /// Parameters that can't be told from one another, or not at all.
  public let warnings: [Warning]
  /// The correlations of the estimates, a row for each.
  public let correlations: [[Double]]
  let problem: FitProblem
  /// By what the units of observations were multiplied.
  let unit: Double

  /// What was found of a parameter.
  public struct Estimate: Hashable, Sendable {
    public let key: String
    /// What the value is, in words.
    public let meaning: String
    public let start: Double
    public let value: Double
    /// Infinite where nothing fixes the parameter; 0 on a bound.
    public let standardError: Double
    /// The ends of the 95 % profile interval; nil where the data set no end before the bound, and where the
    /// value lies on it.
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
    /// As many numbers are fitted as there are observations, and these have no uncertainties.
    case noScatter

    public var description: String {
      switch self {
      case .noEffect(let key): "the observations say nothing about '\(key)'"
      case .notIdentifiable(let keys):
        keys.map { "'\($0)'" }.joined(separator: " and ")
          + " can't be told apart: other values of them fit as well; fix one, or add observations"
      case .hardlyIdentifiable(let one, let other, let correlation):
        "'\(one)' and '\(other)' can hardly be told apart: the correlation of their estimates is "
          + plainNumber((correlation * 1e4).rounded() / 1e4)
      case .atBound(let key):
        "'\(key)' lies on a bound: its standard error is not known, and the interval has one end only"
      case .noScatter:
        "the observations leave nothing over that would tell how certain the values are: give "
          + "uncertainties, or more observations"
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
    var found = try FitSearch(problem, loss, from: problem.targets.map(\.start))
    var ends: [(low: Double?, high: Double?)] = []
    // A profile may lead to better values than the search found: then all begins there again.
    for _ in 0..<ModelFit.mostBeginnings {
      let profiles = try withIntervals ? ModelFit.profiles(found) : []
      guard let better = profiles.lazy.compactMap(\.better).first else {
        ends = profiles.map { ($0.low, $0.high) }
        break
      }
      found = try FitSearch(problem, loss, from: better)
    }
    let (best, spread, atBound) = (found.best, found.spread, found.atBound)
    estimates = problem.targets.enumerated().map { index, target in
      Estimate(
        key: target.parameter.key, meaning: target.form.meaning, start: target.start,
        value: best.values[index],
        standardError: found.scatter == nil ? .infinity : spread.standardError(index),
        low: index < ends.count ? ends[index].low : nil,
        high: index < ends.count ? ends[index].high : nil, isAtBound: atBound.contains(index))
    }
    self.problem = problem
    unit = found.unit
    self.model = try problem.changes.model(at: best.values)
    self.loss = loss
    cost = best.cost
    degreesOfFreedom = found.degreesOfFreedom
    let scatter = found.scatter ?? 0
    self.scatter = scatter
    isAbsolute = problem.observed.isAbsolute
    self.observations = problem.observed.observations.enumerated().map { index, own in
      let residual = best.residuals[index]
      return Comparison(
        observation: own,
        fitted: own.value + residual * problem.observed.units[index] * found.unit,
        residual: scatter > 0 ? residual : 0)
    }
    correlations = problem.targets.indices.map { row in
      problem.targets.indices.map { $0 == row ? 1 : spread.correlation(row, $0) }
    }
    warnings =
      (found.scatter == nil ? [.noScatter] : [])
      + ModelFit.warnings(problem.targets.map(\.parameter.key), spread, atBound)
  }

  private static let mostBeginnings = 10

  /// The profiles of all parameters, up to one that leads to better values.
  private static func profiles(_ found: FitSearch) throws(FitError) -> [ParameterProfile] {
    guard found.scatter != nil else { return [] }
    let t =
      found.isAbsolute
      ? StandardNormal.upperQuantile(0.025)
      : StudentT.twoSided(0.05, degreesOfFreedom: Double(max(1, found.degreesOfFreedom)))
    var profiles: [ParameterProfile] = []
    for index in found.best.values.indices {
      let own = try ParameterProfile(
        found.search, of: index, at: found.best,
        standardError: found.spread.standardError(index), rise: t * t)
      profiles.append(own)
      if own.better != nil { break }
    }
    return profiles
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
