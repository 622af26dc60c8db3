internal import Dispatch
internal import Synchronization

/// Work on all cores whose outcome does not depend on how many there are.
enum Parallel {
  /// How many items are worked on between two calls of `progress`.
  private static let step = 200

  /// What becomes of each item, in their order.
  /// - Parameters:
  ///   - items: what to work on.
  ///   - progress: told the share that is done, from time to time, on the calling thread.
  ///   - work: what to do with one; called on any thread.
  static func map<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], progress: (Double) -> Void, _ work: @Sendable (Item) -> Outcome
  ) -> [Outcome] {
    var results: [Outcome] = []
    results.reserveCapacity(items.count)
    for start in stride(from: 0, to: items.count, by: step) {
      progress(Double(start) / Double(items.count))
      let part = Array(items[start..<min(start + step, items.count)])
      let outcomes = Mutex<[Int: Outcome]>([:])
      DispatchQueue.concurrentPerform(iterations: part.count) { index in
        let outcome = work(part[index])
        outcomes.withLock { $0[index] = outcome }
      }
      results += outcomes.withLock { found in part.indices.compactMap { found[$0] } }
    }
    progress(1)
    return results
  }
}
