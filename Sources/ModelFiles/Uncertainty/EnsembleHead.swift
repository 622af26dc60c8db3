public import UrbanMining

/// What an ensemble is of: everything but its numbers. Shards join where their heads are equal.
public struct EnsembleHead: Hashable, Sendable, Codable {
  public let program: String
  public let model: String
  public let title: String
  public let scenario: String?
  public let changes: [String]
  public let inflowAt: String
  public let unit: String
  public let years: [String]
  public let draws: Int
  public let seed: UInt64
  public let sampler: String
  /// Draws in each block.
  public let blockDraws: Int
  public let blocks: Int
  /// Stands for the model's numbers and what is uncertain in them.
  public let fingerprint: String
  public let uncertain: [Uncertain]
  public let series: [SeriesLabel]

  /// An uncertain number, in words.
  public struct Uncertain: Hashable, Sendable, Codable {
    public let key: String
    public let drawn: String
  }

  /// - Parameters:
  ///   - ensemble: what is computed.
  ///   - scenario: the name of the scenario, if any.
  ///   - changes: single changes made beside it, as they were written.
  ///   - program: the name and version of the program.
  public init(_ ensemble: Ensemble, scenario: String?, changes: [String], program: String) {
    let model = ensemble.uncertainty.model
    self.program = program
    self.model = model.header.name
    title = model.header.title
    self.scenario = scenario
    self.changes = changes
    inflowAt = model.timing.description
    unit = model.header.unit.rawValue
    years = model.time.labels.indices.map { model.time.label(of: $0) }
    draws = ensemble.draws
    seed = ensemble.seed
    sampler = ensemble.sampler.rawValue
    blockDraws = ensemble.draws(ofBlock: 0).count
    blocks = ensemble.blocks
    fingerprint = ensemble.uncertainty.fingerprint
    uncertain = ensemble.uncertainty.lines.map { Uncertain(key: $0.key, drawn: $0.text) }
    series = ensemble.series
  }

  /// The draws of a block.
  func draws(ofBlock block: Int) -> Range<Int> {
    block * blockDraws..<min((block + 1) * blockDraws, draws)
  }

  /// Whether there are as many blocks as the draws take.
  var isConsistent: Bool {
    draws > 0 && blockDraws > 0 && blocks == (draws - 1) / blockDraws + 1
  }

  /// Rows of results: one for each series and year.
  var rows: Int { series.count * years.count }
}
