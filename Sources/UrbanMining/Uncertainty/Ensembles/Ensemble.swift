internal import LinearAlgebra

/// Many draws of an uncertain model, solved side by side.
///
/// Draws are numbered from 0 and cut into blocks of a fixed size at fixed places. What a block holds
/// depends on the seed and the number of its draws alone, so that blocks can be calculated in any order, on
/// any number of threads and in any shard, with the same bits in the end.
public struct Ensemble: Sendable {
  public let uncertainty: Uncertainty
  public let draws: Int
  public let seed: UInt64
  public let sampler: Sampler
  /// The series that are kept, each with one number for every period and draw.
  public let series: [SeriesLabel]
  let plan: DrawPlan
  let source: DrawSource
  let solver: DrawSolver
  private let formulas: [EnsembleSeries]

  /// - Parameters:
  ///   - uncertainty: the model with what is uncertain in it.
  ///   - draws: how many, at least one.
  ///   - seed: of all random numbers.
  ///   - sampler: how draws fill the space of what is uncertain.
  ///   - isDetailed: whether the cells of processes and flows are kept beside their totals.
  ///   - only: names or keys of the series to keep; none keeps all.
  /// - Throws: where the model can't be compiled, or nothing in it is uncertain.
  public init(
    _ uncertainty: Uncertainty, draws: Int, seed: UInt64, sampler: Sampler = .monteCarlo,
    isDetailed: Bool = false, only: [String] = []
  ) throws(EnsembleError) {
    precondition(draws > 0, "at least one draw")
    guard !uncertainty.isEmpty else { throw .nothingUncertain }
    self.uncertainty = uncertainty
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    plan = DrawPlan(uncertainty)
    source = DrawSource(sampler, seed: seed, draws: draws, streams: plan.streams)
    solver = try DrawSolver(uncertainty, plan)
    let all = solver.series(isDetailed: isDetailed || !only.isEmpty)
    for name in only where !all.contains(where: { $0.label.matches(name) }) {
      throw .unknownSeries(name, known: solver.series(isDetailed: false).map(\.label.key))
    }
    formulas =
      only.isEmpty ? all : all.filter { series in only.contains { series.label.matches($0) } }
    series = formulas.map(\.label)
  }

  /// Runs of the solver in a block: more draws make the counting of values cheaper.
  private static let runsPerBlock = 2

  private var drawsPerBlock: Int { Ensemble.runsPerBlock * solver.draws }

  /// The number of blocks.
  public var blocks: Int { (draws + drawsPerBlock - 1) / drawsPerBlock }

  /// The draws of a block.
  public func draws(ofBlock block: Int) -> Range<Int> {
    let first = block * drawsPerBlock
    return first..<min(first + drawsPerBlock, draws)
  }

  /// Rows of results: one for each series and period.
  var rows: Int { series.count * uncertainty.model.time.count }

  /// The results of a block: series after series, period after period, a number for each of its draws.
  /// - Complexity: that of solving the model for each draw.
  func values(ofBlock block: Int) throws(EnsembleError) -> [Double] {
    let range = draws(ofBlock: block)
    do throws(EnsembleError) {
      var values = [Double](repeating: 0, count: rows * range.count)
      for first in stride(from: range.lowerBound, to: range.upperBound, by: solver.draws) {
        let part = try self.values { lane, stream in
          // The lanes that the last run has too many repeat the last draw.
          source.uniform(draw: min(first + lane, range.upperBound - 1), stream: stream)
        }
        let count = min(solver.draws, range.upperBound - first)
        let from = part.span
        var to = values.mutableSpan
        for row in 0..<rows {
          let (start, place) = (row * solver.draws, row * range.count + first - range.lowerBound)
          for draw in 0..<count { to[place + draw] = from[start + draw] }
        }
      }
      return values
    } catch {
      throw .block(range.lowerBound...range.upperBound - 1, reason: error.description)
    }
  }

  /// The results of as many draws as are solved at once, each from its numbers between 0 and 1.
  func values(
    _ uniform: (_ lane: Int, _ stream: Int) -> Double
  ) throws(EnsembleError) -> [Double] {
    let block: DrawnBlock
    do throws(DrawFault) {
      block = try plan.block(lanes: solver.draws, uniform: uniform)
    } catch {
      throw .draw(error)
    }
    return try values(of: block)
  }

  /// The results of draws that are solved at once.
  func values(of block: DrawnBlock) throws(EnsembleError) -> [Double] {
    let arena = try solver.solve(block)
    let time = uncertainty.model.time
    var values = [Double](repeating: 0, count: rows * solver.draws)
    for (index, series) in formulas.enumerated() {
      series.write(
        to: &values, at: index * time.count * solver.draws, from: arena, time: time,
        draws: solver.draws, width: solver.plan.split.width)
    }
    return values
  }
}

extension DrawSolver {
  /// Compiles a model whose numbers are drawn.
  init(_ uncertainty: Uncertainty, _ draws: DrawPlan) throws(EnsembleError) {
    let model = uncertainty.model
    // A key of a flow or process changes it alone: it gets numbers of its own, where it shares an input.
    let changes = uncertainty.targets.compactMap { target -> Scenario.Change? in
      if case .input = target.target.owner { return nil }
      guard !target.target.isLifetime else { return nil }
      let space = target.target.space
      let whole = ChangeTarget(
        key: target.target.key, owner: target.target.owner, cells: Array(0..<space.count),
        space: space,
        dimensions: space.dimensions.map(\.name))
      return .init(
        target: whole,
        value: .numbers(
          Parameter(
            dimensions: whole.dimensions,
            cells: model.numbers(of: target.target.owner, over: space))))
    }
    let sample: DrawnBlock
    do throws(DrawFault) {
      sample = try draws.block(lanes: 2) { lane, _ in lane == 0 ? 0.4 : 0.6 }
    } catch {
      throw .draw(error)
    }
    let own: SystemModel
    do throws(SystemModelError) {
      own = try Scenario(name: "", changes: changes).applied(to: model)
    } catch {
      throw .unsolvable(error.description)
    }
    let plan: SystemPlan
    do throws(SystemPlanError) {
      plan = try SystemPlan(lanes: [own], lifetimesChange: true)
    } catch {
      throw .plan(error)
    }
    try self.init(plan, sample: sample)
  }
}
