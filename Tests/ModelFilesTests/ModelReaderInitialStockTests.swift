import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderInitialStockTests {
  private static let use = "use: { over: [end_use],"
  private static let data = "mining: {"
  private static let before =
    "before: { values: { cars: { 2000: 40, 2003: 90 }, wires: 7 }, source: me }\n  mining: {"

  private func stocks(_ written: String) throws -> [InitialStock] {
    let file = try SampleModel.file(
      (Self.data, Self.before), (Self.use, "\(Self.use) initial_stock: \(written),"))
    return file.base.processes.first { $0.name == "use" }?.initialStocks ?? []
  }

  @Test func readsAmountsInPlace() throws {
    #expect(
      try stocks("{ cars: 5, wires: 6 }") == [.total(5, growth: 0), .total(6, growth: 0)])
  }

  /// Of an entry of `data` the first year counts.
  @Test func readsAnEntryOfData() throws {
    #expect(try stocks("before") == [.total(40, growth: 0), .total(7, growth: 0)])
    #expect(
      try stocks("{ total: before, growth: 0.02 }") == [
        .total(40, growth: 0.02), .total(7, growth: 0.02),
      ])
  }

  /// Half of 40 and of 7, and no more of what an amount in place holds.
  @Test func aScenarioChangesWhatAnEntryOfDataHolds() throws {
    let scenario = "scenarios:\n  less: { scale: { before.cars: 0.5 } }\n"
    for written in ["before", "{ total: before, growth: 0.02 }"] {
      let file = try SampleModel.file(
        (Self.data, Self.before), (Self.use, "\(Self.use) initial_stock: \(written),"),
        ("scenarios:\n", scenario))
      let less = try #require(file.scenarios.first { $0.name == "less" })
      let changed = try less.applied(to: file.base)
      let stocks = try #require(changed.processes.first { $0.name == "use" }).initialStocks
      let growth = written == "before" ? 0 : 0.02
      #expect(stocks == [.total(20, growth: growth), .total(7, growth: growth)])
    }
  }

  @Test func whatHoldsAtTheStartIsNotDrawn() {
    let uncertain =
      "uncertainty:\n  before: { relative: 'uniform(from: 0.9, to: 1)', source: me }\nscenarios:\n"
    let faults = SampleModel.faults(
      (Self.data, Self.before), (Self.use, "\(Self.use) initial_stock: before,"),
      ("scenarios:\n", uncertain))
    #expect(faults.count == 1, "\(faults)")
    let message = "'before' is what 'use' holds at the start, which is not drawn"
    #expect(faults.first?.contains(message) == true)
  }

  @Test(
    arguments: [
      ("befor", "15:", "there is no data 'befor' (did you mean 'before'?)"),
      ("mining", "15:", "an initial stock is given for each of end_use"),
      ("12", "15:", "an initial stock is given for each of end_use"),
      ("{ cars: 5, wires: -6 }", "15:", "an initial stock is zero or more, not -6"),
    ])
  func namesTheFault(_ written: String, _ line: String, _ fault: String) {
    let faults = SampleModel.faults(
      (Self.data, Self.before), (Self.use, "\(Self.use) initial_stock: \(written),"))
    #expect(
      faults.contains { $0.hasPrefix("demo.yaml:\(line)") && $0.contains(fault) }, "\(faults)")
  }
}
