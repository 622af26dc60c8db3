import FileFormats
import LinearAlgebra
import Testing
import UrbanMining

@testable import ModelFiles

// The files themselves are opened by xarray and pandas: python/tests/test_outputs.py.
@Suite struct ResultsFilesTests {
  private func dataset() throws -> NetCDFDataset {
    let results = try SystemPlan(try SampleModel.file().base).solve()
    return ResultsDataset(
      model: results.plan.model, series: results.series(), attributes: []
    ).dataset
  }

  @Test func thereIsOneVariableForEachKindAndName() throws {
    let variables = try dataset().variables
    let stock = try #require(variables.first { $0.name == "stock_use" })
    #expect(stock.dimensions == ["time", "end_use"])
    #expect(stock.attributes.contains(.init("units", "kilotonne")))
    #expect(stock.attributes.contains(.init("coordinates", "year end_use_label")))
    let results = try SystemPlan(try SampleModel.file().base).solve()
    let cars = try #require(
      results.series().first { $0.kind == .stock && $0.elements["end_use"] == "cars" })
    guard case .numbers(let values) = stock.values else { return #expect(Bool(false)) }
    #expect(stride(from: 0, to: values.count, by: 2).map { values[$0] } == cars.values)
    #expect(variables.first { $0.name == "flow_primary" }?.dimensions == ["time"])
    #expect(Set(variables.map(\.name)).count == variables.count)
  }

  /// Two flows of the same role are told apart by their ends, two between the same ends by a number.
  @Test func namesThatOccurTwiceAreToldApart() throws {
    let file = try SampleModel.file(
      ("role: loss }", "role: collected }"))
    let series = try SystemPlan(file.base).solve().series()
    let model = file.base
    let names = ResultsDataset(model: model, series: series, attributes: []).dataset.variables.map(
      \.name)
    #expect(names.contains("flow_collected_use_to_yard"))
    #expect(names.contains("flow_collected_yard_to_waste"))
    let twice = ResultsDataset(model: model, series: series + series, attributes: []).dataset
    #expect(twice.variables.contains { $0.name == "flow_collected_use_to_yard_2" })
  }

  @Test(arguments: [
    ("kt", "kilotonne"), ("kt/yr", "kilotonne year-1"), ("1", "1"), ("t/yr", "tonne year-1"),
    ("persons", "persons"),
  ])
  func unitsAreWrittenAsUDUNITSHasThem(_ unit: String, _ words: String) {
    #expect(ResultsDataset.conventionalUnit(unit) == words)
  }

  @Test func timeHasItsBoundsAndItsYears() throws {
    let variables = try dataset().variables
    let year = try #require(variables.first { $0.name == "year" })
    #expect(year.values == .wholeNumbers([2000, 2001, 2002, 2003]))
    let bounds = try #require(variables.first { $0.name == "time_bounds" })
    #expect(bounds.dimensions == ["time", "bounds"])
    guard case .numbers(let days) = bounds.values else { return #expect(Bool(false)) }
    #expect(days == [36524, 36890, 36890, 37255, 37255, 37620, 37620, 37985])
  }

  #if Excel
    @Test func aWorkbookHasASheetForEachKindAndARowForEachSeries() throws {
      let results = try SystemPlan(try SampleModel.file().base).solve()
      let bytes = try results.workbookBytes(scenario: "s", changes: [], program: "p 1")
      let book = try Workbook(bytes: bytes, file: "r.xlsx")
      #expect(
        book.sheets.compactMap(\.name) == [
          "about", "stock", "inflow", "outflow", "flow", "addition", "indicator", "parameter",
        ])
      let stock = try #require(book.sheet("stock"))
      #expect(
        (0..<7).map { stock.text(0, $0) } == [
          "name", "end_use", "unit", "2000", "2001", "2002", "2003",
        ])
      let cars = try #require(
        results.series().first { $0.kind == .stock && $0.elements["end_use"] == "cars" })
      #expect(try (3..<7).map { try stock.number(1, $0) } == cars.values)
      #expect(try bytes == results.workbookBytes(scenario: "s", changes: [], program: "p 1"))
    }
  #endif
}
