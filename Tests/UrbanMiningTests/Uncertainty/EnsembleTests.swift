import Testing

@testable import UrbanMining

struct EnsembleTests {
  private func ensemble(
    draws: Int = 400, sampler: Sampler = .monteCarlo, only: [String] = []
  ) throws -> Ensemble {
    try Ensemble(
      TwoUseCycle().uncertainty(), draws: draws, seed: 11, sampler: sampler, isDetailed: true,
      only: only)
  }

  private func bits(_ tally: EnsembleTally) -> [[UInt64]] {
    EnsembleStatistics(tally).rows.map { row in
      guard let row else { return [] }
      return ([row.mean, row.standardDeviation, row.smallest, row.largest] + row.quantiles)
        .map(\.bitPattern)
    }
  }

  @Test(arguments: Sampler.allCases)
  func threadsAndShardsGiveTheSameBits(_ sampler: Sampler) throws {
    let ensemble = try ensemble(sampler: sampler)
    let whole = try ensemble.tally()
    #expect(try bits(ensemble.tally(threads: 3)) == bits(whole))
    var joined = ensemble.tally(from: 0)
    for shard in 0..<3 {
      let blocks = ensemble.blocks(ofShard: shard, of: 3)
      joined.append(
        try ensemble.run(from: ensemble.tally(from: blocks.lowerBound), upTo: blocks.upperBound))
    }
    #expect(bits(joined) == bits(whole))
    let half = try ensemble.run(from: ensemble.tally(from: 0), upTo: 2)
    #expect(try bits(ensemble.run(from: half, upTo: ensemble.blocks)) == bits(whole))
  }

  /// Every lane of a block is what solving the changed model alone gives.
  @Test func aDrawIsTheModelWithItsNumbers() throws {
    let ensemble = try ensemble(draws: 336)
    // The last 80 draws, which do not fill a block or all lanes of a run.
    let (first, count) = (256, 80)
    let drawn = try ensemble.plan.block(lanes: count) {
      ensemble.source.append(first..<first + count, stream: $0, to: &$1)
    }
    var room = Ensemble.Room()
    try ensemble.solve(block: 1, in: &room)
    let values = room.values
    let base = try TwoUseCycle().model()
    for lane in [0, 41, 79] {
      var inputs = base.inputs
      for own in drawn.numbers {
        guard case .input(let index) = own.owner else { continue }
        var cells = inputs[index].parameter.cells
        cells[own.cell] = (0..<30).map { own.series($0, lane) }
        inputs[index] = .init(
          name: inputs[index].name,
          parameter: Parameter(dimensions: inputs[index].parameter.dimensions, cells: cells))
      }
      let processes = base.processes.enumerated().map { index, process in
        let own = drawn.lifetimes.filter { $0.process == index }
        return own.isEmpty
          ? process
          : process.with(
            lifetimes: own.map { [Lifetime](repeating: $0.lifetimes[lane], count: 30) })
      }
      let model = try SystemModel(
        header: base.header, time: base.time, timing: base.timing, dimensions: base.dimensions,
        inputs: inputs, processes: processes, flows: base.flows, population: base.population)
      let alone = try SystemPlan(model).solve().series()
      for (index, label) in ensemble.series.enumerated() {
        guard
          let same = alone.first(where: {
            $0.kind.rawValue == label.kind && $0.name == label.name
              && $0.elements == label.dimensions
              && $0.from == label.from && $0.to == label.to
          })
        else { continue }
        for period in 0..<30 {
          let own = values[(index * 30 + period) * count + lane]
          expectClose(
            [own.isNaN ? nil : own], [same.values[period]], relative: 1e-11, absolute: 1e-11,
            label.key)
        }
      }
    }
  }

  /// With mining alone uncertain every flow is proportional to it: quantiles are those of its normal, which
  /// SciPy has as 1 + 0.1 · norm.ppf(p).
  @Test func quantilesAreThoseOfAKnownDistribution() throws {
    let cycle = TwoUseCycle()
    let uncertainty = try cycle.uncertainty([
      .init(key: "mining", .relative(try Distribution("normal(mean: 1, sd: 0.1)")))
    ])
    let ensemble = try Ensemble(uncertainty, draws: 1024, seed: 5, sampler: .sobol)
    let statistics = EnsembleStatistics(try ensemble.tally())
    let base = try cycle.solved().inUseStock()
    let row = try #require(statistics.rows[ensemble.row("stock.use", period: 29)])
    expectClose(row.mean, base[29], relative: 3e-4)
    expectClose(row.standardDeviation, 0.1 * base[29], relative: 5e-3)
    let known = [
      0.8040036015, 0.8355146373, 0.9325510250, 1, 1.0674489750, 1.1644853627, 1.1959963985,
    ]
    expectClose(row.quantiles, known.map { $0 * base[29] }, relative: 2e-3)
  }

  @Test func countedQuantilesAreWithinTheirErrorOfExactOnes() throws {
    let ensemble = try ensemble(draws: 512)
    let exact = try ensemble.tally()
    var sketches = [CountSketch](repeating: CountSketch(), count: ensemble.rows)
    for block in exact.samples {
      let draws = block.count / ensemble.rows
      for row in sketches.indices {
        let own = block[row * draws..<(row + 1) * draws]
        guard !own.contains(where: \.isNaN), let low = own.min(), let high = own.max() else {
          continue
        }
        sketches[row].add(block, from: row * draws, count: draws, low: low, high: high)
      }
    }
    let counted = EnsembleStatistics(
      EnsembleTally(blocks: exact.blocks, tree: exact.tree, sketches: sketches, samples: []))
    #expect(counted.quantileError == CountSketch.relativeError)
    for (own, other) in zip(EnsembleStatistics(exact).rows, counted.rows) {
      guard let own, let other, own.smallest > 1e-9 else { continue }
      expectClose(other.quantiles, own.quantiles, relative: CountSketch.relativeError)
    }
  }

  @Test func keepsOnlyTheSeriesThatAreWanted() throws {
    let ensemble = try ensemble(only: ["eol_rr", "stock.use.cars"])
    #expect(ensemble.series.map(\.key) == ["stock.use.cars", "indicator.eol_rr"])
    #expect(throws: EnsembleError.self) { try self.ensemble(only: ["eol"]) }
  }

  @Test func aHistogramCountsEveryDraw() throws {
    let ensemble = try ensemble(only: ["eol_rr"])
    let histogram = try ensemble.tally().histogram(ofRow: ensemble.row("eol_rr", period: 29))
    #expect(histogram.counts.reduce(0, +) == 400)
    #expect(histogram.edges.count == 41)
  }

  @Test func refusesAModelWithoutUncertainty() throws {
    let uncertainty = try TwoUseCycle().uncertainty([])
    #expect(throws: EnsembleError.nothingUncertain) {
      try Ensemble(uncertainty, draws: 1, seed: 1)
    }
  }
}
