internal import LinearAlgebra
internal import RealModule

/// A flow that a model predicts beside the amounts that were reported of it, year by year.
///
/// ```
/// ratio of a year    predicted / reported
/// deviation          Σ |predicted − reported| / Σ reported
/// correlation        of the year-to-year changes of both
/// ```
/// Changes are correlated, not levels: two series that both grow correlate whatever they are. Years in which
/// nothing was reported are left out.
public struct ReportedComparison: Hashable, Sendable {
  /// A year with both amounts, per year in the unit of the model.
  public struct Year: Hashable, Sendable {
    public let year: Double
    public let predicted: Double
    public let reported: Double

    public var ratio: Double { predicted / reported }
  }

  /// The flow's own name, or `from->to`.
  public let flow: String
  public let years: [Year]
  /// The median of the ratios.
  public let medianRatio: Double
  /// Σ |predicted − reported| / Σ reported.
  public let deviation: Double
  /// The correlation of the changes from year to year; nil where there are fewer than three of them or one of the
  /// series does not change.
  public let correlationOfChanges: Double?

  /// Compares a flow, its cells added up, with a series.
  /// - Parameters:
  ///   - flow: the flow's own name, or `from->to`.
  ///   - reported: per year in the unit of the model, one for each period; 0 where nothing was reported.
  ///   - results: the solved system.
  ///   - lane: the lane of the results.
  /// - Returns: nil where the model has no such flow, or nothing was reported in any year.
  /// - Complexity: O(cells · T).
  public init?(of flow: String, reported: [Double], _ results: SystemResults, lane: Int = 0) {
    let model = results.plan.models[lane]
    guard let index = model.flows.firstIndex(where: { $0.key == flow }) else { return nil }
    let cells = results.flow(at: index)
    let years = zip(model.time.labels.indices, reported).compactMap { period, value -> Year? in
      guard value > 0 else { return nil }
      let sum = cells.reduce(0) { $0 + $1[period, lane] } / model.time.length(of: period)
      return Year(year: model.time.labels[period], predicted: sum, reported: value)
    }
    guard !years.isEmpty else { return nil }
    self.flow = flow
    self.years = years
    medianRatio = Quantiles.typeSeven(ofSorted: years.map(\.ratio).sorted(), at: 0.5)
    deviation =
      years.reduce(0) { $0 + abs($1.predicted - $1.reported) }
      / years.reduce(0) { $0 + $1.reported }
    func changes(_ value: (Year) -> Double) -> [Double] {
      zip(years.dropFirst(), years).map { value($0) - value($1) }
    }
    correlationOfChanges = ReportedComparison.correlation(
      changes(\.predicted), changes(\.reported))
  }

  private static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
    guard one.count >= 3 else { return nil }
    let n = Double(one.count)
    let (first, second) = (one.reduce(0, +) / n, other.reduce(0, +) / n)
    let joint = zip(one, other).reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) }
    let squares =
      one.reduce(0) { $0 + ($1 - first) * ($1 - first) }
      * other.reduce(0) { $0 + ($1 - second) * ($1 - second) }
    return squares > 0 ? joint / squares.squareRoot() : nil
  }
}
