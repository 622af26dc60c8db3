/// Philox4x32-10: random numbers by position, without a state that has to be carried along.
///
/// A block of four 32-bit words is a function of its counter and the key alone, so draw i of an ensemble is
/// the same on any number of threads and in any shard. Salmon et al. (2011), doi:10.1145/2063384.2063405.
struct Philox: Hashable, Sendable {
  /// The key: the seed of an ensemble.
  let key: UInt64

  typealias Words = (UInt32, UInt32, UInt32, UInt32)

  /// The four words at a counter.
  /// - Complexity: ten rounds of two multiplications, about 10 ns.
  func words(at counter: Words) -> Words {
    var (a, b, c, d) = counter
    var (first, second) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let left = UInt64(0xD251_1F53) * UInt64(a)
      let right = UInt64(0xCD9E_8D57) * UInt64(c)
      (a, b, c, d) = (
        UInt32(truncatingIfNeeded: right >> 32) ^ b ^ first, UInt32(truncatingIfNeeded: right),
        UInt32(truncatingIfNeeded: left >> 32) ^ d ^ second, UInt32(truncatingIfNeeded: left)
      )
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }

  /// 64 random bits for a place in a stream of numbers.
  func bits(stream: UInt64, at index: Int) -> UInt64 {
    let place = UInt64(bitPattern: Int64(index))
    let words = words(
      at: (
        UInt32(truncatingIfNeeded: place), UInt32(truncatingIfNeeded: place >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
      ))
    return UInt64(words.1) << 32 | UInt64(words.0)
  }

  /// A number above 0 and below 1 for a place in a stream.
  func uniform(stream: UInt64, at index: Int) -> Double {
    unitInterval(bits(stream: stream, at: index) >> 11)
  }

  /// The stream that belongs to a name: its FNV-1a hash, so that a stream does not move when others come.
  ///
  /// Fowler, Noll & Vo; IETF RFC 9923.
  static func stream(named name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// The middle of one of 2⁵³ equal parts of the unit interval: never 0 and never 1.
///
/// Above ½ the middle is no double and is rounded down to the part's edge, below 1 all the same.
func unitInterval(_ part: UInt64) -> Double {
  let middle = (Double(part) + 0.5) * 0x1p-53
  return middle < 1 ? middle : 1 - 0x1p-53
}
