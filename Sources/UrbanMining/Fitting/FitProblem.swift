/// A model, what may change in it, and what was seen of it.
struct FitProblem: Sendable {
  let base: SystemModel
  let targets: [FitTarget]
  let observed: ObservedResults

  init(
    _ model: SystemModel, _ parameters: [FitParameter], _ observations: [Observation]
  ) throws(FitError) {
    guard !parameters.isEmpty else { throw .noParameters }
    base = model
    var targets: [FitTarget] = []
    for parameter in parameters { targets.append(try FitTarget(parameter, in: model)) }
    self.targets = targets
    let priors = parameters.count { $0.prior != nil }
    let needed = parameters.count - priors
    guard observations.count >= max(1, needed) else {
      throw .tooFewObservations(observations.count, needed: max(1, needed))
    }
    let start = try FitProblem.model(model, targets, at: targets.map(\.start))
    observed = try ObservedResults(observations, in: FitProblem.solved([start]))
  }

  func search(_ loss: RobustLoss) -> LeastSquares {
    LeastSquares(
      bounds: targets.map(\.bounds),
      sizes: targets.map { $0.form == .growth ? 0.01 : max(abs($0.start), 1e-3) }, loss: loss
    ) { (points) throws(FitError) in try residuals(points) }
  }

  func model(at values: [Double]) throws(FitError) -> SystemModel {
    try FitProblem.model(base, targets, at: values)
  }

  private static func model(
    _ base: SystemModel, _ targets: [FitTarget], at values: [Double]
  ) throws(FitError) -> SystemModel {
    var changes: [Scenario.Change] = []
    var lifetimes: [Int: [Lifetime]] = [:]
    for (target, value) in zip(targets, values) {
      if let process = target.process {
        var own = lifetimes[process] ?? base.processes[process].lifetimes ?? []
        try target.change(&own, to: value)
        lifetimes[process] = own
      } else if let change = target.change(to: value) {
        changes.append(change)
      }
    }
    for (process, own) in lifetimes.sorted(by: { $0.key < $1.key }) {
      changes.append(FitTarget.change(own, of: process, in: base))
    }
    do throws(SystemModelError) {
      return try Scenario(name: "fitted", changes: changes).applied(to: base)
    } catch {
      throw .unsolvable(error.description)
    }
  }

  private static func solved(_ models: [SystemModel]) throws(FitError) -> SystemResults {
    do {
      return try SystemPlan(lanes: models).solve()
    } catch {
      throw .unsolvable("\(error)")
    }
  }

  /// Residuals over uncertainties, and behind them the distances from what is known beforehand.
  func residuals(_ points: [[Double]]) throws(FitError) -> [[Double]] {
    try predictions(points).enumerated().map { lane, predicted in
      let data = predicted.indices.map {
        (predicted[$0] - observed.observations[$0].value) / observed.units[$0]
      }
      let known = zip(targets, points[lane]).compactMap { $0.parameter.prior?.score($1) }
      return data + known
    }
  }

  /// What the model has in the place of each observation, by point.
  func predictions(_ points: [[Double]]) throws(FitError) -> [[Double]] {
    var models: [SystemModel] = []
    for point in points { models.append(try model(at: point)) }
    let results = try FitProblem.solved(models)
    return points.indices.map { observed.predictions(results, lane: $0) }
  }
}
