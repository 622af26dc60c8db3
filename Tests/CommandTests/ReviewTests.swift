import Testing

/// What a first independent review found wrong, kept from coming back.
@Suite struct ReviewTests {
  /// A model in the style of the contract, without the roles `primary` and `collected`.
  static let withoutRoles = """
    model: unlabelled
    years: 1990-2000
    unit: kt
    processes:
      mine: { boundary: source }
      refining: {}
      use: { lifetime: 'fixed(years: 3)' }
      collection: {}
      landfill: { sink: true }
    flows:
      - { from: mine, to: refining, given: 100 }
      - { from: refining, to: use }
      - { from: use, to: collection }
      - { from: collection, to: refining, share: 0.5, role: old_scrap }
      - { from: collection, to: landfill, remainder: true }
    """

  /// A flow that has no role is not one that is zero.
  @Test func indicatorsOfMissingRolesAreNotKnown() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.withoutRoles, to: "own.yaml")
      let run = try urbanmine.run("run", "own.yaml", "--json")
      #expect(run.code == 0)
      let indicators = try run.json(as: Indicators.self).indicators
      for name in ["rc", "eol_rir", "eol_cr", "eol_pr"] {
        #expect(indicators[name]?.allSatisfy { $0 == nil } == true, "\(name)")
      }
      // Half of what is collected, and all of what leaves use is.
      #expect(indicators["eol_rr"]?.last == .some(.some(0.5)))
      let text = try urbanmine.run("run", "own.yaml").output
      #expect(text.contains("No flow has the role primary, new_scrap, collected, loss"))
      #expect(!text.contains("100.0 %"))
    }
  }

  @Test func anAmountBeyondAllDoublesIsAFault() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("year,a\n1990,1e308\n1991,1e308\n1992,1e308\n", to: "big.csv")
      for more in [[], ["--json"]] {
        let run = try urbanmine.run(
          ["stock", "--inflow", "big.csv", "--lifetime", "fixed(years: 9)"] + more)
        #expect(run.code == 65)
        #expect(run.errors == "the computed stock of 1991 in lane 0 is not a finite number\n")
      }
    }
  }

  @Test func scenariosOfAllCyclesAreNamed() throws {
    let run = try Urbanmine.run("run", "--all", "--scenario", "longer-lives")
    #expect(run.code == 0)
    #expect(run.outputLines.contains("Scenario: longer-lives"))
  }

  @Test func checkSolvesTheModelToo() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        Self.withoutRoles.replacing(
          "share: 0.5, role: old_scrap", with: "given: 900, role: old_scrap"), to: "own.yaml")
      let run = try urbanmine.run("check", "own.yaml")
      #expect(run.code == 65)
      #expect(run.outputLines.count == 2)
      #expect(run.outputLines.first?.hasPrefix("own.yaml:15:5: the other flows from") == true)
    }
  }

  @Test func anAmountIsNotRepeatedForEachElement() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let text = """
        model: split
        years: 2000-2001
        dimensions: { region: [north, south] }
        processes:
          mine: { boundary: source }
          use: { over: [region], lifetime: 'fixed(years: 3)' }
          landfill: { sink: true }
        flows:
          - { from: mine, to: use, given: 100 }
          - { from: use, to: landfill }
        """
      try urbanmine.write(text, to: "own.yaml")
      let run = try urbanmine.run("check", "own.yaml")
      #expect(run.code == 65)
      #expect(
        run.output.contains("own.yaml:9:5: the amount of 'mine->use' is not told apart by region"))
    }
  }

  /// The balance of each process and year stands in the result.
  @Test func residualsAreThereByProcessAndYear() throws {
    let balance = try Urbanmine.run("run", "copper", "--json").json(as: Balance.self).balance
    #expect(
      Set(balance.residuals.keys) == ["refining", "fabrication", "use", "collection", "waste"])
    #expect(balance.residuals.values.allSatisfy { $0.count == 121 })
    #expect(balance.residuals.values.joined().max() == balance.maxResidual)
  }

  private struct Indicators: Decodable {
    let indicators: [String: [Double?]]
  }

  private struct Balance: Decodable {
    let balance: Content

    struct Content: Decodable {
      let maxResidual: Double
      let residuals: [String: [Double]]
    }
  }
}
