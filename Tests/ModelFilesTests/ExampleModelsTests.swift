import Foundation
import LinearAlgebra
import ModelFiles
import RealModule
import Testing
import UrbanMining

/// The model files in Examples/ against numbers made elsewhere: ODYM, NumPy (Tests/Reference/examples.py),
/// hand calculation and closed forms.
@Suite struct ExampleModelsTests {
  private struct Golden: Decodable {
    let tutorial1: [String: [Double]]
    let tutorial2: [String: [String: [[Double]]]]
    enum CodingKeys: String, CodingKey {
      case tutorial1 = "tutorial_1"
      case tutorial2 = "tutorial_2"
    }

    static func read() throws -> Golden {
      try JSONDecoder().decode(
        Golden.self,
        from: Data(contentsOf: Repository.file("Tests/Reference/golden-odym-tutorials.json")))
    }
  }

  private struct Expected: Decodable {
    struct Run: Decodable {
      let years: [Int]
      let series: [String: [Double]]
    }
    let models: [String: [String: Run]]
    /// What is ever made of each product out of 1000 kt of cars, in a model where all live one year.
    let generations: [String: Double]

    static func read() throws -> Expected {
      try JSONDecoder().decode(
        Expected.self, from: Data(contentsOf: Repository.file("Tests/Reference/examples.json")))
    }
  }

  private func expectClose(
    _ found: [Double], _ expected: [Double], relative: Double, absolute: Double = 1e-9,
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, "\(what)", sourceLocation: sourceLocation)
    for (one, other) in zip(found, expected) {
      #expect(
        one.isApproximatelyEqual(
          to: other, absoluteTolerance: absolute, relativeTolerance: relative), "\(what)",
        sourceLocation: sourceLocation)
    }
  }

  /// To 1e-10, as ODYM prints 16 digits.
  @Test func closedLoopIsODYMsFirstTutorial() throws {
    let golden = try Golden.read().tutorial1
    let results = try ExampleModels.solved("closed-loop")
    for (flow, name) in ["a": "D", "b": "b", "c": "c", "d": "d"] {
      let expected = try #require(golden[name])
      expectClose(
        try #require(results.cells(ofFlow: flow).first), expected, relative: 1e-10, absolute: 1e-12,
        flow)
    }
  }

  @Test(arguments: [
    ("base", "base"), ("less-copper-through-the-shredder", "Va"), ("more-building-scrap", "Vb"),
  ])
  func copperInRecycledSteelIsODYMsSecondTutorial(_ scenario: String, _ variant: String) throws {
    let golden = try #require(try Golden.read().tutorial2[variant])
    let results = try ExampleModels.solved("copper-in-recycled-steel", scenario: scenario)
    let names = [
      "F_0_1": "end_of_life_vehicles->shredder", "F_0_2": "torn_down_buildings->demolition",
      "F_1_3": "shredder->furnace", "F_1_0": "shredder->other_metals", "F_2_3": "debris_scrap",
      "F_2_4": "debris", "F_3_0": "recycled_steel", "F_3_5": "furnace->slag",
    ]
    for (name, flow) in names {
      let expected = try #require(golden[name])
      for (element, cell) in results.cells(ofFlow: flow).enumerated() {
        expectClose(
          cell, expected.map { $0[element] }, relative: 1e-10, absolute: 1e-12, "\(name) \(element)"
        )
      }
    }
    for (name, process) in ["S_4": "landfill", "S_5": "slag"] {
      let expected = try #require(golden[name])
      let index = try #require(
        results.plan.model.processes.firstIndex { $0.name == process })
      for (element, cell) in results.stock(ofProcess: index).enumerated() {
        expectClose(
          cell.column(0), expected.map { $0[element] }, relative: 1e-10, absolute: 1e-12, name)
      }
    }
    for (element, symbol) in ["Fe", "Cu", "Mn"].enumerated() {
      let steel = try Concentration(of: symbol, along: "element", in: "recycled_steel", results)
      let expected = try #require(golden["conc"]).map { $0[element] }
      expectClose(
        steel.shares.compactMap { $0 }, expected, relative: 1e-10, absolute: 0, symbol)
    }
  }

  /// Two ways to sum the same cohorts: 1e-9.
  @Test func seriesAreThoseOfNumPy() throws {
    for (name, runs) in try Expected.read().models {
      for (scenario, run) in runs {
        let results = try ExampleModels.solved(name, scenario: scenario)
        let periods = run.years.compactMap { results.plan.model.time.index(ofYear: $0) }
        #expect(periods.count == run.years.count)
        let all = ExampleSeries(results)
        for (series, expected) in run.series {
          let found = try #require(all[series], "\(name): \(series)")
          expectClose(
            periods.map { found[$0] }, expected, relative: 1e-9, "\(name) \(scenario): \(series)")
        }
      }
    }
  }

  /// Where everything lives exactly one year, each year is a generation, and the generations of 1000 kt of
  /// cars sum to (1 − R)⁻¹ · 1000. After 120 of them less than 1e-12 is left.
  @Test func generationsOfProductsSumToTheirClosedForm() throws {
    let results = try ExampleModels.solved(
      "matrace-cascade", settings: ["use.lifetime=fixed(years: 1)"])
    let use = try #require(results.plan.model.processes.firstIndex { $0.name == "use" })
    let elements = results.plan.model.dimensions[0].elements
    for (element, inflow) in zip(elements, results.inflow(ofProcess: use)) {
      let expected = try #require(try Expected.read().generations[element])
      expectClose([inflow.column(0).reduce(0, +)], [expected], relative: 1e-9, element)
    }
  }

  /// By hand, 2021: the south makes 50, of which it exports 25 % or 12.5; the north exports 30. Goods: the
  /// north wants 60, 90 % of it its own; the south 50, 60 % of it its own.
  @Test func tradeIsWhatHandCalculationGives() throws {
    let results = try ExampleModels.solved("two-region-trade")
    func year(_ flow: String) -> [Double] { results.cells(ofFlow: flow).map { $0[1] } }
    expectClose(year("metal_trade"), [70, 30, 12.5, 37.5], relative: 1e-12, "metal")
    expectClose(year("goods_trade"), [54, 20, 6, 30], relative: 1e-12, "goods")
    expectClose(year("works->metal_store"), [8.5, 31.5], relative: 1e-12, "store")
    let balanced = try ExampleModels.solved("two-region-trade", scenario: "balanced-trade")
    let metal = balanced.cells(ofFlow: "metal_trade")
    expectClose(metal[1], metal[2], relative: 1e-12, "exports of north are its imports")
    expectClose(metal[1], [16, 20, 24], relative: 1e-12, "balanced")
  }

  /// Where cars last a quarter longer a fleet that stays as it is needs fewer new ones.
  @Test func aFleetOfLongerLivedCarsNeedsFewerNewOnes() throws {
    let base = try #require(ExampleSeries(try ExampleModels.solved("car-fleet"))["new cars"])
    let longer = try #require(
      ExampleSeries(try ExampleModels.solved("car-fleet", scenario: "cars-last-longer"))["new cars"]
    )
    #expect(zip(longer, base).allSatisfy { $0 < $1 })
  }

  @Test func everyModelAndScenarioIsSound() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: ExampleModels.folder.path)
    let models = names.filter {
      FileManager.default.fileExists(
        atPath: ExampleModels.folder.appendingPathComponent("\($0)/model.yaml").path)
    }
    #expect(models.count >= 8)
    for name in models {
      #expect(try ExampleModels.file(name).faultsOfSolutions().isEmpty, "\(name)")
    }
  }
}
