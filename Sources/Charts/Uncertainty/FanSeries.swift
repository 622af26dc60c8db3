public import UrbanMining

/// One series of an ensemble with its bands, as a fan chart shows it.
public struct FanSeries: Hashable, Sendable {
  public let label: SeriesLabel
  public let years: [Double]
  /// The value at each of ``probabilities`` for each year; nil where the series is not defined in some
  /// draw.
  public let quantiles: [[Double?]]
  /// What the ensemble is of.
  public let origin: Origin

  /// The median, the quartiles, and the ends of the band that holds nine in ten draws.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// What an ensemble is of, in the words that stand around a chart.
  public struct Origin: Hashable, Sendable {
    /// The title of the model.
    public let title: String
    /// The metal; nil where that is not known.
    public let material: String?
    /// What readers call processes and elements, by identifier; others stand as they are.
    public let labels: [String: String]
    /// When inflow enters use, and under which scenario.
    public let convention: String
    public let draws: Int
    public let seed: UInt64
    public let sampler: Sampler?
    /// What is uncertain, by key.
    public let uncertain: [String]
    /// Sources, scenario, program and input.
    public let footer: String

    /// - Parameters:
    ///   - title: the title of the model.
    ///   - material: the metal; nil where that is not known.
    ///   - labels: what readers call processes and elements, by identifier.
    ///   - convention: when inflow enters use, and under which scenario.
    ///   - draws: how many draws there are.
    ///   - seed: the seed of the random numbers.
    ///   - sampler: how the draws were made; nil where that is not known.
    ///   - uncertain: what is uncertain, by key.
    ///   - footer: sources, scenario, program and input.
    public init(
      title: String, material: String? = nil, labels: [String: String] = [:], convention: String,
      draws: Int, seed: UInt64, sampler: Sampler?, uncertain: [String], footer: String
    ) {
      self.title = title
      self.material = material
      self.labels = labels
      self.convention = convention
      self.draws = draws
      self.seed = seed
      self.sampler = sampler
      self.uncertain = uncertain
      self.footer = footer
    }
  }

  /// - Parameters:
  ///   - label: what the series is.
  ///   - years: the years.
  ///   - quantiles: as many lists as there are ``probabilities``, each with a value for each year.
  ///   - origin: what the ensemble is of.
  public init(label: SeriesLabel, years: [Double], quantiles: [[Double?]], origin: Origin) {
    precondition(
      quantiles.count == FanSeries.probabilities.count
        && quantiles.allSatisfy { $0.count == years.count }, "a value for each quantile and year")
    self.label = label
    self.years = years
    self.quantiles = quantiles
    self.origin = origin
  }

  /// Whether there is a year in which all draws have the series.
  var isDefined: Bool {
    years.indices.contains { year in quantiles.allSatisfy { $0[year] != nil } }
  }

  /// The series that an ensemble kept, in its order.
  /// - Parameters:
  ///   - ensemble: what was drawn.
  ///   - tally: all of its blocks.
  ///   - context: what the footer says beside the model.
  /// - Complexity: O(values · log values).
  public static func all(
    of ensemble: Ensemble, tally: EnsembleTally, context: ChartContext
  ) -> [FanSeries] {
    let statistics = EnsembleStatistics(tally, probabilities: FanSeries.probabilities)
    let model = ensemble.uncertainty.model
    let origin = Origin(
      title: model.header.title, material: model.header.material, labels: model.header.labels,
      convention: "inflow enters use at \(model.timing.words)"
        + (context.scenario.map { "; scenario \($0)" } ?? ""),
      draws: ensemble.draws, seed: ensemble.seed, sampler: ensemble.sampler,
      uncertain: ensemble.uncertainty.parameters.map(\.key), footer: context.footer(model))
    let count = model.time.count
    return ensemble.series.enumerated().map { index, label in
      let rows = statistics.rows[index * count..<(index + 1) * count]
      return FanSeries(
        label: label, years: model.time.labels,
        quantiles: FanSeries.probabilities.indices.map { place in
          rows.map { $0?.quantiles[place] }
        }, origin: origin)
    }
  }
}
