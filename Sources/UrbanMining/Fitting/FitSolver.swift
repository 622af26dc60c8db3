/// What a model has in the place of each observation, at many points at once.
///
/// Where all that was observed are stocks, flows and indicators, the model is compiled once and solved again
/// with other numbers, a point in each lane. Otherwise, and where that fails for a point, the model of each
/// point is made and compiled anew, which takes ten times as long and knows every reason.
struct FitSolver: Sendable {
  let observed: ObservedResults
  private let changes: FitChanges
  private let compiled: Compiled?

  fileprivate struct Compiled: Sendable {
    let solver: DrawSolver
    let observed: ObservedResults
  }

  /// - Parameters:
  ///   - changes: the model and what is fitted in it.
  ///   - observations: what was seen of it.
  ///   - start: a point at which the model has a solution.
  init(
    _ changes: FitChanges, _ observations: [Observation], start: [Double]
  ) throws(FitError) {
    self.changes = changes
    let results = try FitSolver.solved([try changes.model(at: start)])
    let labels = results.series().map(SeriesLabel.init)
    observed = try ObservedResults(observations, among: labels, of: changes.base)
    compiled = FitSolver.compiled(changes, observations, start)
    let first = observed.predictions { results.series()[$0].values[$1] }
    for (own, value) in zip(observations, first) where !value.isFinite {
      throw .undefined(series: own.series, year: own.year)
    }
  }

  /// What the model has in the place of each observation, by point.
  func predictions(_ points: [[Double]]) throws(FitError) -> [[Double]] {
    guard let compiled else { return try modelled(points) }
    var found: [[Double]] = []
    for first in stride(from: 0, to: points.count, by: compiled.solver.draws) {
      let part = Array(points[first..<min(first + compiled.solver.draws, points.count)])
      if let own = try compiled.predictions(changes.block(at: part, lanes: compiled.solver.draws)) {
        found += own.prefix(part.count)
      } else {
        found += try modelled(part)
      }
    }
    return found
  }

  /// The same by a model for each point.
  func modelled(_ points: [[Double]]) throws(FitError) -> [[Double]] {
    var models: [SystemModel] = []
    for point in points { models.append(try changes.model(at: point)) }
    let results = try FitSolver.solved(models)
    return points.indices.map { lane in
      let series = results.series(lane: lane)
      return observed.predictions { series[$0].values[$1] }
    }
  }

  private static func solved(_ models: [SystemModel]) throws(FitError) -> SystemResults {
    do {
      return try SystemPlan(lanes: models).solve()
    } catch {
      throw .unsolvable("\(error)")
    }
  }

  /// Nil where something observed is no result of an ensemble, or where a stock that must be reached may
  /// ask for flows below zero, which ensembles refuse.
  private static func compiled(
    _ changes: FitChanges, _ observations: [Observation], _ start: [Double]
  ) -> Compiled? {
    let model = changes.base
    guard model.processes.allSatisfy({ $0.required.stock == nil }),
      let plan = try? SystemPlan(model, withOwnNumbersFor: changes.targets.map(\.target))
    else { return nil }
    let all = EnsembleSeries.all(of: plan, isDetailed: true)
    let asked = Set(
      observations.flatMap { ObservedResults.places(of: $0.series, among: all.map(\.label)) })
    let series = asked.sorted().map { all[$0] }
    // A vector of lanes costs as much as one lane.
    let lanes = (max(2 * start.count, 4) + 7) / 8 * 8
    guard
      let observed = try? ObservedResults(observations, among: series.map(\.label), of: model),
      let sample = try? changes.block(at: [start], lanes: lanes),
      let solver = try? DrawSolver(plan, sample: sample, series: series, draws: lanes)
    else { return nil }
    return Compiled(solver: solver, observed: observed)
  }
}

extension FitSolver.Compiled {
  /// What the lanes of a block have in the place of each observation; nil where one has no solution.
  fileprivate func predictions(_ block: DrawnBlock) -> [[Double]]? {
    let periods = solver.plan.model.time.count
    var arena: [Double] = []
    var values = [Double](repeating: 0, count: solver.series.count * periods * solver.draws)
    let rows = ResultRows(length: solver.draws, columns: 0..<solver.draws)
    guard (try? solver.solve(block, on: &arena, to: &values, rows)) != nil else { return nil }
    return (0..<solver.draws).map { lane in
      observed.predictions { values[($0 * periods + $1) * solver.draws + lane] }
    }
  }
}

extension SeriesLabel {
  fileprivate init(_ series: Series) {
    self.init(
      kind: series.kind.rawValue, name: series.name, from: series.from, to: series.to,
      dimensions: series.elements, unit: series.unit)
  }
}
