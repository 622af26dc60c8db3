import Foundation
import RealModule
import Testing

/// `ewaste`, `outlook` and `landfill`, as users run them.
@Suite struct TopicCommandTests {
  struct EWaste: Decodable {
    struct Metal: Decodable {
      let metal: String
      let generated: Double
      let value: Double?
    }

    let schema: String
    let unit: String
    let generated: Double
    let generatedByDensity: Double?
    let rateOfGenerated: Double?
    let rateOfMarket: Double?
    let metals: [Metal]
    let priceYear: Int
    let arisings: Arisings

    struct Arisings: Decodable {
      let years: [Int]
      let generated: [Double]
      let generatedByDensity: [Double?]
      let rateOfMarket: [Double?]
    }
  }

  /// The Netherlands in 2010: 392 kt generated and 28 % of the market of three years collected (Huisman et al.
  /// 2012, from another model on older data).
  @Test func dutchEWasteIsNearThePublishedFigures() throws {
    let found = try Urbanmine.run("ewaste", "--json").json(as: EWaste.self)
    #expect(found.schema == "urbanmine/ewaste/1")
    #expect(found.unit == "kt/yr")
    #expect(abs(found.generated / 392 - 1) < 0.05)
    #expect(abs(try #require(found.generatedByDensity) / found.generated - 1) < 0.05)
    #expect(abs(try #require(found.rateOfMarket) - 0.28) < 0.02)
    #expect(abs(try #require(found.rateOfGenerated) - 0.319) < 1e-9)
    let copper = try #require(found.metals.first { $0.metal == "copper" })
    #expect(
      copper.generated.isApproximatelyEqual(
        to: 0.0455 * found.generated * 1000, relativeTolerance: 1e-9))
    #expect(
      try #require(copper.value).isApproximatelyEqual(
        to: 7680 * copper.generated, relativeTolerance: 1e-9))
  }

  /// 1,000 t of silver, 220 kt of aluminium and 100 t of palladium in 41.8 Mt (Global E-waste Monitor 2014).
  @Test(arguments: [("silver", 1000.0), ("aluminium", 220_000), ("palladium", 100)])
  func metalsAreThoseOfTheWorldsEWaste(_ metal: String, _ tonnes: Double) throws {
    let found = try Urbanmine.run("ewaste", "--json").json(as: EWaste.self)
    let own = try #require(found.metals.first { $0.metal == metal })
    #expect(
      own.generated.isApproximatelyEqual(
        to: tonnes / 41.8e6 * found.generated * 1000, relativeTolerance: 2e-3))
  }

  /// Prices of steel end in 2010; the years of both methods stand beside each other.
  @Test func aYearWithoutPricesTakesTheNearestAndSaysSo() throws {
    let found = try Urbanmine.run("ewaste", "--year", "2015", "--json").json(as: EWaste.self)
    #expect(found.priceYear == 2010)
    let all = found.arisings
    #expect(all.years == Array(1960...2015))
    #expect(all.generated.last == found.generated)
    #expect(all.generatedByDensity.last == found.generatedByDensity)
    // A loop over the tables in Python: Σ sales · density at whole years, and by survival, in kt.
    for (year, generated, byDensity) in [
      (1995, 183.270272, 181.101670), (2005, 334.189292, 330.649202),
    ] {
      let place = try #require(all.years.firstIndex(of: year))
      #expect(all.generated[place].isApproximatelyEqual(to: generated, relativeTolerance: 1e-6))
      #expect(
        try #require(all.generatedByDensity[place]).isApproximatelyEqual(
          to: byDensity, relativeTolerance: 1e-6))
    }
    #expect(all.rateOfMarket.prefix(3).allSatisfy { $0 == nil })
    let text = try Urbanmine.run("ewaste", "--year", "2015")
    #expect(text.output.contains("Prices of 2010, in money of that year."))
    #expect(text.outputLines.allSatisfy { $0.count <= 120 })
  }

  @Test func eWasteIsDrawnYearByYear() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["ewaste", "-o", "e.svg"])
      #expect(run.code == 0)
      let svg = try String(
        contentsOf: urbanmine.folder.appendingPathComponent("e.svg"), encoding: .utf8)
      for part in ["put on the market", "density method", "of what was generated"] {
        #expect(svg.contains(part), "\(part)")
      }
    }
  }

  @Test func eWasteIsShownWithBothRatesAndWhatWasPublished() throws {
    let run = try Urbanmine.run("ewaste", "--year", "2008")
    #expect(run.code == 0)
    for part in [
      "density method", "of what was generated", "three years before", "gold", "together",
      "Global E-waste Monitor",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(run.outputLines.allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: [
    (
      "ewaste --price-year 2014",
      "there is no price of 'iron' in 2014 (there are prices from 2005 to 2010)"
    ),
    (
      "ewaste --year 2050 --price-year 2010",
      "the model has no year 2050: it goes from 1960 to 2015"
    ),
    ("ewaste --year 2050", "the model has no year 2050: it goes from 1960 to 2015"),
    ("ewaste copper", "the model 'copper' is the cycle of copper, not of equipment"),
    ("ewaste --recovery -1", "the share of 'recovery' is -1.0: a share is between 0 and 1"),
    ("ewaste --recovery 1.5", "the share of 'recovery' is 1.5: a share is between 0 and 1"),
    ("ewaste landfills", "has no stock in service"),
    ("ewaste copper", "'copper' is a model of copper: e-waste needs one of equipment"),
    ("outlook cleantech --by colour", "there is no dimension 'colour'"),
    (
      "outlook ewaste-netherlands",
      "an outlook needs flows with the roles 'primary' and 'old_scrap'"
    ),
    (
      "outlook cleantech --by technology",
      "the flows of the role 'primary' are not over 'technology' (they are over metal)"
    ),
    ("landfill zinc --in tailings", "no 'zinc' goes to 'tailings' in this model"),
    ("landfill gold", "'gold' is not an element of 'element'"),
    (
      "landfill copper --in sea",
      "'sea' is no sink over 'element': there are landfill, tailings, zinc_lead_tailings"
    ),
    ("landfill copper --moisture 1.2", "the moisture is 1.2"),
    ("landfill copper --price=-1", "the price is -1.0: it is at least 0"),
    ("landfill x --site 10 --grade 1.5", "the metal's share is 1.5: a share is between 0 and 1"),
  ])
  func badInputIsCode65WithTheRule(_ command: String, _ message: String) throws {
    let run = try Urbanmine.inEmptyFolder {
      try $0.run(command.split(separator: " ").map(String.init))
    }
    #expect(run.code == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func ownTablesOfMetalsAreCheckedWithTheirPlace() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try Data("metal,content\ncopper,-0.2\n".utf8).write(
        to: urbanmine.folder.appendingPathComponent("m.csv"))
      let run = try urbanmine.run(["ewaste", "--metals", "m.csv"])
      #expect(run.code == 65)
      #expect(
        run.errors == "m.csv:2:8: the share of 'copper' is -0.2: a share is between 0 and 1\n")
    }
  }

  @Test func sharesOverOneAreSummedWithoutNoise() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try Data("metal,content\niron,0.7\ncopper,0.6\n".utf8).write(
        to: urbanmine.folder.appendingPathComponent("m.csv"))
      let run = try urbanmine.run(["ewaste", "--metals", "m.csv"])
      #expect(run.code == 65)
      #expect(run.errors.contains("sum to 1.3, and a mass"))
    }
  }

  struct Outlook: Decodable {
    struct Row: Decodable {
      let element: String?
      let secondaryShare: [Double?]
      let highestShare: [Double?]
      let cumulativePrimary: Double
      let reserves: Double?
      let scrapExceedsPrimaryFrom: Double?
    }

    let schema: String
    let years: [Double]
    let rows: [Row]
  }

  @Test func recyclingComplementsMiningUntilStocksStopGrowing() throws {
    let found = try Urbanmine.run(
      "outlook", "cleantech", "--by", "metal", "--scenario", "best-recycling", "--json"
    ).json(as: Outlook.self)
    #expect(found.schema == "urbanmine/outlook/1")
    let lithium = try #require(found.rows.first { $0.element == "lithium" })
    let (early, late) = (
      try #require(found.years.firstIndex(of: 2030)), try #require(found.years.firstIndex(of: 2070))
    )
    #expect(try #require(lithium.highestShare[early]) < 0.05)
    #expect(try #require(lithium.highestShare[late]) == 1)
    #expect(abs(try #require(lithium.secondaryShare[late]) - 0.8) < 1e-6)
    #expect(lithium.scrapExceedsPrimaryFrom == 2051)
    #expect(lithium.reserves == 37e6)
    #expect(lithium.cumulativePrimary > 0.2 * 37e6)
    let text = try Urbanmine.run("outlook", "copper-2100")
    #expect(text.output.contains("not by the end"))
    #expect(!text.output.contains("Reserves"))
  }

  private struct Ranges: Decodable {
    struct Row: Decodable {
      struct Range: Decodable {
        let secondaryShare: [[Double?]]
        let cumulativePrimary: [Double]
        let shareExceeding: Double
      }

      let label: String
      let cumulativePrimary: Double
      let range: Range?
    }

    struct Group: Decodable {
      let elements: [String]
      let cumulativePrimary: Double
      let reserves: Double
    }

    let draws: Int?
    let rows: [Row]
    let groups: [Group]
  }

  private struct RangesOfModels: Decodable {
    let schema: String
    let outlooks: [Ranges]
  }

  /// The platinum metals have reserves together only; each metal has ranges of its own around the base.
  @Test func anOutlookHasRangesAndReservesOfGroups() throws {
    let found = try Urbanmine.run(
      "outlook", "cleantech", "--by", "metal", "--draws", "64", "--json"
    ).json(as: Ranges.self)
    #expect(found.draws == 64)
    let group = try #require(found.groups.first)
    #expect(group.elements == ["platinum", "palladium", "rhodium"])
    #expect(group.reserves == 76_000)
    let members = found.rows.filter { ["Platinum", "Palladium", "Rhodium"].contains($0.label) }
    #expect(
      group.cumulativePrimary.isApproximatelyEqual(
        to: members.reduce(0) { $0 + $1.cumulativePrimary }, relativeTolerance: 1e-12))
    for row in found.rows {
      let range = try #require(row.range)
      #expect(range.cumulativePrimary[0] < row.cumulativePrimary)
      #expect(range.cumulativePrimary[2] > row.cumulativePrimary)
      #expect((0...1).contains(range.shareExceeding))
    }
    let without = try Urbanmine.run("outlook", "cleantech", "--draws", "0", "--json")
      .json(as: Ranges.self)
    #expect(without.draws == nil && without.rows.allSatisfy { $0.range == nil })
  }

  @Test func modelsStandSideBySideInAnOutlook() throws {
    let names = ["copper-2100", "aluminium-2100", "zinc-2100", "lead-2100"]
    func outlook(_ options: String...) throws -> Urbanmine.Outcome {
      try Urbanmine.inEmptyFolder { try $0.run(["outlook"] + names + options) }
    }
    let run = try outlook("--scenario", "circular", "--draws", "16")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.outputLines.filter { $0.hasPrefix("copper ") || $0.hasPrefix("lead ") }.count == 6)
    let document = try outlook("--draws", "0", "--json")
      .json(as: RangesOfModels.self)
    #expect(document.schema == "urbanmine/outlooks/1")
    #expect(document.outlooks.map { $0.rows[0].label } == ["copper", "aluminium", "zinc", "lead"])
  }

  struct Landfill: Decodable {
    struct Layer: Decodable {
      let decade: Int?
      let grade: Double
      let recovered: Double
      let yearsOfUse: Double?
    }

    let schema: String
    let layers: [Layer]
    let total: Layer
  }

  /// 16 Mt, a quarter water, 3 % metal: 252 kt counted dry and 336 kt counted wet.
  @Test(arguments: [("dry", 252_000.0), ("wet", 336_000)])
  func aSiteYieldsByTheBasisOfItsGrade(_ basis: String, _ expected: Double) throws {
    let found = try Urbanmine.run(
      "landfill", "metal", "--site", "16000000", "--grade", "0.03", "--moisture", "0.25",
      "--recovery", "0.7", "--basis", basis, "--yearly-use", "126000", "--json"
    ).json(as: Landfill.self)
    #expect(found.schema == "urbanmine/landfill/1")
    #expect(found.layers.isEmpty)
    #expect(found.total.recovered.isApproximatelyEqual(to: expected, relativeTolerance: 1e-12))
    #expect(
      try #require(found.total.yearsOfUse).isApproximatelyEqual(
        to: expected / 126_000, relativeTolerance: 1e-12))
  }

  @Test func landfilledWasteGrowsRicherInCopperAndTailingsPoorer() throws {
    func grades(_ deposit: String) throws -> [Double] {
      let found = try Urbanmine.run("landfill", "copper", "--in", deposit, "--json")
        .json(as: Landfill.self)
      #expect(found.layers.compactMap(\.decade) == Array(stride(from: 1900, through: 2010, by: 10)))
      return found.layers.map(\.grade)
    }
    let (landfill, tailings) = (try grades("landfill"), try grades("tailings"))
    #expect(landfill[1] < 0.002 && landfill[10] > 0.005)
    #expect(zip(tailings, tailings.dropFirst()).allSatisfy { $0 >= $1 })
    let text = try Urbanmine.run("landfill", "copper", "--price", "7680")
    #expect(text.output.contains("1990–1999"))
    #expect(text.output.contains("Value, M "))
    // Without figures of one's own: unit value and mine production, as bundled.
    let usual = try Urbanmine.run("landfill", "copper").output
    #expect(usual.contains("Value, M$"))
    #expect(usual.contains("6290 $/t, the unit value of 2017"))
    #expect(usual.contains("Nine of ten draws"))
  }
}
