import Testing

@testable import UrbanMining

struct RandomPermutationTests {
  @Test(arguments: [1, 2, 3, 5, 16, 17, 96, 1000, 1023, 4097])
  func everyElementHasAPlaceOfItsOwn(_ count: Int) {
    let order = RandomPermutation(count: count, source: Philox(key: 9), stream: 4)
    #expect(Set((0..<count).map { order[$0] }) == Set(0..<count))
  }

  /// Where the first of 8 comes to stand, over 8,000 orders: χ² with 7 degrees of freedom is above 29.9 once in
  /// 10,000 trials.
  @Test func everyPlaceIsAsLikely() {
    var counts = [Double](repeating: 0, count: 8)
    for stream in 0..<8000 {
      let order = RandomPermutation(count: 8, source: Philox(key: 3), stream: UInt64(stream))
      counts[order[5]] += 1
    }
    #expect(counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 29.9)
  }

  @Test func neighboursDoNotStayTogether() {
    let order = RandomPermutation(count: 10_000, source: Philox(key: 1), stream: 77)
    let near = (0..<9_999).filter { abs(order[$0] - order[$0 + 1]) < 100 }.count
    // About 2 % by chance: 199 with a standard deviation of 14.
    #expect(near > 120 && near < 280)
  }
}
