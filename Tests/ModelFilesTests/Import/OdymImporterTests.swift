#if Excel
  import ModelFiles
  import Testing

  @Suite struct OdymImporterTests {
    /// A table over two indices in another order than the model's, and a list: as ODYM's own reader reads them.
    @Test func parametersHaveTheValuesThatOdymReads() throws {
      let expected = try ImportReference.expected().odym
      let result = try ImportReference.imported(.odym, "odym/Config.xlsx")
      #expect(try result.values(ofTable: "model-Par_Demand.csv") == expected["Par_Demand"])
      #expect(try result.values(ofTable: "model-Par_Life.csv") == expected["Par_Life"])
    }

    @Test func theConfigurationBecomesDimensionsYearsAndProcesses() throws {
      let result = try ImportReference.imported(.odym, "odym/Config.xlsx")
      #expect(result.model.contains("years: 2000-2002\n"))
      // A country that YAML 1.1 would read as false stands in quotes; the selector leaves out pipes.
      #expect(result.model.contains("  Region: ['NO', SE]\n  Good: [wires, cars]\n"))
      #expect(result.model.contains("  Use_Phase: 'Use Phase'\n"))
      #expect(result.remarks.contains { $0.contains("1 of 6 values are not in the file") })
    }

    @Test func uncertaintiesStandBesideTheValues() throws {
      let result = try ImportReference.imported(.odym, "odym/Config.xlsx")
      let text = try #require(result.tables.last?.text)
      #expect(
        text == """
          Good,Region,value,uncertainty
          wires,NO,30,"normal(mean: 30, sd: 4)"
          wires,SE,28,"lognormal(log-mean: 3.3, sigma: 0.2)"
          cars,NO,14,
          cars,SE,15,stats_array(5;15;none;none;)

          """)
    }

    @Test func aParameterAloneIsATableWithItsDimensions() throws {
      let result = try ImportReference.imported(.odym, "odym/parameters/demand_V2.xlsx")
      #expect(result.model.contains("years: 2000-2002\n"))
      #expect(
        result.model.contains("  own_numbers: { table: model-own_numbers.csv, over: [Places]"))
      #expect(try result.values(ofTable: "model-own_numbers.csv") == [4, 8, 4.5, 9, 5])
    }

    @Test func anotherWorkbookIsRefusedWithWhatWasExpected() {
      let faults = ImportReference.faults(.odym, "flodym-book.xlsx")
      #expect(faults.count == 1)
      #expect(faults[0].contains("neither a configuration nor a parameter workbook"))
    }
  }
#endif
