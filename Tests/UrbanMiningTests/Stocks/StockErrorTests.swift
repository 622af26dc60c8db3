import Testing
import UrbanMining

struct StockErrorTests {
  @Test func everyFaultSaysWhatAndWhere() throws {
    let short = try Lifetime.fixed(years: 0.2)
    let texts: [(StockError, String)] = [
      (.length(what: "inflow", count: 2, periods: 3), "the inflow has 2 values for 3 periods"),
      (
        .lanes(what: "stock", count: 1, expected: 4),
        "the stock has 1 lanes where 4 are expected"
      ),
      (
        .periods(expected: "2000–2001", given: "2001–2002"),
        "a stock that follows on one over 2000–2001 can't be over other periods (2001–2002)"
      ),
      (
        .notFinite(what: "stock", period: "1999", lane: 2),
        "the stock of 1999 in lane 2 is not a finite number"
      ),
      (
        .negative(what: "stock", period: "1999", lane: 0),
        "the stock of 1999 in lane 0 is negative: nothing can be retired below zero"
      ),
      (
        .leavesAtOnce(lifetime: short, share: 0, period: "1980"),
        "with fixed(years: 0.2) the share 0 of a cohort is left at the end of its own period 1980, so no "
          + "inflow can hold the stock: give a longer lifetime, shorter periods, or the inflow instead of "
          + "the stock"
      ),
      (.lifetimes("there is no lifetime"), "there is no lifetime"),
      (.initialStock("too old"), "the initial stock is not possible: too old"),
      (.illPosed("no"), "the inflow does not follow from the outflow: no"),
      (.shares("must sum to 1"), "must sum to 1"),
    ]
    for (error, text) in texts { #expect(error.description == text) }
  }
}
