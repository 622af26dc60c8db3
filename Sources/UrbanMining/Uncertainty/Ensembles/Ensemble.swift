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
    let sample: DrawnBlock
    do throws(DrawFault) {
      sample = try plan.block(lanes: 2) { _, numbers in numbers += [0.4, 0.6] }
    } catch {
      throw .draw(error)
    }
    func isKnown(_ name: String, among series: [EnsembleSeries]) -> Bool {
      series.contains { $0.label.matches(name) }
    }
    var solved = try SystemPlan(
      uncertainty.model, withOwnNumbersFor: uncertainty.targets.map(\.target))
    var all = EnsembleSeries.all(of: solved, isDetailed: isDetailed || !only.isEmpty)
    // Elements of dimensions that never mix are lanes, which are added up: who asks for one of them needs it
    // among the equations.
    let isSummed = isDetailed || only.contains { !isKnown($0, among: all) }
    if solved.split.width > 1 && isSummed {
      solved = try SystemPlan(
        uncertainty.model, withOwnNumbersFor: uncertainty.targets.map(\.target), isSplit: false)
      all = EnsembleSeries.all(of: solved, isDetailed: true)
    }
    for name in only where !isKnown(name, among: all) {
      let known = EnsembleSeries.all(of: solved, isDetailed: false)
      throw .unknownSeries(name, known: known.map(\.label.key))
    }
    solver = try DrawSolver(
      solved, sample: sample,
      series: only.isEmpty
        ? all : all.filter { series in only.contains { series.label.matches($0) } })
    series = solver.series.map(\.label)
  }

  /// Runs of the solver in a block: more draws make the counting of values cheaper.
  private static let runsPerBlock = 4

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

  /// Room for a block of draws, used again for the next one.
  struct Room: Sendable {
    var arena: [Double] = []
    /// The results: series after series, period after period, a number for each draw of the block.
    var values: [Double] = []

    mutating func resize(_ count: Int) {
      if values.count != count { values = [Double](repeating: 0, count: count) }
    }
  }

  /// Calculates the results of a block.
  /// - Complexity: that of solving the model for each draw.
  func solve(block: Int, in room: inout Room) throws(EnsembleError) {
    let range = draws(ofBlock: block)
    room.resize(rows * range.count)
    do throws(EnsembleError) {
      for first in stride(from: range.lowerBound, to: range.upperBound, by: solver.draws) {
        let own = first..<min(first + solver.draws, range.upperBound)
        let drawn = try drawn { stream, numbers in
          source.append(own, stream: stream, to: &numbers)
          // The lanes that the last run has too many repeat the last draw.
          let last = numbers[numbers.count - 1]
          numbers += repeatElement(last, count: solver.draws - own.count)
        }
        let start = first - range.lowerBound
        try solver.solve(
          drawn, on: &room.arena, to: &room.values,
          ResultRows(length: range.count, columns: start..<start + own.count))
      }
    } catch {
      throw .block(range.lowerBound...range.upperBound - 1, reason: error.description)
    }
  }

  /// Calculates the results of as many draws as are solved at once.
  func solve(_ drawn: DrawnBlock, in room: inout Room) throws(EnsembleError) {
    room.resize(rows * solver.draws)
    try solver.solve(
      drawn, on: &room.arena, to: &room.values,
      ResultRows(length: solver.draws, columns: 0..<solver.draws))
  }

  /// The numbers of as many draws as are solved at once, from their numbers between 0 and 1.
  func drawn(_ uniforms: DrawPlan.Uniforms) throws(EnsembleError) -> DrawnBlock {
    do throws(DrawFault) {
      return try plan.block(lanes: solver.draws, uniforms: uniforms)
    } catch {
      throw .draw(error)
    }
  }
}

extension SystemPlan {
  /// Compiles a model whose numbers will change.
  /// - Parameters:
  ///   - model: the model.
  ///   - targets: what of it will change. A key of a flow or process changes it alone: it gets numbers of
  ///     its own, where it shares an input.
  ///   - isSplit: whether elements of dimensions that never mix become lanes.
  init(
    _ model: SystemModel, withOwnNumbersFor targets: [ChangeTarget], isSplit: Bool = true
  ) throws(EnsembleError) {
    let changes = targets.compactMap { target -> Scenario.Change? in
      if case .input = target.owner { return nil }
      guard !target.isLifetime else { return nil }
      let space = target.space
      let whole = ChangeTarget(
        key: target.key, owner: target.owner, cells: Array(0..<space.count), space: space,
        dimensions: space.dimensions.map(\.name))
      return .init(
        target: whole,
        value: .numbers(
          Parameter(
            dimensions: whole.dimensions, cells: model.numbers(of: target.owner, over: space))))
    }
    let own: SystemModel
    do throws(SystemModelError) {
      own = try Scenario(name: "", changes: changes).applied(to: model)
    } catch {
      throw .unsolvable(error.description)
    }
    do throws(SystemPlanError) {
      try self.init(lanes: [own], lifetimesChange: true, isSplit: isSplit)
    } catch {
      throw .plan(error)
    }
  }
}
