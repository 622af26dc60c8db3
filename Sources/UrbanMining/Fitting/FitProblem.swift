/// A model, what may change in it, and what was seen of it.
struct FitProblem: Sendable {
  let changes: FitChanges
  let solver: FitSolver

  var targets: [FitTarget] { changes.targets }
  var observed: ObservedResults { solver.observed }

  init(
    _ model: SystemModel, _ parameters: [FitParameter], _ observations: [Observation]
  ) throws(FitError) {
    guard !parameters.isEmpty else { throw .noParameters }
    var targets: [FitTarget] = []
    for parameter in parameters {
      guard !targets.contains(where: { $0.parameter.key == parameter.key }) else {
        throw .parameter(parameter.key, "it is named twice")
      }
      targets.append(try FitTarget(parameter, in: model))
    }
    let needed = max(1, parameters.count { $0.prior == nil })
    guard observations.count >= needed else {
      throw .tooFewObservations(observations.count, needed: needed)
    }
    changes = FitChanges(model, targets)
    let start = targets.map(\.start)
    solver = try FitSolver(changes, observations, start: start)
    try checkRoom(around: start)
  }

  /// A share without a remainder beside it can't change alone: it is refused by its name.
  private func checkRoom(around start: [Double]) throws(FitError) {
    for (index, target) in targets.enumerated() where target.isShare {
      let (low, high) = (target.bounds.lowerBound, target.bounds.upperBound)
      var values = start
      let step = 1e-4 * max(abs(start[index]), target.typicalSize)
      values[index] = start[index] + step <= high ? start[index] + step : start[index] - step
      guard values[index] >= low else { continue }
      do throws(FitError) {
        _ = try changes.model(at: values)
      } catch {
        throw .parameter(
          target.parameter.key, "with \(plainNumber(values[index])) in its place \(error)")
      }
    }
  }

  /// The search for the best values.
  /// - Parameters:
  ///   - loss: how far residuals count.
  ///   - scatter: by what the units of the observations are multiplied; 1 where uncertainties were given.
  func search(_ loss: RobustLoss, scatter: Double) -> LeastSquares {
    LeastSquares(
      bounds: targets.map(\.bounds), sizes: targets.map(\.typicalSize), loss: loss,
      dataCount: observed.observations.count
    ) { (points) throws(FitError) in try residuals(points, scatter: scatter) }
  }

  /// Residuals over uncertainties, and behind them the distances from what is known beforehand.
  private func residuals(
    _ points: [[Double]], scatter: Double
  ) throws(FitError) -> [[Double]] {
    try solver.predictions(points).enumerated().map { lane, predicted in
      let data = predicted.indices.map {
        (predicted[$0] - observed.observations[$0].value) / (scatter * observed.units[$0])
      }
      return data + zip(targets, points[lane]).compactMap { $0.parameter.prior?.score($1) }
    }
  }
}

extension FitTarget {
  /// What a step is measured by where the value itself is near zero.
  var typicalSize: Double { form == .growth ? 0.01 : max(abs(start), 1e-3) }
}
