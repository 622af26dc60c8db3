internal import Foundation
public import UrbanMining

/// The statistics of a whole ensemble as JSON and CSV hold them (schema `urbanmine/ensemble/1`).
public struct EnsembleDocument: Encodable, Sendable {
  let schema = "urbanmine/ensemble/1"
  let ensemble: EnsembleHead
  let statistics: Facts
  let series: [Entry]
  let histograms: [Histogram]
  private let rows: [EnsembleStatistics.Row?]

  struct Facts: Encodable, Sendable {
    /// The largest relative error of a quantile; 0 where all values were kept.
    let quantileError: Double
    let probabilities: [Double]
  }

  struct Entry: Encodable, Sendable {
    let label: SeriesLabel
    let mean: [Double?]
    let sd: [Double?]
    let min: [Double?]
    let max: [Double?]
    /// One list for each probability.
    let quantiles: [[Double?]]
  }

  struct Histogram: Encodable, Sendable {
    let key: String
    let year: String
    let edges: [Double]
    let counts: [Int]
  }

  private enum CodingKeys: String, CodingKey {
    case schema, ensemble, statistics, series, histograms
  }

  /// - Parameter shard: a whole ensemble.
  /// - Complexity: O(numbers · log numbers) where all values were kept.
  public init(_ shard: EnsembleShard) {
    let statistics = EnsembleStatistics(shard.tally)
    let head = shard.head
    ensemble = head
    self.statistics = Facts(
      quantileError: statistics.quantileError, probabilities: statistics.probabilities)
    rows = statistics.rows
    let (rows, periods) = (statistics.rows, head.years.count)
    series = head.series.enumerated().map { index, label in
      let own = rows[index * periods..<(index + 1) * periods]
      return Entry(
        label: label, mean: own.map { $0?.mean }, sd: own.map { $0?.standardDeviation },
        min: own.map { $0?.smallest }, max: own.map { $0?.largest },
        quantiles: statistics.probabilities.indices.map { place in own.map { $0?.quantiles[place] }
        })
    }
    histograms = head.series.enumerated().compactMap { index, label in
      guard label.kind == "indicator" || label.kind == "stock" else { return nil }
      let histogram = shard.tally.histogram(ofRow: (index + 1) * periods - 1)
      return Histogram(
        key: label.key, year: head.years[periods - 1], edges: histogram.edges,
        counts: histogram.counts)
    }
  }

  /// What the ensemble is of.
  public var head: EnsembleHead { ensemble }
  /// The largest relative error of a quantile; 0 where all values were kept.
  public var quantileError: Double { statistics.quantileError }
  /// The probabilities of quantiles.
  public var probabilities: [Double] { statistics.probabilities }

  /// The statistics of a series in a year; nil where it is not defined.
  public func row(series: Int, year: Int) -> EnsembleStatistics.Row? {
    rows[series * head.years.count + year]
  }

  /// Tidy CSV: a row for each series and year.
  public var csvText: String {
    let dimensions = Set(head.series.flatMap(\.dimensions.keys)).sorted()
    var lines = [
      csvLine(
        ["year", "kind", "name", "from", "to"] + dimensions + ["unit", "mean", "sd", "min"]
          + probabilities.map { "q\(plainNumber($0))" } + ["max"])
    ]
    for (index, label) in head.series.enumerated() {
      for (period, year) in head.years.enumerated() {
        let row = row(series: index, year: period)
        let numbers: [Double?] =
          [row?.mean, row?.standardDeviation, row?.smallest]
          + probabilities.indices.map { row?.quantiles[$0] } + [row?.largest]
        lines.append(
          csvLine(
            [year, label.kind, label.name, label.from ?? "", label.to ?? ""]
              + dimensions.map { label.dimensions[$0] ?? "" } + [label.unit]
              + numbers.map { $0.map(plainNumber) ?? "" }))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension EnsembleShard {
  /// Writes the shard whole or not at all.
  public func write(to path: String) throws(CannotWrite) {
    let bytes: [UInt8]
    do {
      bytes = try self.bytes()
    } catch {
      throw CannotWrite(path: path, reason: "\(error)")
    }
    try writeFile(bytes, to: path)
  }
}
