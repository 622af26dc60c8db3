import Datasets
import Foundation
import LinearAlgebra
import ModelFiles
import RealModule
import Testing
import UrbanMining

/// The bundled models of the topics against algebra written out by hand (NumPy; Tests/Reference/topics).
@Suite struct TopicModelsTests {
  struct Expected: Decodable {
    struct Run: Decodable {
      let years: [Int]
      let series: [String: [Double]]
    }

    let relativeTolerance: Double
    let absoluteTolerance: Double
    let models: [String: [String: Run]]

    static func read() throws -> Expected {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(
        Expected.self,
        from: Data(contentsOf: Repository.file("Tests/Reference/topics/topics.json")))
    }
  }

  static func names() throws -> [String] { try Expected.read().models.keys.sorted() }

  @Test(arguments: try Self.names())
  func everyScenarioHasAReference(_ name: String) throws {
    let own = try BundledModelsTests.file(name).scenarios.map(\.name)
    #expect(own.count >= 2)
    let known = try #require(try Expected.read().models[name])
    #expect(known.keys.sorted() == (["base"] + own).sorted())
  }

  @Test(arguments: try Self.names())
  func seriesAreThoseOfNumPy(_ name: String) throws {
    let expected = try Expected.read()
    for (scenario, run) in try #require(expected.models[name]) {
      let results = try BundledModelsTests.solved(name, scenario)
      #expect(results.balance.holds)
      let found = SeriesByReferenceName(results)
      let periods = run.years.compactMap { results.plan.model.time.index(ofYear: $0) }
      #expect(periods.count == run.years.count)
      for (key, values) in run.series {
        let series = try #require(found[key], "\(name) \(key)")
        for (period, value) in zip(periods, values) {
          #expect(
            series[period].isApproximatelyEqual(
              to: value, absoluteTolerance: expected.absoluteTolerance,
              relativeTolerance: expected.relativeTolerance),
            "\(name) \(scenario) \(key) in \(results.plan.model.time.label(of: period))")
        }
      }
    }
  }

  /// What the models of the topics take over from the world cycles is what those give.
  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func tablesOfResultsAreThoseOfTheWorldCycles(_ metal: String) throws {
    let results = try BundledModelsTests.solved(metal, "base")
    let model = results.plan.model
    let deposits = try Self.numbers(in: "deposits", ["element": metal, "deposit": "landfill"])
    let wasted = model.flows.indices.filter { model.flows[$0].to == "waste" }
      .flatMap { results.flow(at: $0) }
    for (year, amount) in try #require(deposits[""]) {
      let period = try #require(model.time.index(ofYear: year))
      let sum = wasted.reduce(0) { $0 + $1[period, 0] }
      #expect(amount.isApproximatelyEqual(to: sum, absoluteTolerance: 6e-5), "\(year)")
    }
    let history = try Self.numbers(in: "use-history", ["metal": metal])
    let use = try #require(model.processes.firstIndex { $0.name == "use" })
    let ends = model.space(over: model.processes[use].dimensions)
    #expect(history.count == ends.count)
    for (cell, inflow) in results.inflow(ofProcess: use).enumerated() {
      let own = try #require(history[ends.elements(of: cell)[0]])
      #expect(own.count == model.time.count)
      for (year, amount) in own {
        let period = try #require(model.time.index(ofYear: year))
        #expect(
          amount.isApproximatelyEqual(
            to: inflow[period, 0], absoluteTolerance: 1e-9, relativeTolerance: 6e-5), "\(year)")
      }
    }
  }

  /// The numbers of a table by end use (empty without one) and year.
  private static func numbers(
    in name: String, _ filter: [String: String]
  ) throws -> [String: [Int: Double]] {
    let table = try CSVTable(
      bytes: BundledFiles.bytes(at: "tables/\(name).csv") ?? [], name: name)
    let columns = table.columns
    let value = try #require(columns.firstIndex { ["amount", "inflow"].contains($0) })
    let year = try #require(columns.firstIndex(of: "year"))
    var found: [String: [Int: Double]] = [:]
    for row in table.rows.indices
    where filter.allSatisfy({ key, text in
      table[row, columns.firstIndex(of: key) ?? 0].text == text
    }) {
      let key = columns.firstIndex(of: "end_use").map { table[row, $0].text } ?? ""
      let number = try #require(try table.number(row: row, column: value))
      found[key, default: [:]][Int(table[row, year].text) ?? 0] = number
    }
    return found
  }
}
