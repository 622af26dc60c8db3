import ModelFiles
import Testing

@Suite struct FlodymImporterTests {
  /// Wide by years, by letters, and without a header: as flodym's own readers read them.
  @Test func parametersOfAnyLayoutHaveTheValuesThatFlodymReads() throws {
    let expected = try ImportReference.expected().flodym
    let result = try ImportReference.imported(.flodym, "flodym")
    // flodym's order is that of the dimensions; the tables keep that of the files.
    #expect(try result.values(ofTable: "model-split.csv") == expected["split"])
    let tidy = Set(
      result.tables[0].text.split(separator: "\n").dropFirst().map(String.init))
    let production = try #require(expected["production"])
    let right = [2001, 2002, 2003].enumerated().flatMap { index, year in
      [("North", production[2 * index]), ("South", production[2 * index + 1])].map {
        let text = "\($0.1)"
        return "\(year),\($0.0),\(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)"
      }
    }
    #expect(tidy == Set(right))
    #expect(result.tables[1].text == "Product_Group,value\ntube,0.9\nwire,0.8\n")
  }

  @Test func theSystemIsCarriedOverAndWhatIsPythonIsMarked() throws {
    let result = try ImportReference.imported(.flodym, "flodym")
    #expect(result.model.contains("  making: { over: [Region] }\n"))
    #expect(
      result.model.contains("  service: { over: [Region, Product_Group] }  # stock 'in service'"))
    #expect(result.model.contains("  - { from: service, to: tip }\n"))
    #expect(result.model.contains("  - { from: making, to: tip, remainder: true }  # how large?"))
    #expect(result.remarks.contains { $0.contains("give 'service' a 'lifetime:'") })
    // With rules for the marked flows and a lifetime the file is a model.
    let done = result.model
      .replacing(
        "- { from: outside, to: making }",
        with: "- { from: outside, to: making, given: production }"
      )
      .replacing("to: service, remainder: true }", with: "to: service, share: split }")
      .replacing(
        "service: { over: [Region, Product_Group] }",
        with: "service: { over: [Region, Product_Group], lifetime: 'normal(mean: 3, sd: 1)' }")
    let texts = Dictionary(uniqueKeysWithValues: result.tables.map { ($0.path, $0.text) })
    let file = try ModelFile(
      text: done, name: "model.yaml",
      tables: TableLibrary(bundledNames: []) { texts[$0].map { Array($0.utf8) } })
    #expect(file.faultsOfSolutions() == [])
  }

  @Test func everyFaultIsReportedWithItsField() {
    #expect(
      ImportReference.faults(.flodym, "flodym-wrong") == [
        "flodym-wrong/parameters/production.csv:3:6: 'Nroth' is not an item of 'Region' "
          + "(did you mean 'North'?)",
        "flodym-wrong/parameters/production.csv:4:12: 'x' is not a number "
          + "(leave the field empty where a number is missing)",
        "flodym-wrong/parameters/production.csv:6:12: there is a second value for 2001, South",
        "flodym-wrong/parameters/split.csv:1:1: the columns a, b are neither one column of values nor "
          + "the items of a dimension",
        "flodym-wrong/parameters/yield.csv:1:1: 1 of 2 values are missing, the first for wire",
      ])
  }

  #if Excel
    @Test func aWorkbookOfDimensionsAndParametersIsRead() throws {
      let result = try ImportReference.imported(.flodym, "flodym-book.xlsx")
      #expect(result.model.contains("  Metal: [zinc, lead, tin]\n"))
      #expect(try result.values(ofTable: "model-mined.csv") == [5, 6, 7.5, 8, 9, 1e-3])
    }
  #else
    @Test func aBuildWithoutExcelNamesTheTrait() {
      let faults = ImportReference.faults(.flodym, "flodym-book.xlsx")
      #expect(faults.count == 1)
      #expect(faults[0].contains("trait 'Excel'"))
    }
  #endif
}
