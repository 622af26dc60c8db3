import Foundation
import RealModule
import Testing

/// `ewaste`, as users run it, and the faults of the commands of the topics.
@Suite struct EWasteCommandTests {
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

  /// 1,000 t of silver and 100 t of palladium in 41.8 Mt (Global E-waste Monitor 2014).
  @Test(arguments: [("silver", 1000.0), ("palladium", 100)])
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
}
