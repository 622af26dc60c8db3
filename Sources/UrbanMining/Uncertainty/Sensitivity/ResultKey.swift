/// A result by name and year, written `eol_rr`, `stock.use@2015` or `flow.old_scrap`: the last year is meant
/// where none is named.
public struct ResultKey: Hashable, Sendable, CustomStringConvertible {
  /// A series by its name or key.
  public let name: String
  public let year: String?

  public init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    year = parts.count > 1 ? String(parts[1]) : nil
  }

  public var description: String { year.map { "\(name)@\($0)" } ?? name }

  /// The place of its year.
  func period(in model: SystemModel) throws(EnsembleError) -> Int {
    guard let year else { return model.time.count - 1 }
    let labels = model.time.labels.indices.map { model.time.label(of: $0) }
    guard let period = labels.firstIndex(of: year) else {
      throw .unsolvable(
        "the model has no year '\(year)': it runs from \(labels[0]) to \(labels[labels.count - 1])")
    }
    return period
  }
}
