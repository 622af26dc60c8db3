import ModelFiles
import Testing
import UrbanMining

struct InitialStockTableTests {
  private func stocks(_ text: String, of names: [String]) throws -> [InitialStock] {
    try InitialStockTable(text: text, name: "i.csv").stocks(of: names)
  }

  private func cohort(_ from: Double, _ to: Double, _ amount: Double) -> InitialStock.Cohort {
    .init(from: from, to: to, amount: amount)
  }

  private func faults(_ text: String, of names: [String]) throws -> String {
    let error = #expect(throws: ModelFileError.self) { try stocks(text, of: names) }
    return try #require(error).description
  }

  /// The order of the series is that of the calculation; a year is [y, y + 1), also beside a gap.
  @Test func readsCohortsOfEachSeries() throws {
    #expect(
      try stocks("year,b,a\n1990,1,2\n1995,3,4\n", of: ["a", "b"]) == [
        .cohorts([cohort(1990, 1991, 2), cohort(1995, 1996, 4)]),
        .cohorts([cohort(1990, 1991, 1), cohort(1995, 1996, 3)]),
      ])
  }

  @Test func readsPeriodsOfEntryForAllSeries() throws {
    #expect(
      try stocks("from,to,value\n1980,1990.5,7\n1990.5,2000,8\n", of: ["a", "b"]) == [
        .cohorts([cohort(1980, 1990.5, 7), cohort(1990.5, 2000, 8)])
      ])
  }

  @Test func readsTotalsWithAndWithoutGrowth() throws {
    #expect(try stocks("total,growth\n50,0.02\n", of: ["a"]) == [.total(50, growth: 0.02)])
    #expect(try stocks("total\n50\n", of: ["a", "b"]) == [.total(50, growth: 0)])
    #expect(
      try stocks("series,total,growth\nb,5,\na,6,-0.01\n", of: ["a", "b"]) == [
        .total(6, growth: -0.01), .total(5, growth: 0),
      ])
  }

  @Test func namesEverySeriesThatDoesNotFit() throws {
    let text = try faults("year,cars,tracks\n1990,1,2\n", of: ["cars", "trucks"])
    #expect(text.contains("i.csv:1:1: there is no initial stock of 'trucks' (write 0 for none)"))
    #expect(text.contains("i.csv:1:1: 'tracks' is no series of the calculation (did you mean "))
  }

  @Test func reportsEveryFaultOfTotalsAtOnce() throws {
    let text = try faults("series,total,growht\na,-1,0\na,x,0\n", of: ["a"])
    #expect(text.contains("i.csv:1:14: 'growht' is no column of an initial stock by total"))
    #expect(text.contains("i.csv:2:3: the total is missing or negative"))
    #expect(text.contains("i.csv:3:3: "))
    #expect(try faults("total\n1\n2\n", of: ["a"]).contains("i.csv:3:1: there is a second total"))
    #expect(try faults("total\n", of: ["a"]).contains("has a header but no rows"))
    #expect(
      try faults("series,total\na,1\na,2\n", of: ["a"]).contains("there is 'a' a second time"))
  }

  @Test func refusesCohortsThatAreNoAmounts() throws {
    #expect(try faults("year,a\n1990,-1\n", of: ["a"]).contains("is not negative"))
    #expect(try faults("age,a\n3,1\n", of: ["a"]).contains("the first column must be "))
  }

  // MARK: - In a calculation

  private func result(_ policy: NegativeInflowPolicy) throws -> (SeriesTable, DynamicStock) {
    let table = try SeriesTable(text: "year,a\n2000,3\n2001,9\n", name: "s.csv")
    return (
      table,
      try table.stock(
        drive: .stock(policy), lifetime: .fixed(years: 5), timing: .end,
        initial: InitialStockTable(text: "year,value\n1996,2\n1999,4\n", name: "i.csv"))
    )
  }

  /// By hand: 6 are there, but the stock of 2000 is 3; the cohort of 1996 is gone by the end of 2001.
  @Test func theCalculationShowsTheInitialStock() throws {
    let (table, kept) = try result(.keep)
    #expect(kept.inflow(ofLane: 0) == [-3, 8])
    let text = try jsonText(StockDocument(kept, of: table, cohorts: true))
    #expect(text.contains(#""initial_stock":6"#))
    #expect(
      text.contains(
        #""initial_cohorts":[{"from":1996,"inflow":2,"left":[2,0],"to":1997},"#
          + #"{"from":1999,"inflow":4,"left":[4,4],"to":2000}]"#))
    #expect(
      kept.csvText(names: ["a"]).hasPrefix(
        "year,series,inflow,stock,outflow,mean_age,stock_before\n2000,a,-3,3,0,"))
    let (_, retired) = try result(.retire)
    #expect(retired.inflow(ofLane: 0) == [0, 7])
    #expect(retired.outflow(ofLane: 0) == [3, 1])
    #expect(
      retired.csvText(names: ["a"])
        == "year,series,inflow,stock,outflow,mean_age,stock_before\n"
        + "2000,a,0,3,3,2,6\n2001,a,7,9,1,0.4444444444444444,3\n")
  }

  @Test func withoutAnInitialStockNothingIsShown() throws {
    let table = try SeriesTable(text: "year,a\n2000,3\n", name: "s.csv")
    let stock = try table.stock(drive: .inflow, lifetime: .fixed(years: 5), timing: .end)
    #expect(try !jsonText(StockDocument(stock, of: table, cohorts: true)).contains("initial"))
    #expect(!stock.csvText(names: ["a"]).contains("stock_before"))
  }
}
