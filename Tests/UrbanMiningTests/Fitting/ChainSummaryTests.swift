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
    // ArviZ adds the last term of its sum in another way.
    expectClose(own.effectiveSize, reference.ess, relative: 0.03)
  }

  @Test func independentDrawsCountInFull() {
    var stream = RandomStream(Philox(key: 1), 9)
    let own = ChainSummary((0..<4).map { _ in (0..<2000).map { _ in stream.normal() } })
    #expect((7000...9000).contains(own.effectiveSize))
    expectClose(own.rHat, 1, absolute: 0.003)
  }
}
