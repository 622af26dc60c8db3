/// Whole numbers from a seed of 32 bytes, the same on every machine: xoshiro256**.
///
/// Blackman & Vigna (2021), doi:10.1145/3460772.
struct VariantGenerator: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter seed: 32 bytes, read as four numbers with the lowest byte first.
  init(seed: [UInt8]) {
    precondition(seed.count == 32, "a seed has 32 bytes")
    func word(_ index: Int) -> UInt64 {
      seed[8 * index..<8 * index + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    state = (word(0), word(1), word(2), word(3))
    // All zeros would stay zeros.
    if state == (0, 0, 0, 0) { state.0 = 1 }
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
      value << count | value >> (64 - count)
    }
    let result = rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, 45)
    return result
  }

  /// A whole number from 0 to below `count`: the high half of a product, uneven by less than count / 2⁶⁴.
  mutating func next(below count: Int) -> Int {
    precondition(count > 0, "there is something to draw")
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
