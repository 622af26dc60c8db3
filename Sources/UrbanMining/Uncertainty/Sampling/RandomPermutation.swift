/// A random order of 0 ..< count of which any element is had without the others.
///
/// A generalised Feistel network on a rectangle of at least `count` places, walked along its cycles until it
/// is back inside. Black & Rogaway (2002), doi:10.1007/3-540-45760-7_9.
struct RandomPermutation: Hashable, Sendable {
  let count: Int
  private let rows: UInt64
  private let columns: UInt64
  private let keys: [UInt64]

  /// - Parameters:
  ///   - count: how many numbers are ordered, at least one.
  ///   - source: where the order comes from.
  ///   - stream: which of its orders.
  init(count: Int, source: Philox, stream: UInt64) {
    precondition(count > 0, "an order has at least one element")
    self.count = count
    let side = UInt64(Double(count).squareRoot().rounded(.up))
    columns = side
    rows = (UInt64(count) + side - 1) / side
    keys = (0..<RandomPermutation.rounds).map { source.bits(stream: stream, at: -1 - $0) }
  }

  private static let rounds = 8

  /// Where an element comes to stand.
  /// - Complexity: O(1), about one round through the network: fewer than √count places are walked over.
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "outside the order")
    var place = UInt64(index)
    repeat {
      var (row, column) = (place / columns, place % columns)
      for (round, key) in keys.enumerated() {
        if round % 2 == 0 {
          row = (row + mixed(column, key) % rows) % rows
        } else {
          column = (column + mixed(row, key) % columns) % columns
        }
      }
      place = row * columns + column
    } while place >= UInt64(count)
    return Int(place)
  }

  /// The finaliser of SplitMix64. Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
  private func mixed(_ value: UInt64, _ key: UInt64) -> UInt64 {
    var bits = (value ^ key) &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
