import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

/// Drives that differ by element, in a file.
@Suite struct ModelReaderCellsTests {
  static func text(
    driven: String = "{ north: stock, default: inflow }",
    rest: String = "stock: { north: 9 }, inflow: { south: 7 }", data: String = "{}",
    years: String = "2000-2003"
  ) -> String {
    """
    model: mixed
    years: \(years)
    unit: kt
    dimensions:
      region: [north, south]
    data: \(data)
    processes:
      mine: { boundary: source }
      use: { over: [region], lifetime: 'fixed(years: 2)', driven_by: \(driven), \(rest) }
      dump: { sink: true, over: [region] }
    flows:
      - { from: mine, to: use, fill: true }
      - { from: use, to: dump }

    """
  }

  private func faults(_ driven: String, _ rest: String) -> [String] {
    SampleModel.faults(ofText: Self.text(driven: driven, rest: rest))
      .map { $0.replacing("demo.yaml:", with: "") }
  }

  /// What stays two years: 9 in the first year, 0, 9 and 0 then keep the stock; the south gets 7 a year.
  @Test func aMapSaysWhatEachElementIsDrivenBy() throws {
    let file = try ModelFile(text: Self.text(), name: "m.yaml", tables: TableLibrary())
    guard case .byCell(let ways, _, _)? = file.base.process("use")?.drive else {
      Issue.record("not by cell")
      return
    }
    #expect(ways == [.stock, .inflow])
    let results = try file.base.solved()
    #expect(results.inflow(ofProcess: 1)[0].column(0) == [9, 0, 9, 0])
    #expect(results.stock(ofProcess: 1)[1].column(0) == [7, 14, 14, 14])
  }

  @Test func anInflowMayComeBeforeTheStock() throws {
    let text = Self.text(
      rest: "stock: { north: 9 }, inflow: { north: 1, south: 7 }, stock_from: 2002")
    let file = try ModelFile(text: text, name: "m.yaml", tables: TableLibrary())
    let results = try file.base.solved()
    // 1 and 1 enter; of these one is left at the end of 2002.
    #expect(results.inflow(ofProcess: 1)[0].column(0) == [1, 1, 8, 1])
    #expect(results.inflow(ofProcess: 1)[1].column(0) == [7, 7, 7, 7])
  }

  /// A table may have numbers for elements that do not need them.
  @Test func anEntryOfDataMayHoldMore() throws {
    let text = Self.text(
      rest: "stock: fleet, inflow: { south: 7 }",
      data: "{ fleet: { values: { north: 9, south: 4 }, unit: kt } }")
    let file = try ModelFile(text: text, name: "m.yaml", tables: TableLibrary())
    #expect(try file.base.solved().stock(ofProcess: 1)[1].column(0) == [7, 14, 14, 14])
  }

  @Test(arguments: [
    (
      "{ north: stock, default: inflow }", "stock: { north: 9 }",
      "9:66: what is driven by inflow needs its 'inflow' beside 'driven_by'"
    ),
    (
      "{ north: stock, default: inflow }", "stock: { north: 9, south: 3 }, inflow: { south: 7 }",
      "9:108: 'south' is driven by inflow: its 'stock' would not count"
    ),
    (
      "{ north: stock, south: inflw }", "stock: { north: 9 }, inflow: { south: 7 }",
      "9:89: 'driven_by' can't be 'inflw' (did you mean 'inflow'?)"
    ),
    (
      "{ north: stock }", "stock: { north: 9 }, inflow: { south: 7 }",
      "9:66: there is no drive for south"
    ),
    (
      "{ nort: stock, default: inflow }", "stock: { north: 9 }, inflow: { south: 7 }",
      "9:68: 'nort' is not an element of this process (did you mean 'north'?)"
    ),
    (
      "{ north: stock, default: inflow }",
      "stock: { north: 9 }, inflow: { south: 7 }, negative_inflow: retire",
      "'negative_inflow' can't be 'retire' (it is one of keep, clip)"
    ),
  ])
  func oneMistakeIsOneFault(_ driven: String, _ rest: String, _ fault: String) {
    let found = faults(driven, rest)
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }

  @Test func aNegativeInflowIsOfAStock() {
    let found = faults(
      "{ default: inflow }", "inflow: { north: 1, south: 7 }, negative_inflow: clip")
    #expect(found.count == 1)
    #expect(found[0].contains("'negative_inflow' is for a 'stock' that must be held"), "\(found)")
  }

  @Test func clipIsReadByName() throws {
    let text = Self.text(
      rest: "stock: { north: { 2000: 9, 2001: 2 } }, inflow: { south: 7 }, negative_inflow: clip")
    let file = try ModelFile(text: text, name: "m.yaml", tables: TableLibrary())
    let results = try file.base.solved()
    #expect(results.inflow(ofProcess: 1)[0].column(0) == [9, 0, 2, 0])
    let found = results.shrinkingStocks()
    #expect(found.map(\.periods) == [[1]] && found[0].largestExcess == 7)
    let document = try jsonText(
      ResultsDocument(results, scenario: nil, changes: [], program: "test"))
    #expect(
      document.contains("\"negative_inflow\":\"clip\"")
        || document.contains("\"negative_inflow\" : \"clip\""))
  }
}
