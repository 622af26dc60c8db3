extension EnsembleTally {
  /// The tally as bytes: whole numbers and doubles of eight bytes, the lowest first, counts of four.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(8 * samples.reduce(1 << 16) { $0 + $1.count })
    func put(_ value: Int) { out.append(word: UInt64(bitPattern: Int64(value))) }
    func put(_ values: [Double]) {
      put(values.count)
      for value in values { out.append(word: value.bitPattern) }
    }
    put(blocks.lowerBound)
    put(blocks.upperBound)
    put(tree.runs.count)
    for run in tree.runs {
      for number in [run.first, run.length, run.moments.count] { put(number) }
      put(run.moments.means)
      put(run.moments.squares)
      put(run.moments.smallest)
      put(run.moments.largest)
    }
    put(sketches.count)
    for sketch in sketches.map(\.trimmed) {
      put(sketch.first)
      put(sketch.counts.count)
      for count in sketch.counts {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
          out.append(UInt8(truncatingIfNeeded: count >> shift))
        }
      }
    }
    put(samples.count)
    for block in samples { put(block) }
    return out
  }

  /// Reads the bytes of a tally; nil where they are not those of one with so many rows.
  public init?(bytes: ArraySlice<UInt8>, rows: Int) {
    var reader = TallyReader(bytes: bytes)
    guard let first = reader.count(), let last = reader.count(), first <= last,
      let runCount = reader.count(), runCount <= 128
    else { return nil }
    var runs: [MomentsTree.Run] = []
    for _ in 0..<runCount {
      guard let start = reader.count(), let length = reader.count(), let draws = reader.count(),
        let means = reader.doubles(), let squares = reader.doubles(),
        let smallest = reader.doubles(), let largest = reader.doubles(),
        [means, squares, smallest, largest].allSatisfy({ $0.count == rows })
      else { return nil }
      let moments = Moments(
        count: draws, means: means, squares: squares, smallest: smallest, largest: largest)
      runs.append(.init(first: start, length: length, moments: moments))
    }
    guard let sketchCount = reader.count(), [0, rows].contains(sketchCount) else { return nil }
    var sketches: [CountSketch] = []
    for _ in 0..<sketchCount {
      guard let start = reader.number(), let counts = reader.counts() else { return nil }
      sketches.append(CountSketch(first: start, counts: counts))
    }
    guard let sampleCount = reader.count(), sampleCount <= last - first else { return nil }
    var samples: [[Double]] = []
    for _ in 0..<sampleCount {
      guard let block = reader.doubles(), block.count % max(1, rows) == 0 else { return nil }
      samples.append(block)
    }
    var next = first
    for run in runs {
      guard run.first == next, run.length > 0 else { return nil }
      next += run.length
    }
    guard next == last, reader.isAtEnd else { return nil }
    self.init(
      blocks: first..<last, tree: MomentsTree(runs: runs), sketches: sketches, samples: samples)
  }

  /// Adds the tally of the blocks that follow; false where it does not follow.
  public mutating func join(_ other: EnsembleTally) -> Bool {
    guard other.blocks.lowerBound == blocks.upperBound else { return false }
    append(other)
    return true
  }
}

/// Reads numbers one after the other; nil past the end.
private struct TallyReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  private mutating func word(_ size: Int) -> UInt64? {
    guard bytes.endIndex - position >= size else { return nil }
    var value: UInt64 = 0
    for place in (0..<size).reversed() { value = value << 8 | UInt64(bytes[position + place]) }
    position += size
    return value
  }

  mutating func number() -> Int? { word(8).map { Int(Int64(bitPattern: $0)) } }

  /// A number of things, none of which is smaller than nothing.
  mutating func count() -> Int? { number().flatMap { $0 >= 0 ? $0 : nil } }

  mutating func doubles() -> [Double]? {
    guard let count = count(), count <= (bytes.endIndex - position) / 8 else { return nil }
    return (0..<count).compactMap { _ in word(8).map(Double.init(bitPattern:)) }
  }

  mutating func counts() -> [UInt32]? {
    guard let count = count(), count <= (bytes.endIndex - position) / 4 else { return nil }
    return (0..<count).compactMap { _ in word(4).map { UInt32(truncatingIfNeeded: $0) } }
  }
}

extension [UInt8] {
  /// Adds a number of eight bytes, the lowest first.
  fileprivate mutating func append(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
