import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderConcentrationsTests {
  private func text(_ limits: String) -> String {
    """
    model: steel
    years: 2000-2001
    unit: kt
    dimensions:
      element: [Fe, Cu]
    processes:
      yard: { boundary: source }
      works: { sink: true, over: [element] }
    flows:
      - { from: yard, to: works, given: { Fe: 99, Cu: 1 }, name: scrap }
    concentration_limits: \(limits)

    """
  }

  /// 100 kt with 1 % of copper, to 0.5 % with metal of 0.25 %: (1 + 0.0025 · 200) / 300 = 0.005.
  @Test func concentrationAndDilutionStandInTheTable() throws {
    let file = try ModelFile(
      text: text("{ Cu: { at_most: 0.005, diluted_with: 0.0025, in: [scrap] } }"), name: "s.yaml",
      tables: TableLibrary())
    let lines = try file.base.solved().csvText().split(separator: "\n")
    #expect(lines.contains("2000,concentration,scrap,yard,works,Cu,1,0.01"))
    let need = lines.first { $0.hasPrefix("2000,dilution,scrap,yard,works,Cu,kt/yr,") }
    #expect(abs((need?.split(separator: ",").last.flatMap { Double($0) } ?? 0) - 200) < 1e-9)
  }

  @Test(arguments: [
    ("{ Cu: { at_most: 5 } }", "11:25: of 'Cu' at most 5 is allowed"),
    ("{ Co: { at_most: 0.1 } }", "11:25: 'Co' is not an element of 'element' (did you mean 'Cu'?)"),
    ("{ Cu: { at_mos: 0.1 } }", "'at_mos' is not a key"),
    ("{ Cu: { at_most: 0.1, in: [scarp] } }", "there is no flow 'scarp' (did you mean 'scrap'?)"),
  ])
  func namesTheFaultAndItsPlace(_ limits: String, _ fault: String) {
    let found = SampleModel.faults(ofText: text(limits))
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }
}
