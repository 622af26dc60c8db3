internal import LinearAlgebra

/// How often the values of a quantity fall in each of many fine bins at fixed places.
///
/// The bins are cut by the first bits of a double: every power of two is cut in 1,024 equal parts, so a bin
/// is at most 1/1,024 as wide as its values are large, and the middle of a bin is wrong by at most 1/2,048
/// (0.05 %) of the value. What is smaller than 2⁻⁶⁴ counts as zero. As the places are fixed and counts are
/// whole numbers, sketches merge in any order to the same bits.
struct CountSketch: Hashable, Sendable {
  /// The largest relative error of a quantile: half a bin.
  static let relativeError = 1.0 / 2048

  private static let shift: UInt64 = 52 - 10
  /// The leading bits of 2⁻⁶⁴.
  private static let offset: UInt64 = (1023 - 64) << 10
  /// The bins that are kept lie from `first` on.
  private(set) var first: Int
  private(set) var counts: [UInt32]

  init(first: Int = 0, counts: [UInt32] = []) {
    self.first = first
    self.counts = counts
  }

  /// The bin of a value: rising with the value, 0 for zero, negative for negative ones.
  static func bin(of value: Double) -> Int {
    let size = value.magnitude
    guard size >= 0x1p-64 else { return 0 }
    let place = Int((size.bitPattern >> shift) &- offset) + 1
    return value < 0 ? -place : place
  }

  /// The lower and upper bound of a bin's values by size.
  static func bounds(ofBin bin: Int) -> (low: Double, high: Double) {
    guard bin != 0 else { return (0, 0) }
    let pattern = UInt64(bin.magnitude) - 1 + offset
    let near = Double(bitPattern: pattern << shift)
    let far = Double(bitPattern: (pattern + 1) << shift)
    return bin > 0 ? (near, far) : (-far, -near)
  }

  /// Counts some values.
  /// - Parameters:
  ///   - values: those from `start` on, `count` of them, are counted.
  ///   - low: the smallest of them.
  ///   - high: the largest of them.
  mutating func add(_ values: [Double], from start: Int, count: Int, low: Double, high: Double) {
    let (lowest, highest) = (CountSketch.bin(of: low), CountSketch.bin(of: high))
    if lowest < first || highest >= first + counts.count { cover(lowest...highest) }
    if low >= 0x1p-64 {
      // Nothing is near zero or below: the leading bits alone tell the bin.
      return RowStatistics.count(
        values, from: start, count: count, shift: CountSketch.shift,
        first: UInt64(Int(CountSketch.offset) + first - 1),
        mostlyIn: lowest - first...highest - first,
        into: &counts)
    }
    let first = first
    let numbers = values.span
    var span = counts.mutableSpan
    for place in start..<start + count {
      span[CountSketch.bin(of: numbers[place]) - first] &+= 1
    }
  }

  /// Adds the counts of another sketch.
  mutating func merge(_ other: CountSketch) {
    guard !other.counts.isEmpty else { return }
    cover(other.first...other.first + other.counts.count - 1)
    for (place, count) in other.counts.enumerated() { counts[other.first - first + place] += count }
  }

  /// Quantiles, with each of the two values beside a place taken as the middle of its bin.
  /// - Complexity: O(bins + probabilities · log bins).
  func quantiles(_ probabilities: [Double], smallest: Double, largest: Double) -> [Double] {
    var sum = 0
    let upTo = counts.map { count in
      sum += Int(count)
      return Double(sum)
    }
    guard sum > 0 else { return probabilities.map { _ in .nan } }
    /// The k-th smallest value, counted from 0.
    func middle(_ rank: Int) -> Double {
      let place = UrbanMining.firstIndex(in: upTo) { $0 > Double(rank) } ?? counts.count - 1
      let (low, high) = CountSketch.bounds(ofBin: first + place)
      return min(max(low + (high - low) / 2, smallest), largest)
    }
    return probabilities.map { probability in
      let place = Double(sum - 1) * min(max(probability, 0), 1)
      let below = Int(place)
      let lower = middle(below)
      return lower + (place - Double(below)) * (middle(min(below + 1, sum - 1)) - lower)
    }
  }

  /// The middles of all bins that are not empty, with their counts.
  var middles: [(value: Double, count: Int)] {
    counts.indices.filter { counts[$0] > 0 }.map { place in
      let (low, high) = CountSketch.bounds(ofBin: first + place)
      return (low + (high - low) / 2, Int(counts[place]))
    }
  }

  /// The same bins as always, without empty ones at either end.
  var trimmed: CountSketch {
    guard let start = counts.firstIndex(where: { $0 > 0 }),
      let end = counts.lastIndex(where: { $0 > 0 })
    else { return CountSketch() }
    return CountSketch(first: first + start, counts: Array(counts[start...end]))
  }

  /// Makes room for bins.
  private mutating func cover(_ bins: ClosedRange<Int>) {
    if counts.isEmpty {
      first = bins.lowerBound - 16
      counts = [UInt32](repeating: 0, count: bins.count + 32)
      return
    }
    let missing = first - bins.lowerBound
    if missing > 0 {
      let room = missing + counts.count / 4
      counts.insert(contentsOf: repeatElement(0, count: room), at: 0)
      first -= room
    }
    let beyond = bins.upperBound - (first + counts.count - 1)
    if beyond > 0 {
      counts.append(contentsOf: repeatElement(0, count: beyond + counts.count / 4))
    }
  }
}
