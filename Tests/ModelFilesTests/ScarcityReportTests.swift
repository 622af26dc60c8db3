import ModelFiles
import Testing
import UrbanMining

@Suite struct ScarcityReportTests {
  private static func report(_ metal: String) throws -> ScarcityReport {
    try ScarcityReport(
      metal, tables: MetalTablesTests.tables, question: .init(growths: [0, 0.02], lastYear: 2050))
  }

  /// 980 Mt / 23 Mt a year (USGS 2026).
  @Test func copperLastsFortyTwoYears() throws {
    let report = try Self.report("copper")
    let reserves = try #require(report.ranges.first)
    #expect(reserves.quantity == "reserves")
    expectNear(try #require(reserves.staticYears), 42.609, 0.001)
    #expect(report.demand[0].years == Array(2026...2050))
    expectNear(report.demand[0].cumulative[24], 25 * 23e6, 1)
  }

  /// Mined from 2000 to 2009 by the table of production, and 16.1 + 16.1 + 16.7 + 18.4 Mt from 2010 to 2013.
  @Test func reservesRoseWhileTheyWereMined() throws {
    let rows = try Self.report("copper").reservesByYear
    #expect(rows.map(\.year) == [1999, 2009, 2013, 2019, 2020, 2022, 2023, 2025])
    let (first, second) = (
      try #require(rows[1].minedSinceFirst), try #require(rows[2].minedSinceFirst)
    )
    expectNear(first, 146.3e6, 1)
    expectNear(second - first, 67.3e6, 1)
    expectNear(try #require(rows[1].ifReservesWereAStock), 340e6 - 146.3e6, 1)
    #expect(rows[2].reserves == 690e6)
    #expect(try #require(rows[7].ifReservesWereAStock) < 0)
  }

  /// Without a figure, or with one of crude ore, no year can be named.
  @Test(arguments: ["iron", "neodymium", "gold"])
  func resourcesThatCannotBeComparedAreNeverUsedUp(_ metal: String) throws {
    #expect(try Self.report(metal).demand.allSatisfy { $0.resourcesUsedUp == nil })
  }

  /// By hand: all of the table through 2020, a line from 20.0 to 23 Mt in 2025, and 980 Mt of reserves.
  @Test func whatWasMinedGoesAsFarAsTheReserves() throws {
    let history = try MetalTablesTests.tables.history(of: "copper")
    let mined = history.reduce(0) { $0 + $1.production }
    let since = (1...5).reduce(0.0) { $0 + 20.0e6 + 3e6 * Double($1) / 5 }
    let peak = try #require(
      try Self.report("copper").peaks.first { $0.ultimateFrom == "mined + reserves" })
    expectNear(peak.ultimate, mined + since + 980e6, 1)
  }

  @Test func resourcesOfOreHaveNoRangeInMetal() throws {
    let range = try #require(
      try Self.report("iron").ranges.first { $0.quantity == "identified_resources" })
    #expect(range.staticYears == nil)
    #expect(range.amount.definition == "gross_weight")
    #expect(range.note.contains("Crude ore"))
  }

  @Test func gradesFellAndEnergyRoseAsMuch() throws {
    let grade = try #require(try Self.report("copper").grade)
    let (first, last) = (try #require(grade.trend.first), try #require(grade.trend.last))
    expectNear(grade.energyFactor, first / last, 1e-12)
    #expect(grade.miningEnergy.count == 2)
    #expect(try Self.report("lithium").grade == nil)
  }

  @Test func thePeakMovesWithTheData() throws {
    let peaks = try Self.report("copper").peaks
    #expect(peaks.map(\.ultimateFrom) == ["fitted", "mined + reserves", "mined + resources"])
    #expect(peaks[0].year - peaks[1].year > 30)
    let years = peaks[0].hindcasts.compactMap(\.year)
    #expect((years.max() ?? 0) - (years.min() ?? 0) > 50)
  }

  @Test func everyMetalIsInTheList() throws {
    let list = try ScarcityList(tables: MetalTablesTests.tables, growth: 0.02)
    #expect(list.metals.count == 16)
    #expect(list.metals.allSatisfy { $0.staticYears > 0 })
  }

  @Test func aMetalWithoutFiguresIsNamed() throws {
    let empty = MetalTables { path in
      path.contains("mine-production")
        ? Array("metal,country,year,stage,amount,definition,basis,note\n".utf8) : nil
    }
    #expect(throws: MetalError.self) {
      try ScarcityReport("copper", tables: empty, question: .init(growths: [0]))
    }
  }
}
