public import UrbanMining

/// How much the flows of one year differ between the draws of an ensemble.
public struct FlowDeviations: Sendable {
  /// The year that it is of.
  public let year: Double
  public let draws: Int
  public let seed: UInt64
  /// The standard deviation of each flow, in the unit of the model per year.
  private let values: [Key: Double]

  private struct Key: Hashable {
    let name: String
    let from: String?
    let to: String?
    let dimensions: [String: String]
  }

  /// - Parameters:
  ///   - ensemble: what was drawn, with the series of flows among those kept.
  ///   - tally: all of its blocks.
  ///   - year: the year; nil for the last of the model.
  /// - Throws: where the model has no such year.
  public init(of ensemble: Ensemble, tally: EnsembleTally, year: Double?) throws(ChartError) {
    let years = ensemble.uncertainty.model.time.labels
    let wanted = year ?? years[years.count - 1]
    guard let period = years.firstIndex(of: wanted) else {
      throw ChartError(faults: [.notInModel(what: "year \(NumberFormat.year(wanted))")])
    }
    let rows = EnsembleStatistics(tally, probabilities: []).rows
    self.year = wanted
    draws = ensemble.draws
    seed = ensemble.seed
    let known = ensemble.series.enumerated().compactMap { index, label -> (Key, Double)? in
      guard label.kind == Series.Kind.flow.rawValue,
        let row = rows[index * years.count + period]
      else { return nil }
      let key = Key(name: label.name, from: label.from, to: label.to, dimensions: label.dimensions)
      return (key, row.standardDeviation)
    }
    values = Dictionary(known) { first, _ in first }
  }

  /// The standard deviation of a flow, over all of its cells or over those of one element.
  func deviation(
    name: String, from: String, to: String, dimensions: [String: String]
  ) -> Double? {
    values[Key(name: name, from: from, to: to, dimensions: dimensions)]
  }
}
