import Testing

@testable import UrbanMining

struct MassBalanceTests {
  private func entry(
    _ process: String, _ residuals: [Double], flow: Double = 1, stock: Double = 0
  ) -> MassBalance.Entry {
    .init(process: process, residuals: residuals, largestFlow: flow, largestStock: stock)
  }

  /// 100 ε · (largest flow) + 4 ε · (largest stock), by hand for ε = 2⁻⁵².
  @Test func toleranceFollowsFlowAndStock() {
    let balance = MassBalance([entry("use", [0, 1e-15], flow: 10, stock: 1000)])
    expectClose(balance.tolerance, 5000 * 2.220446049250313e-16)
    #expect(balance.holds)
    #expect(balance.maxResidual == 1e-15)
  }

  /// A small residual of a small process may be worse than a large one of a large process.
  @Test func worstIsMeasuredAgainstItsTolerance() {
    let balance = MassBalance([
      entry("large", [0, 1e-10], flow: 1e6), entry("small", [0, 0, 1e-13], flow: 1),
    ])
    #expect(balance.worstProcess == "small")
    #expect(balance.worstPeriod == 2)
    #expect(balance.maxResidual == 1e-13)
    #expect(!balance.holds)
    expectClose(balance.tolerance, 100 * 2.220446049250313e-16)
  }

  /// What is printed belongs together: the largest residual, with the tolerance of its own process.
  @Test func aBalanceThatHoldsShowsItsLargestResidual() {
    let balance = MassBalance([
      entry("large", [0, 1e-12], flow: 1e6), entry("small", [0, 0, 1e-14], flow: 1),
    ])
    #expect(balance.holds)
    #expect(balance.worstProcess == "large")
    #expect(balance.maxResidual == 1e-12)
    expectClose(balance.tolerance, 1e8 * 2.220446049250313e-16)
  }

  @Test func aResidualThatIsNotANumberBreaksIt() {
    #expect(!MassBalance([entry("use", [0, .nan])]).holds)
    #expect(!MassBalance([entry("use", [.infinity])]).holds)
  }

  @Test func nothingFlowsAndNothingIsMissing() {
    #expect(MassBalance([entry("use", [0, 0], flow: 0)]).holds)
    #expect(MassBalance([]).holds)
    #expect(!MassBalance([entry("use", [1e-300], flow: 0)]).holds)
  }

  @Test func roundingOfALargeStockIsAllowed() {
    let residual = 1e6 * Double.ulpOfOne
    #expect(MassBalance([entry("use", [residual], flow: 1, stock: 1e6)]).holds)
    #expect(!MassBalance([entry("use", [residual], flow: 1, stock: 1e3)]).holds)
  }
}
