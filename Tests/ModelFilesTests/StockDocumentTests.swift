import ModelFiles
import Testing
import UrbanMining

@Suite struct StockDocumentTests {
  static func stock(_ text: String, _ drive: SeriesTable.Drive) throws -> (
    SeriesTable, DynamicStock
  ) {
    let table = try SeriesTable(text: text, name: "s.csv")
    let lifetime = try Lifetime.fixed(years: 2)
    return (table, try table.stock(drive: drive, lifetime: lifetime, timing: .end))
  }

  @Test func holdsWhatTheContractNames() throws {
    let (table, stock) = try Self.stock("year,myColumn\n1980,1\n1981,2\n1982,4\n", .inflow)
    #expect(
      try jsonText(StockDocument(stock, of: table, cohorts: true))
        == #"{"balance":{"holds":true,"max_residual":0,"tolerance":9.414691248821327e-14},"#
        + #""cohorts":{"myColumn":[[1,0,0],[1,2,0],[0,2,4]]},"#
        + #""convention":{"inflow_at":"end","periods":"calendar years"},"#
        + #""lifetime":"fixed(years: 2)","#
        + #""schema":"urbanmine/stock/1","series":{"myColumn":{"inflow":[1,2,4],"#
        + #""mean_age":[0,0.3333333333333333,0.3333333333333333],"#
        + #""outflow":[0,0,1],"stock":[1,3,6]}},"#
        + #""years":[1980,1981,1982]}"#)
  }

  @Test func namesBoundsPolicyAndPeriodsOfNegativeInflow() throws {
    let (table, stock) = try Self.stock("from,to,a\n1980,1981,5\n1981,1982,1\n", .stock(.clip))
    let text = try jsonText(StockDocument(stock, of: table, cohorts: false))
    #expect(text.contains(#""bounds":[1980,1981,1982]"#))
    #expect(text.contains(#""negative_inflow":"clip","periods":"bounds""#))
    #expect(text.contains(#""negative_inflow_years":[1981]"#))
    #expect(!text.contains("cohorts"))
  }

  @Test func anEmptyStockHasNoMeanAge() throws {
    let (table, stock) = try Self.stock("year,a\n1980,0\n", .inflow)
    #expect(
      try jsonText(StockDocument(stock, of: table, cohorts: false)).contains(#""mean_age":[null]"#))
  }

  @Test func theTableHoldsEverySeries() throws {
    let (_, stock) = try Self.stock("year,\"a,b\",c\n1980,1,0\n1981,2,3\n", .inflow)
    #expect(
      stock.csvText(names: ["a,b", "c"])
        == "year,series,inflow,stock,outflow,mean_age\n1980,\"a,b\",1,1,0,0\n"
        + "1981,\"a,b\",2,3,0,0.3333333333333333\n1980,c,0,0,0,\n1981,c,3,3,0,0\n")
  }
}
