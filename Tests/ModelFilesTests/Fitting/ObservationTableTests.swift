import ModelFiles
import Testing
import UrbanMining

struct ObservationTableTests {
  private func read(_ text: String) throws(ModelFileError) -> [Observation] {
    try ObservationTable(bytes: Array(text.utf8), name: "o.csv", unit: .kilotonne).observations
  }

  private func faults(_ text: String) -> [String] {
    do throws(ModelFileError) {
      _ = try read(text)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsBothLayouts() throws {
    #expect(
      try read("year,series,value,uncertainty\n2001,stock.use,12.5,0.5\n2002,eol_rr,0.4,0.1\n") == [
        Observation(series: "stock.use", year: 2001, value: 12.5, uncertainty: 0.5),
        Observation(series: "eol_rr", year: 2002, value: 0.4, uncertainty: 0.1),
      ])
    #expect(
      try read("year,stock.use,flow.old_scrap\n2001,12,\n2002,13,4\n") == [
        Observation(series: "stock.use", year: 2001, value: 12),
        Observation(series: "stock.use", year: 2002, value: 13),
        Observation(series: "flow.old_scrap", year: 2002, value: 4),
      ])
  }

  @Test func reportsEveryFaultAtOnce() {
    let found = faults(
      "year,series,value,uncertainty,who\n2001,stock.use,x,1,me\n2002,stock.use,,1,me\n"
        + "2003,stock.use,4,-1,me\n")
    #expect(found.count == 4, "\(found)")
    for part in [
      "o.csv:1:31: 'who' is not a column", "o.csv:2:16: 'x' is not a number",
      "o.csv:3:1: an observation needs a year and a value", "o.csv:4:18: an uncertainty is above 0",
    ] {
      #expect(found.contains { $0.hasPrefix(part) }, "\(part)")
    }
    #expect(faults("when,stock.use\n2001,1\n")[0].contains("there is no column 'year'"))
  }

  @Test func amountsAreConvertedToTheUnitOfTheModel() throws {
    #expect(
      try read(
        "year,series,value,uncertainty,unit\n2001,stock.use,12.5,0.5,Mt\n2002,flow.x,400,20,t/yr\n"
          + "2002,eol_rr,0.4,0.1,\n")
        == [
          Observation(series: "stock.use", year: 2001, value: 12_500, uncertainty: 500),
          Observation(series: "flow.x", year: 2002, value: 0.4, uncertainty: 0.02),
          Observation(series: "eol_rr", year: 2002, value: 0.4, uncertainty: 0.1),
        ])
    #expect(
      faults("year,series,value,unit\n2001,stock.use,12.5,items\n")[0]
        .hasPrefix("o.csv:2:21: a unit can't be 'items' in a model in kt"))
  }
}
