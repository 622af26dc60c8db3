import Datasets
import Foundation
import LinearAlgebra
import ModelFiles
import RealModule
import Testing
import UrbanMining

/// The bundled models against a second solution of the same files (NumPy; Tests/Reference/models).
@Suite struct BundledModelsTests {
  static func package() throws -> DataPackage {
    try DataPackage(
      bytes: BundledFiles.bytes(at: "datapackage.json") ?? [], name: "datapackage.json")
  }

  /// The cycles of metals; the models of the topics have a reference of their own.
  static func cycles() throws -> [String] {
    try package().models.filter { $0.group != "topics" }.map(\.name)
  }

  static func file(_ name: String) throws -> ModelFile {
    let path = "models/\(name).yaml"
    return try ModelFile(
      bytes: BundledFiles.bytes(at: path) ?? [], name: path,
      tables: try package().library(bytes: { BundledFiles.bytes(at: $0) }))
  }

  static func solved(_ model: String, _ scenario: String) throws -> SystemResults {
    let file = try file(model)
    let base = file.base
    let model = scenario == "base" ? base : try file.scenario(scenario).applied(to: base)
    return try SystemPlan(model).solve()
  }

  @Test func everyModelAndScenarioHasAReference() throws {
    let models = try ExpectedModels.read().models
    #expect(models.keys.sorted() == (try Self.cycles().sorted()))
    for (name, scenarios) in models {
      let own = try Self.file(name).scenarios.map(\.name)
      #expect(own.count >= 2)
      #expect(scenarios.keys.sorted() == (["base"] + own).sorted())
    }
  }

  /// Stocks, what enters and leaves use, flows by role, supply, kilograms per head.
  @Test(arguments: try ExpectedModels.cases())
  func seriesAreThoseOfNumPy(_ one: ExpectedModels.Case) throws {
    let results = try Self.solved(one.model, one.scenario)
    let found = SeriesByReferenceName(results)
    let periods = one.expected.years.compactMap { results.plan.model.time.index(ofYear: $0) }
    #expect(periods.count == one.expected.years.count)
    for (name, values) in one.expected.series {
      let series = try #require(found[name], "\(name)")
      for (period, value) in zip(periods, values) {
        #expect(one.isNear(series[period], value), "\(name) in \(one.expected.years)")
      }
    }
  }

  @Test(arguments: try ExpectedModels.cases())
  func indicatorsAreThoseOfNumPy(_ one: ExpectedModels.Case) throws {
    let results = try Self.solved(one.model, one.scenario)
    let indicators = RecyclingIndicators(results).all
    #expect(indicators.map(\.name).sorted() == one.expected.indicators.keys.sorted())
    for (name, values) in indicators {
      let expected = try #require(one.expected.indicators[name])
      for (year, value) in zip(one.expected.years, expected) {
        let period = try #require(results.plan.model.time.index(ofYear: year))
        // A ratio of rounding noise is no number: NumPy's is nil where the denominator is zero.
        guard let value, let own = values[period] else {
          #expect((values[period] == nil) == (value == nil), "\(name) in \(year)")
          continue
        }
        #expect(one.isNear(own, value), "\(name) in \(year)")
      }
    }
  }

  @Test(arguments: try ExpectedModels.cases())
  func massIsConservedInEveryProcessAndYear(_ one: ExpectedModels.Case) throws {
    let balance = try Self.solved(one.model, one.scenario).balance
    #expect(balance.holds)
    #expect(balance.maxResidual < 1e-6)
  }

  @Test(arguments: try Self.package().models.map(\.name))
  func everyNumberSaysWhereItComesFrom(_ name: String) throws {
    let model = try Self.file(name).base
    let package = try Self.package()
    for input in model.inputs { #expect(input.provenance.isStated, "\(input.name)") }
    for process in model.processes where process.lifetimes != nil {
      #expect(process.provenance.isStated, "\(process.name)")
    }
    for flow in model.flows {
      // Numbers in the flow itself would hide from the list of inputs.
      if case .share(.inline) = flow.rule { #expect(flow.provenance.isStated, "\(flow.key)") }
      if case .given(.inline) = flow.rule { #expect(flow.provenance.isStated, "\(flow.key)") }
    }
    let sources =
      model.inputs.compactMap(\.provenance.source)
      + model.processes.compactMap(\.provenance.source)
    for source in sources.flatMap({ $0.components(separatedBy: ", ") }) {
      #expect(package.source(source) != nil, "\(source)")
    }
  }

  @Test func theModelsUseTheNamesOfTheContract() throws {
    for name in try Self.package().models.filter({ $0.group == nil }).map(\.name) {
      let model = try Self.file(name).base
      #expect(model.header.name == name)
      #expect(model.process("use")?.lifetimes != nil)
      #expect(model.timing == .middle)
      #expect(model.time.labels.first == 1900)
      #expect(model.population != nil)
    }
  }
}
