import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderDrivesTests {
  /// A stock in service that is filled, through a mill that is driven by demand.
  private func text(_ use: String, mill: String = "driven_by: demand") -> String {
    """
    model: driven
    years: 2000-2003
    unit: kt
    dimensions:
      part: [cars, wires]
    data:
      wanted: { values: { cars: { 2000: 10, 2003: 16 }, wires: 5 } }
    processes:
      mine: { boundary: source }
      mill: { \(mill) }
      use: { over: [part], lifetime: 'normal(mean: 9, sd: 3)', \(use) }
      waste: { sink: true }
    flows:
      - { from: mine, to: mill, fill: true }
      - { from: mill, to: use, fill: 1 }
      - { from: use, to: waste }

    """
  }

  private func use(_ use: String) throws -> SystemModel.Process {
    let file = try ModelFile(text: text(use), name: "d.yaml", tables: TableLibrary())
    return try #require(file.base.process("use"))
  }

  private func faults(_ use: String, mill: String = "driven_by: demand") -> [String] {
    SampleModel.faults(ofText: text(use, mill: mill)).map {
      $0.replacing("demo.yaml:", with: "")
    }
  }

  @Test func readsAnInflowOrAStockToReach() throws {
    #expect(try use("inflow: wanted").drive == .target(inflow: .input("wanted"), stock: nil))
    #expect(
      try use("stock: { cars: 3, wires: 4 }").drive
        == .target(
          inflow: nil,
          stock: .inline(
            Parameter(
              dimensions: ["part"], cells: [[3, 3, 3, 3], [4, 4, 4, 4]]))))
  }

  @Test func joinsAnInflowToAStock() throws {
    let found = try use("inflow: { cars: 1, wires: 2 }, stock: wanted, stock_from: 2002")
    #expect(found.stockFrom == 2)
    guard case .target(.inline, .input("wanted")) = found.drive else {
      Issue.record("\(found.drive)")
      return
    }
  }

  /// The stock of 2002 and 2003 is that of the data, also where a scenario changes them.
  @Test func aScenarioChangesTheStockToReach() throws {
    let file = try ModelFile(
      text: text("inflow: { cars: 1, wires: 2 }, stock: wanted, stock_from: 2002"), name: "d.yaml",
      tables: TableLibrary())
    let change = try file.change("wanted.cars=30")
    let changed = try Scenario(name: "more", changes: [change]).applied(to: file.base)
    for (model, stock) in [(file.base, [14.0, 16]), (changed, [30.0, 30])] {
      let results = try SystemPlan(model).solve()
      let held = results.stock(ofProcess: 2)[0].column(0)
      #expect(zip(held[2...], stock).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(abs(results.inflow(ofProcess: 2)[0][1, 0] - 1) < 1e-15)
    }
  }

  @Test func readsWhatStandsAtTheStart() throws {
    #expect(
      try use("inflow: wanted, initial_stock: { cars: 20, wires: 7 }").initialStocks == [
        .total(20, growth: 0), .total(7, growth: 0),
      ])
    #expect(
      try use("inflow: wanted, initial_stock: { total: { cars: 20, wires: 7 }, growth: 0.02 }")
        .initialStocks == [.total(20, growth: 0.02), .total(7, growth: 0.02)])
  }

  @Test(
    arguments: [
      (
        "inflow: wanted, stock: wanted",
        "11:3: only one of 'inflow' and 'stock' can hold at a time (say with 'stock_from: YEAR' from "
          + "when on the stock holds)"
      ),
      (
        "inflow: wanted, stock: wanted, stock_from: 2010",
        "'stock_from' is a year of the model, from 2000 to 2003"
      ),
      (
        "stock: wanted, stock_from: 2002",
        "'stock_from' joins an 'inflow' before that year to a 'stock' after it"
      ),
      ("stock: wantd", "there is no data 'wantd' (did you mean 'wanted'?)"),
      ("stock: 5", "11:3: the stock of 'use' is not told apart by part"),
      (
        "stock: wanted, driven_by: demand",
        "a process with an 'inflow' or a 'stock' to reach is driven by that"
      ),
      (
        "stock: wanted, initial_stock: 5",
        "an initial stock is given for each of part"
      ),
      (
        "stock: wanted, initial_stock: { cars: -5, wires: 1 }",
        "an initial stock is zero or more, not -5"
      ),
      (
        "stock: wanted, initial_stock: { growth: 0.02 }",
        "an initial stock with a past needs the key 'total'"
      ),
      (
        "stock: wanted, initial_stock: { total: { cars: 5, wires: 1 }, growth: 2 }",
        "a growth of 2 is 200 % a year (per cent are written as a fraction: 0.02)"
      ),
      (
        "driven_by: demnd", "'driven_by' can't be 'demnd' (did you mean 'demand'?)"
      ),
    ])
  func namesTheFaultAndItsPlace(_ written: String, _ fault: String) {
    let found = faults(written)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  /// A fault that shows only when the plan is made stands at its process.
  @Test func aStockThatCanNotBeReachedStandsAtItsProcess() {
    let text = text("stock: wanted").replacing("normal(mean: 9, sd: 3)", with: "fixed(years: 0.2)")
    let found = SampleModel.faults(ofText: text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("demo.yaml:11:3: the stock of 'use': ") == true, "\(found)")
  }

  /// Where nothing asks a mill for anything, what fills it has no measure.
  @Test func aSupplyIsNotFilled() {
    #expect(
      faults("inflow: wanted", mill: "driven_by: supply").contains {
        $0.contains("'mine->mill' fills what 'mill' needs, but that takes what it is given")
      })
  }

  @Test func aLimitIsToldApartAsAnAmountIs() {
    let text = text("inflow: wanted").replacing(
      "fill: 1 }", with: "fill: 1, at_most: 3, name: first }\n  - { from: mine, to: use, fill: 2 }")
    #expect(
      SampleModel.faults(ofText: text) == [
        "demo.yaml:15:5: the limit of 'first' is not told apart by part (give a limit for each, or "
          + "limit a flow to a process without and share it out)"
      ])
  }

  @Test func anIslandStandsAtItsProcesses() {
    let text = text("inflow: wanted")
      .replacing("  waste: {", with: "  left: {}\n  right: {}\n  waste: {")
      .replacing(
        "  - { from: use, to: waste }",
        with: "  - { from: use, to: waste }\n  - { from: left, to: right }\n"
          + "  - { from: right, to: left, share: 0.5 }\n  - { from: right, to: waste }")
    let found = SampleModel.faults(ofText: text)
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("demo.yaml:12:3: nothing reaches 'left': ") == true, "\(found)")
    #expect(found.last?.hasPrefix("demo.yaml:13:3: nothing reaches 'right': ") == true, "\(found)")
  }
}
