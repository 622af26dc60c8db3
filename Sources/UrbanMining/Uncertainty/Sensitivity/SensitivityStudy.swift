internal import LinearAlgebra

/// Which uncertain quantity moves a result how much.
public struct SensitivityStudy: Sendable {
  public let uncertainty: Uncertainty
  public let result: ResultKey
  private let ensemble: Ensemble
  private let row: Int

  /// - Parameters:
  ///   - uncertainty: the model with what is uncertain in it.
  ///   - result: the result that is explained.
  public init(of result: ResultKey, in uncertainty: Uncertainty) throws(EnsembleError) {
    self.uncertainty = uncertainty
    self.result = result
    ensemble = try Ensemble(uncertainty, draws: 1, seed: 0, only: [result.name])
    row = try result.period(in: uncertainty.model)
  }

  /// The series that is explained.
  public var label: SeriesLabel { ensemble.series[0] }

  /// The year of the result.
  public var year: String { uncertainty.model.time.label(of: row) }

  // MARK: - Variance

  /// Sobol indices: shares of the variance, with the quantities in the order of the model file. A group of
  /// correlated quantities is one cause, as is a quantity that is drawn each year.
  /// - Parameters:
  ///   - samples: rows of the two samples, best a power of two; each takes a run for every cause and two more.
  ///   - seed: of the samples and of the resamples behind the intervals.
  ///   - threads: how many may work at once.
  public func sobol(
    samples: Int, seed: UInt64, threads: Int = 1
  ) throws(EnsembleError) -> (names: [String], indices: SobolIndices) {
    let factors = ensemble.plan.factors
    let streams = ensemble.plan.streams
    let source = DrawSource(
      .sobol, seed: seed, draws: samples, streams: streams + streams.map { "\($0)/B" })
    var factorOfStream = [Int](repeating: 0, count: streams.count)
    for (index, factor) in factors.enumerated() {
      for stream in factor.streams { factorOfStream[stream] = index }
    }
    let owners = factorOfStream
    let width = factors.count + 2
    // A row: sample A, A with the column of each cause from B, and B.
    let results = try evaluate(count: samples * width, threads: threads) { index, stream in
      let (row, which) = (index / width, index % width)
      let isFromB = which == width - 1 || which == owners[stream] + 1
      return source.uniform(draw: row, stream: isFromB ? streams.count + stream : stream)
    }
    func column(_ which: Int) -> [Double] {
      stride(from: which, to: results.count, by: width).map { results[$0] }
    }
    let indices = SobolIndices(
      a: column(0), b: column(width - 1), ab: factors.indices.map { column($0 + 1) }, seed: seed)
    return (factors.map(\.name), indices)
  }

  // MARK: - One at a time

  /// Morris's elementary effects, per step through the central 95 of 100 draws of a quantity. Correlations
  /// are left out; a path is at one level in all years.
  /// - Parameters:
  ///   - trajectories: from how many starting points; each takes a run for every quantity and one more.
  ///   - seed: of the starting points.
  ///   - threads: how many may work at once.
  public func morris(
    trajectories: Int, seed: UInt64, threads: Int = 1
  ) throws(EnsembleError) -> (names: [String], effects: ElementaryEffects) {
    let (names, places) = quantities
    let paths = MorrisTrajectories(count: trajectories, quantities: names.count, seed: seed)
    let points = (0..<trajectories).flatMap { paths.points(of: $0) }
    let results = try evaluateLevels(count: points.count, threads: threads) { index, quantity in
      0.025 + 0.95 * points[index][quantity]
    } places: {
      places[$0][$1]
    }
    return (names, ElementaryEffects(trajectories: paths, results: results))
  }

  /// One bar of a tornado: the result with one quantity low and high, all others at their medians.
  public struct Bar: Hashable, Sendable {
    public let name: String
    public let low: Double
    public let high: Double
  }

