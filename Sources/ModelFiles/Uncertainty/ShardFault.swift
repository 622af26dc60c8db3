/// Why one shard, or what lies between shards, does not fit in an ensemble.
public enum ShardFault: Error, Hashable, Sendable, CustomStringConvertible {
  case nothing
  /// A file that can't be read, with the reason.
  case unreadable(String)
  case notAShard(String)
  case cutShort(String)
  /// A file, the one that it is compared with, and how they differ.
  case different(String, from: String, String)
  /// Draws that two files hold.
  case double(String, String, ClosedRange<Int>)
  /// Draws that no file holds, the file behind them (nil at the end), and which shards they are, where the
  /// others tell.
  case lost(ClosedRange<Int>, before: String?, ShardNumbers?)

  public var description: String {
    switch self {
    case .nothing: "there are no shards to merge"
    case .unreadable(let reason): reason
    case .notAShard(let name):
      "'\(name)' is not a shard: 'urbanmine ensemble --shard' writes them"
    case .cutShort(let name): "'\(name)' is cut short or changed: make this shard again"
    case .different(let name, let other, let what):
      "'\(name)' is of another ensemble than '\(other)': \(what)"
    case .double(let one, let other, let draws):
      "draws \(draws.lowerBound) to \(draws.upperBound) are in '\(one)' and again in '\(other)': "
        + "leave one out"
    case .lost(let draws, let name, let shards):
      "draws \(draws.lowerBound) to \(draws.upperBound) are missing"
        + (name.map { " before '\($0)'" } ?? " at the end")
        + ": \(shards?.description ?? "a shard is") lost or unfinished"
    }
  }
}

/// Some of the shards in which an ensemble was cut, counted from 1.
public struct ShardNumbers: Hashable, Sendable, CustomStringConvertible {
  public let numbers: ClosedRange<Int>
  public let count: Int

  public var description: String {
    let (first, last) = (numbers.lowerBound, numbers.upperBound)
    return first == last
      ? "shard \(first)/\(count) is" : "shards \(first)/\(count) to \(last)/\(count) are"
  }
}

/// All that is wrong with the shards of an ensemble.
public struct ShardError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [ShardFault]

  /// Whether files that can't be read are all that is wrong.
  public var isOnlyUnreadable: Bool {
    faults.allSatisfy { if case .unreadable = $0 { true } else { false } }
  }

  /// A line for each fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
