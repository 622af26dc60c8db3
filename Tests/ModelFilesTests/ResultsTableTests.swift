import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct ResultsTableTests {
  @Test func theTableHoldsOneRowForEachNumber() throws {
    let text = try ResultsDocumentTests.results().csvText()
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.first == "year,kind,name,from,to,unit,value")
    #expect(rows.last == "")
    // 4 series of use, 3 of the pile, 2 flows, 6 indicators, 1 input, each for two years.
    #expect(rows.count == 2 + 16 * 2)
    #expect(rows.contains("2001,flow,discards,use,pile,t/yr,4"))
    #expect(rows.contains("2000,indicator,eol_rr,,,1,"))
    #expect(rows.contains("2001,stock,use,,,t,8"))
  }

  @Test func theTableHasAColumnForEachDimension() throws {
    let plan = try SystemPlan(try SampleModel.file().base)
    let rows = try plan.solve().csvText().split(separator: "\n")
    #expect(rows[0] == "year,kind,name,from,to,end_use,region,unit,value")
    #expect(rows.contains { $0.hasPrefix("2003,stock,use,,,cars,,kt,") })
    #expect(rows.contains { $0.hasPrefix("2000,flow,primary,mine,refining,,,kt/yr,10") })
  }

  @Test func theTableQuotesNamesThatHoldACommaOrAQuote() throws {
    let text = try ResultsDocumentTests.results(("name: discards", "name: 'old, \"worn\"'"))
      .csvText()
    #expect(text.contains("2001,flow,\"old, \"\"worn\"\"\",use,pile,t/yr,4\n"))
    let table = try CSVTable(text: text, name: "r.csv")
    #expect(table.rows.contains { $0[2].text == "old, \"worn\"" })
  }
}
