/// The moments of numbered blocks of draws, merged in an order that depends on the numbers alone.
///
/// Rounding makes a sum depend on the order of its terms. Here two neighbours are merged exactly where they
/// are the halves of an aligned run of 2ᵏ blocks, so a tree over all blocks, split anywhere, calculated
/// by any number of threads and put together again, gives the same bits. Only the roots of complete runs are
/// kept, at most two for each power of two.
struct MomentsTree: Hashable, Sendable {
  /// The moments of the blocks from `first` up to `first + length`, a power of two that divides `first`.
  struct Run: Hashable, Sendable {
    let first: Int
    let length: Int
    let moments: Moments
  }

  /// In rising order, without gaps.
  private(set) var runs: [Run] = []

  init(runs: [Run] = []) {
    self.runs = runs
  }

  /// Adds the block that follows, or the first one.
  /// - Complexity: O(1) merges on average.
  mutating func append(block: Int, _ moments: Moments) {
    append(Run(first: block, length: 1, moments: moments))
  }

  /// Adds all blocks of a tree that begins where this one ends.
  mutating func append(_ other: MomentsTree) {
    for run in other.runs { append(run) }
  }

  private mutating func append(_ run: Run) {
    if let last = runs.last {
      precondition(last.first + last.length == run.first, "blocks follow one another")
    }
    var run = run
    while let last = runs.last, last.length == run.length, last.first % (2 * run.length) == 0 {
      runs.removeLast()
      run = Run(
        first: last.first, length: 2 * run.length, moments: last.moments.merged(with: run.moments))
    }
    runs.append(run)
  }

  /// The moments of all blocks, merged from the last run to the first; nil where there are none.
  var total: Moments? {
    guard var sum = runs.last?.moments else { return nil }
    for run in runs.dropLast().reversed() { sum = run.moments.merged(with: sum) }
    return sum
  }
}
