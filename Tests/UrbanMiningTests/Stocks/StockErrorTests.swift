import Testing
import UrbanMining

struct StockErrorTests {
  @Test func namesWhatIsWrong() throws {
    #expect(
      StockError.length(what: "inflow", count: 2, periods: 3).description
        == "the inflow has 2 values for 3 periods")
    #expect(
      StockError.notFinite(what: "stock", period: "1991", lane: 1).description
        == "the stock of 1991 in lane 1 is not a finite number")
    let error = StockError.leavesAtOnce(
      lifetime: try .fixed(years: 0.3), share: 0, period: "1990")
    #expect(error.description.hasPrefix("with fixed(years: 0.3) the share 0 of a cohort is left"))
  }
}
