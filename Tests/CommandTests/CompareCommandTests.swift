import Foundation
import RealModule
import Testing

/// The document of `compare` as an outsider reads it.
struct ComparisonJSON: Decodable {
  struct Scenario: Decodable {
    let name: String
    let title: String
    let series: [String: [Double]]
    let firstChange: Double?
    let differences: [Difference]
    let primary: Primary?
    let sameService: Equivalent?
    let attribution: Attribution?
  }

  struct Difference: Decodable {
    let year: Double
    let quantity: String
    let base: Double?
    let scenario: Double?
    let difference: Double?
  }

  struct Primary: Decodable {
    let from: Double
    let until: Double
    let base: Double
    let scenario: Double
    let saved: Double
  }

  struct Equivalent: Decodable {
    let year: Double
    let factor: Double
    let primary: Double
    let saved: Double
  }

  struct Attribution: Decodable {
    struct Quantity: Decodable {
      let quantity: String
      let base: Double
      let scenario: Double
      let alone: [Double]
      let shapley: [Double]?
      let interaction: Double
    }

    let parts: [String]
    let quantities: [Quantity]
  }

  struct Base: Decodable {
    let series: [String: [Double]]
    let indicators: [String: [Double?]]
  }

  let schema: String
  let years: [Double]
  let base: Base
  let scenarios: [Scenario]
}

@Suite struct CompareCommandTests {
  @Test func showsScenariosBesideTheBase() throws {
    let run = try Urbanmine.run("compare", "copper", "--scenario", "longer-lives")
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("World anthropogenic copper cycle: scenarios beside the base"))
    #expect(run.outputLines.contains("longer-lives  1900  Everything lasts a quarter longer"))
    #expect(run.output.contains("The supply of primary metal is given, so no scenario saves any"))
    #expect(run.outputLines.contains { $0.hasPrefix("In 2020") })
    #expect(run.outputLines.allSatisfy { $0.count <= 110 })
  }

  @Test func theDocumentHoldsTogether() throws {
    let run = try Urbanmine.run("compare", "copper", "--scenario", "circular", "--json")
    #expect(run.code == 0)
    let document = try run.json(as: ComparisonJSON.self)
    #expect(document.schema == "urbanmine/compare/1")
    let own = try #require(document.scenarios.first)
    #expect(own.firstChange == 1991)
    // Supply is given: nothing is saved, and what is not lost is in use.
    let primary = try #require(own.primary)
    #expect(abs(primary.saved) <= 1e-12 * primary.base)
    let same = try #require(own.sameService)
    #expect(same.factor < 1)
    #expect((primary.base - same.primary).isApproximatelyEqual(to: same.saved))
    #expect(own.attribution?.parts.count == 4)
    for quantity in own.attribution?.quantities ?? [] {
      let total = quantity.scenario - quantity.base
      let shapley = (quantity.shapley ?? []).reduce(0, +)
      #expect(
        shapley.isApproximatelyEqual(to: total, absoluteTolerance: 1e-9 * abs(quantity.base)))
      #expect(
        (quantity.alone.reduce(0, +) + quantity.interaction)
          .isApproximatelyEqual(to: total, absoluteTolerance: 1e-9 * abs(quantity.base)))
    }
    for one in own.differences where one.difference != nil {
      #expect(one.difference == (one.scenario ?? 0) - (one.base ?? 0))
    }
  }

  /// What `compare` says of a scenario is what `run` says of it.
  @Test func agreesWithRun() throws {
    let document = try Urbanmine.run("compare", "zinc", "--scenario", "circular", "--json")
      .json(as: ComparisonJSON.self)
    let run = try Urbanmine.run("run", "zinc", "--scenario", "circular", "--json")
      .json(as: ResultsJSON.self)
    let stock = run.sum { $0.kind == "stock" && $0.name == "use" }
    for (own, other) in zip(document.scenarios[0].series["stock"] ?? [], stock) {
      #expect(own.isApproximatelyEqual(to: other, relativeTolerance: 1e-12))
    }
  }

  @Test func writesBothFiles() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let arguments = ["compare", "lead", "--scenario", "longer-lives", "-o"]
      #expect(try urbanmine.run(arguments + ["a.csv"]).code == 0)
      #expect(try urbanmine.run(arguments + ["a.json"]).code == 0)
      #expect(try urbanmine.run(arguments + ["a.txt"]).code == 64)
      let lines = try urbanmine.text(of: "a.csv").split(separator: "\n")
      #expect(lines[0] == "scenario,year,kind,name,from,to,end_use,unit,value")
      #expect(lines[1].hasPrefix("base,1900,"))
      #expect(lines.last?.hasPrefix("longer-lives,2017,") == true)
      #expect(try urbanmine.text(of: "a.json").contains("urbanmine/compare/1"))
    }
  }

  @Test(arguments: [
    (["copper", "--scenario", "longer-live"], "did you mean 'longer-lives'?"),
    (["copper", "--year", "2100"], "the model has no year 2100: its years are 1900–2020"),
  ])
  func wrongNamesAreFaults(_ arguments: [String], _ reason: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["compare"] + arguments)
      #expect(run.code == 65)
      #expect(run.errors.contains(reason))
    }
  }

  @Test func aModelWithoutScenariosHasNothingToCompare() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(ReviewTests.withoutRoles, to: "own.yaml")
      let run = try urbanmine.run("compare", "own.yaml")
      #expect(run.code == 65)
      #expect(run.errors == "'own.yaml' has no scenarios to compare with its base\n")
    }
  }

  /// The example of trade has nothing in use: its flows and stores stand side by side.
  @Test func aSystemWithoutAStockInServiceIsComparedByItsFlows() throws {
    let path = ExampleTests.folder.appendingPathComponent("two-region-trade/model.yaml").path
    let run = try Urbanmine.run("compare", path)
    #expect(run.code == 0)
    #expect(run.output.contains("no stock is in service"))
    #expect(!run.output.contains("In use"))
    let trade = run.outputLines.first {
      $0.hasPrefix("metal_trade: smelter → works (south, north)")
    }
    // 15 of 60 kt before; 40 % of them, 24, in the scenario.
    #expect(
      trade?.split(separator: " ").suffix(4).map(String.init) == ["15.00", "24.00", "+60.0", "%"])
    let document = try Urbanmine.run("compare", path, "--json").json(as: ComparisonJSON.self)
    let series = document.scenarios[0].series
    #expect(series["stock"] == nil && series["into_use"] == nil)
    #expect(series.keys.contains { $0.hasPrefix("flow smelter->works metal_trade (") })
    #expect(series.keys.contains { $0.hasPrefix("stock metal_store (") })
  }

  @Test(arguments: ["stock", "flows", "compare", "tornado"])
  func chartsOfWhatIsInUseSayWhatToDrawInstead(_ kind: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "chart", kind,
        ExampleTests.folder.appendingPathComponent("two-region-trade/model.yaml").path, "-o",
        "a.svg")
      #expect(run.code == 65)
      #expect(
        run.errors
          == "the model has no stock in service, which this chart shows: draw its flows with 'chart "
          + "sankey', or list them with 'run'\n")
    }
  }
}
