import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderTradeTests {
  private func text(_ trade: String, imports: String = "{ north: 4, south: 9, east: 7 }") -> String
  {
    """
    model: trade
    years: 2000-2001
    unit: kt
    dimensions:
      region: [north, south, east]
      destination: { same_as: region }
    data:
      exports: { values: { north: 10, south: { 2000: 4, 2001: 6 }, east: 6 }, unit: kt }
      imports: { values: \(imports), unit: kt }
      traded: { trade: \(trade) }
    processes:
      mine: { boundary: source, over: [region] }
      market: { sink: true, over: [region] }
    flows:
      - { from: mine, to: market, given: traded, across: { region: destination } }

    """
  }

  private let plain = "{ exports: exports, imports: imports, across: { region: destination } }"

  /// In 2000 both sum to 20. Whoever sends must be one of the others.
  @Test func tradeMeetsExportsAndImports() throws {
    let file = try ModelFile(
      text: text(plain.replacing("across", with: "balance: exports, across")), name: "t.yaml",
      tables: TableLibrary())
    let flows = try file.base.solved().flow(at: 0)
    for (period, exports) in [[10.0, 4, 6], [10, 6, 6]].enumerated() {
      let total = exports.reduce(0, +)
      for from in 0..<3 {
        let sold = (0..<3).reduce(0) { $0 + flows[from * 3 + $1][period, 0] }
        let bought = (0..<3).reduce(0) { $0 + flows[$1 * 3 + from][period, 0] }
        #expect(abs(sold - exports[from]) < 1e-10)
        #expect(abs(bought - [4.0, 9, 7][from] * total / 20) < 1e-10)
        #expect(flows[from * 4][period, 0] == 0)
      }
    }
  }

  @Test(arguments: [
    (
      "{ exports: exports, imports: imports, across: { region: destination } }",
      "10:20: 2001: exports sum to 22 and imports to 20"
    ),
    (
      "{ exports: export, imports: imports, across: { region: destination } }",
      "there is no data 'export' above (did you mean 'exports'?)"
    ),
    (
      "{ exports: exports, imports: imports, across: { region: target } }",
      "there is no dimension 'target'"
    ),
    (
      "{ exports: exports, imports: imports, across: { region: region } }",
      "'region' and 'region' are two dimensions with the same elements"
    ),
    ("{ exports: exports, imports: imports }", "'trade' needs the key 'across'"),
    (
      "{ exports: exports, imports: imports, across: { region: destination }, balance: export }",
      "'balance' can't be 'export' (did you mean 'exports'?)"
    ),
  ])
  func oneMistakeIsOneFault(_ trade: String, _ fault: String) {
    let found = SampleModel.faults(ofText: text(trade))
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }

  @Test func whatOnlySelfTradeMeetsIsNamed() {
    let found = SampleModel.faults(
      ofText: text(
        plain.replacing("across", with: "balance: mean, across"),
        imports: "{ north: 19, south: 0.5, east: 0.5 }"))
    #expect(found.count == 1 && found[0].contains("2000: north exports 10 and imports 19"))
  }
}
