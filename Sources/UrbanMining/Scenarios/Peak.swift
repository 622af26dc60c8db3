/// The largest value of a series and when it is reached.
public struct Peak: Hashable, Sendable {
  /// Where it stands; the first place, where the value is reached more than once.
  public let period: Int
  public let value: Double
  /// Whether it is the last value: then the series still rises, and its peak is yet to come.
  public let isAtEnd: Bool

  /// Nil for an empty series.
  public init?(of series: [Double]) {
    guard let value = series.max(), let period = series.firstIndex(of: value) else { return nil }
    self.period = period
    self.value = value
    isAtEnd = period == series.count - 1 && series.count > 1
  }
}
