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
