import Testing

@testable import UrbanMining

struct MassBalanceCasesTests {
  private func entry(
    _ process: String, _ residuals: [Double], flow: Double, stock: Double
  ) -> MassBalance.Entry {
    .init(process: process, residuals: residuals, largestFlow: flow, largestStock: stock)
  }

  @Test func theWorstStandsOutInRelationToItsFlows() {
    let balance = MassBalance([
      entry("mill", [0, 5e-13, 0], flow: 100, stock: 0),
      entry("use", [0, 1e-13], flow: 1, stock: 10),
    ])
    #expect(balance.maxResidual == 5e-13)
    #expect(balance.worstProcess == "use" && balance.worstPeriod == 1)
    #expect(balance.tolerance == 140 * .ulpOfOne)
    // 1e-13 is above 140 ε = 3.1e-14.
    #expect(!balance.holds)
  }

  @Test func roundingOfALargeStockIsAllowed() {
    let residual = 1e6 * Double.ulpOfOne
    #expect(MassBalance([entry("use", [residual], flow: 1, stock: 1e6)]).holds)
    #expect(!MassBalance([entry("use", [residual], flow: 1, stock: 1e3)]).holds)
  }

  @Test func nothingBalances() {
    let balance = MassBalance([entry("use", [0, 0], flow: 0, stock: 0)])
    #expect(balance.holds && balance.maxResidual == 0)
    #expect(MassBalance([]).holds)
  }

  @Test func aNumberThatIsNoneIsAViolation() {
    #expect(!MassBalance([entry("use", [0, .nan], flow: 1, stock: 1)]).holds)
  }
}
