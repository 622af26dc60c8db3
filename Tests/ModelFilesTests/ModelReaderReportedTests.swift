import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderReportedTests {
  private static func text(_ reported: String) -> String {
    """
    model: small
    years: 2000-2001
    unit: kt
    dimensions: { place: [a, b] }
    data:
      scrap: { values: { 2000: 10, 2001: 12 }, source: a book }
      printed: { values: { 2000: 8, 2001: 12 }, source: a book }
      split: { values: { a: 0.4, b: 0.6 }, source: a book }
    processes:
      yard: { boundary: source }
      smelter: {}
      shop: { over: [place], boundary: sink }
    flows:
      - { from: yard, to: smelter, given: scrap, name: bought }
      - { from: smelter, to: shop, share: split }
    reported: \(reported)
    """
  }

  private static func faults(_ reported: String) -> [Fault] {
    do {
      _ = try ModelFile(text: text(reported), name: "m.yaml", tables: TableLibrary())
      return []
    } catch {
      return error.faults
    }
  }

  @Test func readsWhatWasReported() throws {
    let file = try ModelFile(
      text: Self.text("{ bought: printed }"), name: "m.yaml", tables: TableLibrary())
    #expect(file.reported.map(\.flow) == ["bought"])
    let comparison = try #require(
      file.comparisons(with: try SystemPlan(file.base).solve()).first)
    #expect(comparison.years.map(\.predicted) == [10, 12])
    #expect(comparison.years.map(\.reported) == [8, 12])
  }

  @Test(arguments: [
    ("{ bougt: printed }", "there is no flow 'bougt'", "did you mean 'bought'?"),
    ("{ bought: printd }", "there is no entry 'printd' of 'data'", "did you mean 'printed'?"),
    ("{ bought: split }", "is told apart by place", nil),
    ("printed", "'reported' is a list of names with values", nil),
  ])
  func namesWhatIsWrong(_ reported: String, _ message: String, _ hint: String?) throws {
    let faults = Self.faults(reported)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.message.contains(message), "\(fault)")
    #expect(fault.line == 16)
    if let hint { #expect(fault.hint == hint) }
  }
}