  /// The result with each quantity at a low and a high quantile, the widest bar first.
  /// - Parameters:
  ///   - tail: the probability beyond each end, such as 0.05.
  ///   - threads: how many may work at once.
  /// - Returns: the result with all quantities at their medians, and the bars.
  public func tornado(
    tail: Double = 0.05, threads: Int = 1
  ) throws(EnsembleError) -> (middle: Double, bars: [Bar]) {
    let (names, places) = quantities
    let results = try evaluateLevels(count: 2 * names.count + 1, threads: threads) {
      index, quantity in
      index == 0 || (index - 1) / 2 != quantity ? 0.5 : index % 2 == 1 ? tail : 1 - tail
    } places: {
      places[$0][$1]
    }
    let bars = names.enumerated().map {
      Bar(name: $1, low: results[1 + 2 * $0], high: results[2 + 2 * $0])
    }
    return (results[0], bars.sorted { abs($0.high - $0.low) > abs($1.high - $1.low) })
  }

  /// Every draw of every parameter as a quantity of its own: names, and the number of each.
  private var quantities: (names: [String], places: [[Int]]) {
    var names: [String] = []
    let places = uncertainty.parameters.indices.map { parameter -> [Int] in
      (0..<uncertainty.spaces[parameter].count).map { draw -> Int in
        names.append(uncertainty.name(parameter: parameter, draw: draw))
        return names.count - 1
      }
    }
    return (names, places)
  }

  // MARK: - Runs

  private func evaluateLevels(
    count: Int, threads: Int,
    _ level: @escaping @Sendable (_ index: Int, _ quantity: Int) -> Double,
    places: @escaping @Sendable (_ parameter: Int, _ draw: Int) -> Int
  ) throws(EnsembleError) -> [Double] {
    let (ensemble, draws) = (ensemble, ensemble.solver.draws)
    return try inBlocks(count: count, threads: threads) { (first) throws(EnsembleError) in
      do throws(DrawFault) {
        return try ensemble.plan.block(lanes: draws) { lane, parameter, draw in
          level(min(first + lane, count - 1), places(parameter, draw))
        }
      } catch {
        throw .draw(error)
      }
    }
  }

  private func evaluate(
    count: Int, threads: Int,
    _ uniform: @escaping @Sendable (_ index: Int, _ stream: Int) -> Double
  ) throws(EnsembleError) -> [Double] {
    let ensemble = ensemble
    return try inBlocks(count: count, threads: threads) { (first) throws(EnsembleError) in
      try ensemble.drawn { stream, numbers in
        for lane in 0..<ensemble.solver.draws {
          numbers.append(uniform(min(first + lane, count - 1), stream))
        }
      }
    }
  }

  /// The result in each of so many runs, calculated in blocks.
  private func inBlocks(
    count: Int, threads: Int,
    _ drawn: @escaping @Sendable (_ first: Int) throws(EnsembleError) -> DrawnBlock
  ) throws(EnsembleError) -> [Double] {
    let (ensemble, draws, row) = (ensemble, ensemble.solver.draws, row)
    var states = [Evaluated](repeating: Evaluated(), count: max(1, threads))
    Workers.forEach(items: (count + draws - 1) / draws, states: &states) { block, state in
      do throws(EnsembleError) {
        try ensemble.solve(try drawn(block * draws), in: &state.room)
        let own = state.room.values[row * draws..<(row + 1) * draws]
        state.results.append((block, .success(Array(own))))
      } catch {
        state.results.append((block, .failure(error)))
      }
    }
    var results: [Double] = []
    for part in states.flatMap(\.results).sorted(by: { $0.block < $1.block }) {
      results += try part.values.get()
    }
    return Array(results.prefix(count))
  }

  /// What one thread found.
  private struct Evaluated: Sendable {
    var room = Ensemble.Room()
    var results: [(block: Int, values: Result<[Double], EnsembleError>)] = []
  }
}
