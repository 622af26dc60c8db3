internal import Foundation
public import UrbanMining

/// The statistics of an ensemble, read back from the JSON file that `urbanmine ensemble -o` wrote.
public struct SavedEnsemble: Sendable {
  /// What the ensemble is of.
  public let head: EnsembleHead
  private let probabilities: [Double]
  private let series: [Entry]

  private struct Entry: Decodable {
    let label: SeriesLabel
    let quantiles: [[Double?]]
  }

  private struct Document: Decodable {
    struct Facts: Decodable { let probabilities: [Double] }
    let schema: String
    let ensemble: EnsembleHead
    let statistics: Facts
    let series: [Entry]
  }

  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what it is called.
  /// - Throws: where it is no such file, or not of this version.
  public init(bytes: [UInt8], of path: String) throws(SavedEnsembleError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let document = try? decoder.decode(Document.self, from: Data(bytes)),
      document.schema == "urbanmine/ensemble/1",
      document.series.allSatisfy({ entry in
        entry.quantiles.count == document.statistics.probabilities.count
          && entry.quantiles.allSatisfy { $0.count == document.ensemble.years.count }
      })
    else { throw .notAnEnsemble(path) }
    head = document.ensemble
    probabilities = document.statistics.probabilities
    series = document.series
  }

  /// A series with some of its quantiles.
  /// - Parameters:
  ///   - name: its name or key, such as `stock.use` or `eol_rr`; nil for the first stock.
  ///   - wanted: the probabilities.
  /// - Returns: what the series is, and for each probability a value for each year, nil where the series
  ///   is not defined in some draw.
  /// - Throws: where the file holds no such series or quantile.
  public func quantiles(
    of name: String?, at wanted: [Double]
  ) throws(SavedEnsembleError) -> (label: SeriesLabel, values: [[Double?]]) {
    let found = series.first { entry in
      guard let name else { return entry.label.kind == "stock" && entry.label.dimensions.isEmpty }
      return entry.label.key == name
        || (entry.label.dimensions.isEmpty && entry.label.name == name)
    }
    guard let found else {
      throw .unknownSeries(name ?? "stock", known: series.map(\.label.key))
    }
    var values: [[Double?]] = []
    for probability in wanted {
      guard let place = probabilities.firstIndex(of: probability) else {
        throw .noQuantile(probability)
      }
      values.append(found.quantiles[place])
    }
    return (found.label, values)
  }
}

/// Why a saved ensemble can't be used.
public enum SavedEnsembleError: Error, Hashable, Sendable, CustomStringConvertible {
  case notAnEnsemble(String)
  case unknownSeries(String, known: [String])
  case noQuantile(Double)

  public var description: String {
    switch self {
    case .notAnEnsemble(let path):
      "'\(path)' is not the JSON file of an ensemble: 'urbanmine ensemble MODEL -o FILE.json' writes one"
    case .unknownSeries(let name, let known):
      "there is no series '\(name)': there are \(known.joined(separator: ", "))"
    case .noQuantile(let probability): "the file has no quantile \(plainNumber(probability))"
    }
  }
}
