import Testing

@testable import UrbanMining

struct ChainSummaryTests {
  @Test func agreesWithArviZ() throws {
    let reference = try FittingReference.all.get().chain
    let own = ChainSummary(reference.chains)
    expectClose(own.mean, reference.mean, relative: 1e-10)
    expectClose(own.standardDeviation, reference.sd, relative: 1e-10)
    expectClose(own.rHat, reference.rhat, relative: 1e-10)
    expectClose(own.low, reference.low, relative: 1e-10)
    expectClose(own.effectiveSize, reference.ess, relative: 1e-9)
    expectClose(own.tailSize, reference.tail, relative: 1e-9)
  }

  @Test func independentDrawsCountInFull() {
    var stream = RandomStream(Philox(key: 1), 9)
    let own = ChainSummary((0..<4).map { _ in (0..<2000).map { _ in stream.normal() } })
    #expect((7000...9000).contains(own.effectiveSize))
    expectClose(own.rHat, 1, absolute: 0.003)
  }

  /// Chains of the same mean but of different width: only distances from the median show it.
  @Test func chainsOfDifferentWidthAreSeen() throws {
    var stream = RandomStream(Philox(key: 4), 2)
    let own = ChainSummary(
      (0..<4).map { chain in (0..<2000).map { _ in stream.normal() * (chain == 0 ? 3 : 1) } })
    #expect(own.rHat > 1.05)
  }

  @Test func whatNeverMovesCountsInFull() {
    let own = ChainSummary([[2, 2, 2, 2], [2, 2, 2, 2]])
    #expect(own.mean == 2 && own.standardDeviation == 0 && own.rHat.isNaN)
  }
}
