import Foundation
import ModelFiles
import Testing
import UrbanMining

// The files are also read back by pandas and xarray: python/tests/test_ensembles.py.
struct DrawStoreTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("urbanmine-\(UUID().uuidString)")

  private func path(_ name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(name).path
  }

  private func head(_ ensemble: Ensemble) -> EnsembleHead {
    EnsembleHead(ensemble, scenario: nil, changes: [], program: "test")
  }

  /// All draws of some blocks as CSV, the blocks put in the order in which threads finish them.
  private func csv(
    _ ensemble: Ensemble, _ blocks: Range<Int>, from known: Int = 0, threads: Int = 1,
    store path: String
  ) throws -> String {
    let store = try DrawStore(head(ensemble), blocks: blocks, path: path, known: known)
    _ = try ensemble.run(
      from: ensemble.tally(from: blocks.lowerBound + known), upTo: blocks.upperBound,
      threads: threads
    ) { try store.put($1, ofBlock: $0) }
    let table = path + ".csv"
    try store.writeCSV(to: table)
    return try String(contentsOfFile: table, encoding: .utf8)
  }

  @Test func everyDrawOfEveryYearHasARow() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ensemble = try TinyEnsemble.made(draws: 700)
    let text = try csv(ensemble, 0..<ensemble.blocks, store: try path("a"))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 700 * 6)
    #expect(lines[0].hasPrefix("draw,year,stock.use,inflow.use,outflow.use,addition.use"))
    #expect(lines[1].hasPrefix("0,2000,") && lines[6].hasPrefix("0,2005,"))
    #expect(lines[4200].hasPrefix("699,2005,"))
    // The statistics of the ensemble are those of its draws.
    let stocks = lines.dropFirst().filter { $0.contains(",2005,") }
      .compactMap { Double($0.split(separator: ",")[2]) }
    let tally = try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks)
    let row = try #require(EnsembleStatistics(tally).rows[5])
    #expect(stocks.count == 700)
    #expect(stocks.min() == row.smallest && stocks.max() == row.largest)
    #expect(abs(stocks.reduce(0, +) / 700 - row.mean) < 1e-12 * row.mean)
    let sorted = stocks.sorted()
    #expect(row.quantiles[3] == (sorted[349] + sorted[350]) / 2)
  }

  @Test func threadsShardsAndAResumedRunGiveTheSameRows() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ensemble = try TinyEnsemble.made(draws: 700)
    let whole = try csv(ensemble, 0..<ensemble.blocks, store: try path("a"))
    #expect(
      try csv(ensemble, 0..<ensemble.blocks, threads: 3, store: try path("b")) == whole)
    let first = try csv(ensemble, 0..<1, store: try path("c"))
    let rest = try csv(ensemble, 1..<ensemble.blocks, store: try path("d"))
    #expect(first + rest.drop { $0 != "\n" }.dropFirst() == whole)
    // The first block is there from before.
    _ = try DrawStore(head(ensemble), blocks: 0..<ensemble.blocks, path: try path("e"), known: 0)
    let store = try DrawStore(
      head(ensemble), blocks: 0..<ensemble.blocks, path: try path("e"), known: 0)
    _ = try ensemble.run(from: ensemble.tally(from: 0), upTo: 1) {
      try store.put($1, ofBlock: $0)
    }
    #expect(
      try csv(ensemble, 0..<ensemble.blocks, from: 1, store: try path("e")) == whole)
  }

  @Test func drawsOfAnotherRunAreRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ensemble = try TinyEnsemble.made(draws: 700)
    let place = try path("a")
    #expect(throws: DrawStoreError.missing(place)) {
      try DrawStore(head(ensemble), blocks: 0..<3, path: place, known: 1)
    }
    // Nothing was put in it yet.
    _ = try DrawStore(head(ensemble), blocks: 0..<3, path: place, known: 0)
    #expect(throws: DrawStoreError.different(place)) {
      try DrawStore(head(ensemble), blocks: 0..<3, path: place, known: 1)
    }
    _ = try csv(ensemble, 0..<3, store: place)
    let other = try TinyEnsemble.made(draws: 700, seed: 5)
    #expect(throws: DrawStoreError.different(place)) {
      try DrawStore(head(other), blocks: 0..<3, path: place, known: 1)
    }
    #expect(throws: DrawStoreError.unwritable("/no/such/folder/a")) {
      try DrawStore(head(ensemble), blocks: 0..<3, path: "/no/such/folder/a", known: 0)
    }
  }
}
