import Testing

@testable import UrbanMining

struct PhiloxTests {
  /// The known answers that Salmon et al. publish with their generators (Random123, kat_vectors).
  @Test func givesThePublishedAnswers() {
    let zero = Philox(key: 0).words(at: (0, 0, 0, 0))
    #expect(zero == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = UInt32.max
    let full = Philox(key: .max).words(at: (ones, ones, ones, ones))
    #expect(full == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = Philox(key: 0x299f_31d0_a409_3822).words(
      at: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344))
    #expect(pi == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func isNeverZeroOrOne() {
    #expect(unitInterval(0) == 0x1p-54)
    #expect(unitInterval((1 << 53) - 1) == 1 - 0x1p-53)
  }

  @Test func streamsAndSeedsAreIndependent() {
    let count = 20_000
    func series(_ seed: UInt64, _ name: String) -> [Double] {
      let stream = Philox.stream(named: name)
      return (0..<count).map { Philox(key: seed).uniform(stream: stream, at: $0) - 0.5 }
    }
    let own = series(1, "a")
    for other in [series(1, "b"), series(2, "a"), Array(own.dropFirst()) + [0]] {
      let correlation = zip(own, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(count) * 12
      // Five standard errors of a correlation of independent numbers.
      #expect(abs(correlation) < 5 / Double(count).squareRoot())
    }
  }

  /// FNV-1a's published answers: of nothing, and of "a".
  @Test func hashesNamesAsPublished() {
    #expect(Philox.stream(named: "") == 0xcbf2_9ce4_8422_2325)
    #expect(Philox.stream(named: "a") == 0xaf63_dc4c_8601_ec8c)
  }
}
