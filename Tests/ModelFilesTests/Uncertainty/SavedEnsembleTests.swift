import ModelFiles
import Testing
import UrbanMining

struct SavedEnsembleTests {
  private static func document() throws -> (document: EnsembleDocument, bytes: [UInt8]) {
    let file = try ModelFile(
      text: """
        model: tiny
        years: 2000-2003
        processes:
          mine: { boundary: source }
          use: { lifetime: 'fixed(years: 2)' }
          smelter: {}
          waste: { sink: true }
        flows:
          - { from: mine, to: use, given: 10, name: ore }
          - { from: use, to: smelter, share: 0.5, role: old_scrap }
          - { from: use, to: waste, remainder: true }
          - { from: smelter, to: waste }
        uncertainty:
          ore.given: { relative: 'uniform(from: 0.5, to: 1.5)', assumption: made up }
        """, name: "tiny.yaml", tables: TableLibrary())
    guard let uncertainty = file.uncertainty else { throw EnsembleError.nothingUncertain }
    let ensemble = try Ensemble(uncertainty, draws: 50, seed: 4)
    let tally = try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks)
    let head = EnsembleHead(ensemble, scenario: nil, changes: ["a=1"], program: "test")
    let document = EnsembleDocument(EnsembleShard(head: head, tally: tally))
    return (document, Array(try jsonText(document).utf8))
  }

  @Test func whatWasWrittenIsReadBack() throws {
    let (document, bytes) = try Self.document()
    let saved = try SavedEnsemble(bytes: bytes, of: "bands.json")
    #expect(saved.head == document.head)
    let (label, values) = try saved.quantiles(of: nil, at: [0.95, 0.05])
    #expect(label.key == "stock.use")
    let index = try #require(saved.head.series.firstIndex(of: label))
    for year in 0..<4 {
      let row = try #require(document.row(series: index, year: year))
      let places = [0.95, 0.05].compactMap(document.probabilities.firstIndex(of:))
      #expect(values.map { $0[year] } == places.map { row.quantiles[$0] })
    }
  }

  @Test func aRateHasNoValueBeforeAnythingLeaves() throws {
    let saved = try SavedEnsemble(bytes: Self.document().bytes, of: "bands.json")
    let values = try saved.quantiles(of: "eol_rr", at: [0.5]).values[0]
    #expect(values.first == .some(nil))
    #expect(values.last.map { $0.map { abs($0 - 0.5) < 1e-12 } } == true)
  }

  @Test func otherFilesSeriesAndQuantilesAreRefused() throws {
    let bytes = try Self.document().bytes
    #expect(throws: SavedEnsembleError.notAnEnsemble("x.json")) {
      _ = try SavedEnsemble(
        bytes: Array("{\"schema\": \"urbanmine/results/1\"}".utf8), of: "x.json")
    }
    let saved = try SavedEnsemble(bytes: bytes, of: "bands.json")
    #expect(throws: SavedEnsembleError.unknownSeries("no", known: saved.head.series.map(\.key))) {
      _ = try saved.quantiles(of: "no", at: [0.5])
    }
    #expect(throws: SavedEnsembleError.noQuantile(0.1)) {
      _ = try saved.quantiles(of: "stock.use", at: [0.1])
    }
  }
}
