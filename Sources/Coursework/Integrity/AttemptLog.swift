/// What a learner did with an assignment, each step bound to the one before it by its hash.
///
/// ```
/// hash(n) = SHA-256(canonical text of { action, at, facts, number, previous: hash(n − 1) })
/// ```
/// Leaving out, changing or reordering an entry breaks the chain. Who holds the whole log can still
/// write another one from its start: the chain shows that a log handed in later continues one that
/// was handed in before, not that it is complete.
public struct AttemptLog: Hashable, Sendable {
  /// One step.
  public struct Entry: Hashable, Sendable, Codable {
    /// Counted from 1.
    public let number: Int
    /// When, by the learner's clock (ISO 8601).
    public let at: String
    /// What was done, such as `start`, `check`, `hint` or `submit`.
    public let action: String
    /// What belongs to it, such as points or the level of a hint.
    public let facts: [String: String]
    /// The hash of the entry before; 64 zeros before the first.
    public let previous: String
    /// The hash of this entry.
    public let hash: String
  }

  /// In the order in which they were made.
  public let entries: [Entry]

  /// A log in which nothing has been done.
  public init() {
    entries = []
  }

  /// A log that was kept or handed in.
  /// - Throws: ``IntegrityError/brokenChain(entry:)`` for the first entry that does not follow.
  /// - Complexity: O(entries).
  public init(verifying entries: [Entry]) throws(IntegrityError) {
    var previous = AttemptLog.origin
    for (index, entry) in entries.enumerated() {
      let hash = AttemptLog.hash(
        number: index + 1, at: entry.at, action: entry.action, facts: entry.facts,
        previous: previous)
      guard entry.number == index + 1, entry.previous == previous, entry.hash == hash else {
        throw .brokenChain(entry: index + 1)
      }
      previous = hash
    }
    self.entries = entries
  }

  private init(trusted entries: [Entry]) {
    self.entries = entries
  }

  /// The log with one more step.
  ///
  /// - Parameters:
  ///   - action: what was done.
  ///   - time: when (ISO 8601).
  ///   - facts: what belongs to it.
  public func appending(
    _ action: String, at time: String, facts: [String: String] = [:]
  ) -> AttemptLog {
    let number = entries.count + 1
    let hash = AttemptLog.hash(
      number: number, at: time, action: action, facts: facts, previous: head)
    let entry = Entry(
      number: number, at: time, action: action, facts: facts, previous: head, hash: hash)
    return AttemptLog(trusted: entries + [entry])
  }

  /// The hash of the last entry.
  public var head: String { entries.last?.hash ?? AttemptLog.origin }

  /// Whether this log begins with all entries of another.
  public func continues(_ earlier: AttemptLog) -> Bool {
    entries.starts(with: earlier.entries)
  }

  private static let origin = String(repeating: "0", count: 64)

  private static func hash(
    number: Int, at time: String, action: String, facts: [String: String], previous: String
  ) -> String {
    Digest.sha256(
      JSONValue.object([
        "number": .number(Double(number)), "at": .string(time), "action": .string(action),
        "facts": .object(facts.mapValues(JSONValue.string)), "previous": .string(previous),
      ]).canonicalText)
  }
}
