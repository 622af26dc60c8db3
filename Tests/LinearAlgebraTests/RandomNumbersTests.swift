import Testing

@testable import LinearAlgebra

struct RandomNumbersTests {
  /// The known answers that Salmon et al. publish with their generators (Random123, kat_vectors): the first
  /// two words of a block make a number.
  @Test(arguments: InstructionSet.available) func givesThePublishedAnswers(set: InstructionSet) {
    func number(_ key: UInt64, _ stream: UInt64, _ place: UInt64, _ high: UInt64, _ low: UInt64) {
      var numbers: [Double] = []
      RandomNumbers.append(1, key: key, stream: stream, first: place, to: &numbers, using: set)
      #expect(numbers == [(Double((high << 32 | low) >> 11) + 0.5) * 0x1p-53])
    }
    number(0, 0, 0, 0xe169_c58d, 0x6627_e8d5)
    number(.max, .max, .max, 0x41c8_3b0e, 0x408f_276d)
    number(
      0x299f_31d0_a409_3822, 0x0370_7344_1319_8a2e, 0x85a3_08d3_243f_6a88, 0x94fd_cceb, 0xd16c_fe09)
  }

  /// However many are asked for at once, also across the end of the lower half of a place.
  @Test(arguments: InstructionSet.available) func aNumberDependsOnItsPlaceAlone(
    set: InstructionSet
  ) {
    let first: UInt64 = (1 << 32) - 40
    var all = [0.5]
    RandomNumbers.append(100, key: 7, stream: 9, first: first, to: &all, using: set)
    #expect(all.count == 101 && all[0] == 0.5)
    for place in [0, 1, 39, 40, 99] {
      var one: [Double] = []
      RandomNumbers.append(
        1, key: 7, stream: 9, first: first + UInt64(place), to: &one, using: set)
      #expect(one == [all[1 + place]])
    }
    #expect(Set(all).count == 101 && all.allSatisfy { $0 > 0 && $0 < 1 })
  }

  /// SciPy: norm.ppf.
  @Test(arguments: InstructionSet.available) func scoresAreThoseOfSciPy(set: InstructionSet) {
    let known = [
      (1e-300, -37.0470962993612), (1e-12, -7.034483825301131), (0.003, -2.7477813854449926),
      (0.075, -1.4395314709384563), (0.0750001, -1.4395307645017301), (0.4, -0.2533471031357997),
      (0.5, 0), (0.9999, 3.719016485455709),
    ]
    var scores = known.map(\.0)
    RandomNumbers.makeNormalScores(&scores, using: set)
    for (score, known) in zip(scores, known) {
      #expect(abs(score - known.1) <= max(2e-15 * abs(known.1), 1e-15), "\(known.0)")
    }
    // The same in the middle of others, and on either side of one half.
    var many = (1..<4000).map { Double($0) / 4096 }
    RandomNumbers.makeNormalScores(&many, using: set)
    var one = [1000.0 / 4096]
    RandomNumbers.makeNormalScores(&one, using: set)
    #expect(one[0] == many[999])
    for place in 97..<3999 { #expect(abs(many[place] + many[4094 - place]) < 1e-14) }
    #expect(zip(many, many.dropFirst()).allSatisfy { $0 < $1 })
  }
}
