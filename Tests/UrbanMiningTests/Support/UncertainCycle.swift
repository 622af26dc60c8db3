@testable import UrbanMining

extension TwoUseCycle {
  /// The cycle with uncertain lifetimes, yields, collection and mining.
  func uncertainty(
    _ parameters: [UncertainParameter]? = nil, groups: [CorrelatedGroup] = []
  ) throws -> Uncertainty {
    try Uncertainty(
      model: model(),
      parameters: parameters ?? [
        .init(
          key: "use.lifetime", .relative(try Distribution("lognormal(median: 1, sigma: 0.15)")),
          over: ["end_use"]),
        .init(
          key: "yield", .odds(try Distribution("lognormal(median: 1, sigma: 0.2)")),
          over: ["end_use"]),
        .init(key: "collection", .relative(try Distribution("uniform(from: 0.7, to: 1.1)"))),
        .init(
          key: "mining", .relative(try Distribution("normal(mean: 1, sd: 0.05)")),
          path: .autoregressive(correlation: 0.8)),
      ], groups: groups)
  }
}

extension Ensemble {
  /// All blocks at once.
  func tally(threads: Int = 1) throws -> EnsembleTally {
    try run(from: tally(from: 0), upTo: blocks, threads: threads)
  }

  /// The place of a series among the rows.
  func row(_ key: String, period: Int) -> Int {
    (series.firstIndex { $0.matches(key) } ?? -1) * uncertainty.model.time.count + period
  }
}
