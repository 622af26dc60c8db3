/// What a series is: where it stands among the results of a model.
public struct SeriesLabel: Hashable, Sendable, Codable {
  public let kind: String
  public let name: String
  public let from: String?
  public let to: String?
  /// The element of each dimension that it is over, where it is not a total.
  public let dimensions: [String: String]
  public let unit: String

  /// How keys write it: its name, with its kind before it and its elements behind.
  public var key: String {
    ([kind, name] + dimensions.sorted { $0.key < $1.key }.map(\.value)).joined(separator: ".")
  }
}

extension SeriesLabel {
  /// Whether a name means it: `stock.use`, `use`, `stock.use.transport` or `eol_rr`.
  func matches(_ name: String) -> Bool {
    name == key || (dimensions.isEmpty && name == self.name)
  }
}
