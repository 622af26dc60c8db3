import Testing

@testable import UrbanMining

struct BilateralTradeTests {
  /// Newton's method in NumPy.
  @Test func withoutSelfTradeBothSumsHold() throws {
    for case let trade in try SystemModelDriveTests.Reference.read().trade {
      let flows = try BilateralTrade().flows(exports: trade.exports, imports: trade.imports)
      for (row, expected) in zip(flows, trade.flows) {
        expectClose(row, expected, absolute: 1e-10)
      }
      for region in flows.indices {
        #expect(flows[region][region] == 0)
        #expect(abs(flows[region].reduce(0, +) - trade.exports[region]) < 1e-10)
        #expect(abs(flows.reduce(0) { $0 + $1[region] } - trade.imports[region]) < 1e-10)
      }
    }
  }

  /// 30 of 50 exports meet 20 of 50 imports: 30 · 20 / 50 = 12.
  @Test func withSelfTradeEachGetsItsShareOfAllExports() throws {
    let trade = BilateralTrade(keepsSelfTrade: true)
    #expect(
      try trade.flows(exports: [30, 20], imports: [20, 30]) == [[12, 18], [8, 12]])
  }

  /// Of two regions each buys what the other sells.
  @Test func twoRegionsTradeWithEachOther() throws {
    let flows = try BilateralTrade().flows(exports: [7, 3], imports: [3, 7])
    expectClose(flows.flatMap { $0 }, [0, 7, 3, 0], absolute: 1e-12)
  }

  @Test(arguments: [
    (BilateralTrade.Balance.exports, 100.0), (.imports, 80), (.mean, 90),
  ])
  func whatDoesNotBalanceGivesWayByName(_ balance: BilateralTrade.Balance, _ total: Double) throws {
    let trade = BilateralTrade(balance: balance)
    let flows = try trade.flows(exports: [40, 40, 20], imports: [20, 30, 30])
    #expect(abs(flows.joined().reduce(0, +) - total) < 1e-10)
    // The shares of the exporters stay as they were.
    #expect(abs(flows[0].reduce(0, +) - 0.4 * total) < 1e-10)
  }

  @Test func whatNoTradeMeetsIsRefused() {
    #expect(throws: TradeError.unbalanced(exports: 10, imports: 11)) {
      try BilateralTrade().flows(exports: [6, 4], imports: [4, 7])
    }
    #expect(throws: TradeError.onlyWithItself(region: 0, exports: 6, imports: 5, total: 10)) {
      try BilateralTrade().flows(exports: [6, 4], imports: [5, 5])
    }
    #expect(throws: TradeError.notAnAmount(what: "imports", region: 1, value: -1)) {
      try BilateralTrade().flows(exports: [6, 4], imports: [11, -1])
    }
    #expect(
      TradeError.onlyWithItself(region: 0, exports: 6, imports: 5, total: 10).text(["north"])
        .contains("north exports 6 and imports 5, together more than all trade, 10"))
  }

  @Test func noExportsAreNoTrade() throws {
    #expect(try BilateralTrade().flows(exports: [0, 0], imports: [0, 0]) == [[0, 0], [0, 0]])
  }
}
