import RealModule
import Testing

/// Recomputes balance and indicators as an outsider: from the JSON document and the contract alone.
@Suite struct RunCommandBalanceTests {
  static func document(_ model: String) throws -> ResultsJSON {
    try Urbanmine.run("run", model, "--json").json(as: ResultsJSON.self)
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func everyProcessAndYearIsInBalance(_ model: String) throws {
    let document = try Self.document(model)
    #expect(document.schema == "urbanmine/results/1")
    #expect(document.balance.holds)
    let flows = document.series.filter { $0.kind == "flow" }
    let processes = Set(flows.flatMap { [$0.from, $0.to].compactMap { $0 } })
      .subtracting(document.boundaries)
    #expect(processes.isSuperset(of: ["use", "refining", "fabrication", "collection"]))
    for process in processes {
      let into = document.sum { $0.kind == "flow" && $0.to == process }
      let out = document.sum { $0.kind == "flow" && $0.from == process }
      let stock = document.sum { $0.kind == "stock" && $0.name == process }
      let addition = document.sum { $0.kind == "addition" && $0.name == process }
      let largest = (into + out).map(abs).max() ?? 0
      // Sums over end uses in another order than the solver's: some roundings of the largest stock.
      let tolerance = (1000 * largest + 100 * (stock.max() ?? 0)) * Double.ulpOfOne
      for year in document.years.indices {
        let change = stock[year] - (year > 0 ? stock[year - 1] : 0)
        #expect(
          abs(into[year] - out[year] - change) <= tolerance, "\(process) \(document.years[year])")
        #expect(abs(change - addition[year]) <= tolerance)
      }
    }
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func theSixIndicatorsFollowFromTheFlows(_ model: String) throws {
    let document = try Self.document(model)
    func flows(_ role: String) -> [Double] {
      document.sum { $0.kind == "flow" && $0.role == role }
    }
    let (primary, new, old) = (flows("primary"), flows("new_scrap"), flows("old_scrap"))
    let collected = flows("collected")
    let endOfLife = document.sum { $0.kind == "flow" && $0.from == "use" }
    for year in document.years.indices {
      let supply = primary[year] + new[year] + old[year]
      let expected = [
        "eol_rr": old[year] / endOfLife[year], "eol_cr": collected[year] / endOfLife[year],
        "eol_pr": old[year] / collected[year], "rc": (new[year] + old[year]) / supply,
        "osr": old[year] / (new[year] + old[year]), "eol_rir": old[year] / supply,
      ]
      #expect(Set(document.indicators.keys) == Set(expected.keys))
      for (name, value) in expected where value.isFinite {
        let found = try #require(document.indicators[name]?[year] ?? nil)
        // Ratios of sums in another order.
        #expect(found.isApproximatelyEqual(to: value, relativeTolerance: 1e-12), "\(name)")
      }
    }
  }

  @Test func outflowOfUseIsWhatItsFlowsCarry() throws {
    let document = try Self.document("copper")
    let outflow = document.sum { $0.kind == "outflow" && $0.name == "use" }
    let flows = document.sum { $0.kind == "flow" && $0.from == "use" }
    for (left, right) in zip(outflow, flows) {
      #expect(
        left.isApproximatelyEqual(to: right, absoluteTolerance: 1e-9, relativeTolerance: 1e-12))
    }
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func everyInputSaysWhereItComesFrom(_ model: String) throws {
    let document = try Self.document(model)
    #expect(document.convention.inflowAt == "middle")
    #expect(document.provenance.program.hasPrefix("urbanmine "))
    let parameters = Set(document.series.filter { $0.kind == "parameter" }.map(\.name))
    #expect(
      Set(document.provenance.inputs.keys) == parameters.union(["use.lifetime", "population"]))
    for (name, input) in document.provenance.inputs {
      #expect(input.source != nil || input.assumption != nil, "\(name)")
    }
  }
}
