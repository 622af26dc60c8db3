internal import LinearAlgebra

/// What is known of a run of blocks of an ensemble: enough to go on, to join it with others, and to tell its
/// statistics.
public struct EnsembleTally: Sendable {
  /// The blocks that are in it.
  public private(set) var blocks: Range<Int>
  private(set) var tree: MomentsTree
  /// How often values occur, by row; none where all values are kept.
  private(set) var sketches: [CountSketch]
  /// All values of each block; none where they are counted.
  private(set) var samples: [[Double]]

  /// Above this many numbers in an ensemble they are counted in bins instead of being kept (256 MiB).
  public static let largestSample = 1 << 25

  /// An empty tally that begins at a block.
  init(from block: Int) {
    self.init(blocks: block..<block, tree: MomentsTree(), sketches: [], samples: [])
  }

  init(blocks: Range<Int>, tree: MomentsTree, sketches: [CountSketch], samples: [[Double]]) {
    self.blocks = blocks
    self.tree = tree
    self.sketches = sketches
    self.samples = samples
  }

  /// Adds the tally of the blocks that follow.
  mutating func append(_ other: EnsembleTally) {
    precondition(other.blocks.lowerBound == blocks.upperBound, "blocks follow one another")
    tree.append(other.tree)
    if sketches.isEmpty {
      sketches = other.sketches
    } else {
      for (row, sketch) in other.sketches.enumerated() { sketches[row].merge(sketch) }
    }
    samples += other.samples
    blocks = blocks.lowerBound..<other.blocks.upperBound
  }

  fileprivate mutating func append(_ moments: [Moments], samples new: [[Double]]) {
    for own in moments {
      tree.append(block: blocks.upperBound, own)
      blocks = blocks.lowerBound..<blocks.upperBound + 1
    }
    samples += new
  }

  fileprivate mutating func takeSketches() -> [CountSketch] {
    defer { sketches = [] }
    return sketches
  }

  fileprivate mutating func merge(_ others: [[CountSketch]]) {
    for other in others {
      if sketches.isEmpty {
        sketches = other
      } else {
        for (row, sketch) in other.enumerated() { sketches[row].merge(sketch) }
      }
    }
  }
}

extension Ensemble {
  /// Whether all values are kept, so that quantiles are exact.
  public var isExact: Bool { draws * rows <= EnsembleTally.largestSample }

  /// The blocks of one of several shards: equal parts but for one block.
  public func blocks(ofShard shard: Int, of count: Int) -> Range<Int> {
    precondition(shard >= 0 && shard < count, "a shard among those")
    return shard * blocks / count..<(shard + 1) * blocks / count
  }

  /// What one thread gathers.
  private struct Gathered: Sendable {
    var room = Room()
    var sketches: [CountSketch]
    var moments: [(block: Int, Moments)] = []
    var samples: [(block: Int, [Double])] = []
    var fault: (block: Int, EnsembleError)?
  }

  /// Calculates blocks, from where a tally ends up to a block.
  /// - Parameters:
  ///   - tally: what is known already.
  ///   - end: the block before which it ends.
  ///   - threads: how many may work at once; the result is the same for any number.
  ///   - visit: called for each block, in any order and on any thread, with its number and its values: series
  ///     after series, period after period, a number for each of its draws.
  /// - Throws: where a draw has no solution, `.notTaken` where `visit` throws.
  /// - Complexity: that of solving the model for each draw, and as many additions as there are values.
  public func run(
    from tally: EnsembleTally, upTo end: Int, threads: Int = 1,
    visit: @escaping @Sendable (_ block: Int, _ values: [Double]) throws -> Void = { _, _ in }
  ) throws(EnsembleError) -> EnsembleTally {
    var result = tally
    let (isExact, first) = (isExact, tally.blocks.upperBound)
    let empty = isExact ? [] : [CountSketch](repeating: CountSketch(), count: rows)
    var states = (0..<max(1, threads)).map { _ in Gathered(sketches: empty) }
    if !isExact && !result.sketches.isEmpty { states[0].sketches = result.takeSketches() }
    Workers.forEach(items: max(0, end - first), states: &states) { item, state in
      gather(block: first + item, into: &state, isExact: isExact, visit)
    }
    let faults = states.compactMap(\.fault).sorted { $0.block < $1.block }
    if let fault = faults.first { throw fault.1 }
    result.append(
      states.flatMap(\.moments).sorted { $0.block < $1.block }.map(\.1),
      samples: states.flatMap(\.samples).sorted { $0.block < $1.block }.map(\.1))
    if !isExact { result.merge(states.map(\.sketches)) }
    return result
  }

  /// An empty tally that begins at a block.
  public func tally(from block: Int) -> EnsembleTally { EnsembleTally(from: block) }

  private func gather(
    block: Int, into state: inout Gathered, isExact: Bool,
    _ visit: (_ block: Int, _ values: [Double]) throws -> Void
  ) {
    // What comes behind a fault is not wanted any more.
    if let known = state.fault, known.block < block { return }
    do throws(EnsembleError) {
      try solve(block: block, in: &state.room)
    } catch {
      state.fault = (block, error)
      return
    }
    do {
      try visit(block, state.room.values)
    } catch {
      state.fault = (block, .notTaken("\(error)"))
      return
    }
    let draws = draws(ofBlock: block).count
    let moments = Moments(rows: state.room.values, draws: draws)
    state.moments.append((block, moments))
    if isExact {
      // Handed over: the next block gets new room.
      state.samples.append((block, state.room.values))
      state.room.values = []
      return
    }
    for row in state.sketches.indices where !moments.means[row].isNaN {
      state.sketches[row].add(
        state.room.values, from: row * draws, count: draws, low: moments.smallest[row],
        high: moments.largest[row])
    }
  }
}
