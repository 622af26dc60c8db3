/// Wrong answers of one kind.
public struct WrongCluster: Hashable, Sendable {
  /// What they have in common.
  public enum Kind: Hashable, Sendable {
    /// They match a mistake of the question, or a general slip.
    case mistake(String)
    /// They match none, and are about this many times the right value.
    case ratio(Double)
    /// They match none, and lie apart or are no numbers.
    case other
  }

  public let kind: Kind
  public let count: Int

  /// Ratios whose distance to the next is less belong together.
  private static let gap = 0.01
  /// Fewer make no cluster.
  private static let fewest = 3

  /// The clusters of the answers to a question, the largest first.
  ///
  /// Variants differ, so wrong values are compared as multiples of each learner's right one.
  static func all(_ items: [Grade.Question]) -> [WrongCluster] {
    let wrong = items.filter { $0.state == .wrong || $0.state == .partial }
    let named = Dictionary(grouping: wrong.filter { $0.mistake != nil }) { $0.mistake ?? "" }
      .map { WrongCluster(kind: .mistake($0), count: $1.count) }
    let unnamed = wrong.filter { $0.mistake == nil }
    let ratios = unnamed.compactMap { item -> Double? in
      guard let number = item.number, let right = item.right, right != 0 else { return nil }
      return number / right
    }.sorted()
    let groups = ratios.reduce(into: [[Double]]()) { groups, ratio in
      if let last = groups.last?.last, abs(ratio - last) <= gap * max(abs(ratio), abs(last)) {
        groups[groups.count - 1].append(ratio)
      } else {
        groups.append([ratio])
      }
    }.filter { $0.count >= fewest }
    let clustered = groups.map { WrongCluster(kind: .ratio($0[$0.count / 2]), count: $0.count) }
    let rest = unnamed.count - clustered.reduce(0) { $0 + $1.count }
    let all = named + clustered + (rest > 0 ? [WrongCluster(kind: .other, count: rest)] : [])
    return all.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// In a few words.
  public var name: String {
    switch kind {
    case .mistake(let id): id
    case .ratio(let ratio): "about \(WrongCluster.digits(ratio)) times the right value"
    case .other: "other"
    }
  }

  /// Three significant digits.
  private static func digits(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var (scaled, factor) = (abs(value), 1.0)
    while scaled < 100 { (scaled, factor) = (scaled * 10, factor * 10) }
    while scaled >= 1000 { (scaled, factor) = (scaled / 10, factor / 10) }
    let rounded = scaled.rounded() / factor
    return Gradebook.number(value < 0 ? -rounded : rounded)
  }
}
