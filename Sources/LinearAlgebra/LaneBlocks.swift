private import Dispatch
private import Synchronization

/// Lanes cut into blocks of a fixed size at fixed positions, so that they can be worked on in parallel
/// with the same result, to the last bit, on any number of threads.
///
/// Where a block begins depends on the number of lanes alone, and no block reads what another writes.
/// BLAS runs on one thread inside of a block: threads inside of threads gain nothing.
public struct LaneBlocks: Hashable, Sendable {
  /// Lanes in a block (the last may be shorter): a multiple of what any kernel takes at once.
  public static let width = 96

  /// The number of lanes.
  public let lanes: Int

  public init(lanes: Int) {
    precondition(lanes >= 0, "there is no negative number of lanes")
    self.lanes = lanes
  }

  /// The number of blocks.
  public var count: Int { (lanes + LaneBlocks.width - 1) / LaneBlocks.width }

  /// The lanes of one block.
  public subscript(block: Int) -> Range<Int> {
    precondition(block >= 0 && block < count, "outside the blocks")
    let first = block * LaneBlocks.width
    return first..<min(first + LaneBlocks.width, lanes)
  }

  /// The number of workers that `forEach` uses for this many threads.
  public func workers(threads: Int) -> Int { max(1, min(threads, count)) }

  /// Calls `body` once for every block, on at most `threads` threads (1: on the calling thread, in
  /// order). The worker, counted from zero, tells which scratch memory is the body's own meanwhile.
  /// - Complexity: O(blocks) calls.
  public func forEach(
    threads: Int, _ body: @Sendable (_ lanes: Range<Int>, _ worker: Int) -> Void
  ) {
    let workers = workers(threads: threads)
    @Sendable func work(_ worker: Int) {
      for block in stride(from: worker, to: count, by: workers) { body(self[block], worker) }
    }
    if workers == 1 {
      work(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers, execute: work)
    }
  }

  /// What `body` returns for each block, in the order of the blocks, on at most `threads` threads.
  /// - Complexity: O(blocks) calls.
  package func map<Result: Sendable>(
    threads: Int, _ body: @Sendable (_ lanes: Range<Int>) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    forEach(threads: threads) { lanes, _ in
      let result = body(lanes)
      results.withLock { $0[lanes.lowerBound / LaneBlocks.width] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
