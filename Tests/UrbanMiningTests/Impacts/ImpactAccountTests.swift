import LinearAlgebra
import Testing
import UrbanMining

@Suite struct ImpactAccountTests {
  /// Two regions with 100 and 300 kt of primary metal and 0 and 100 kt of old scrap a year; both use half of all
  /// metal. Numbers follow by hand.
  static func results(hasRoles: Bool = true) throws -> SystemResults {
    let regions = ["north", "south"]
    func given(_ cells: [Double]) -> SystemModel.Flow.Rule {
      .given(.inline(Parameter(dimensions: ["region"], cells: cells.map { [$0, $0] })))
    }
    return try SystemPlan(
      SystemModel(
        header: .init(name: "two", unit: .kilotonne), time: TimeAxis(years: 2000...2001),
        dimensions: [.init(name: "region", elements: regions)],
        processes: [
          .init("mine", kind: .source), .init("scrapyard", kind: .source),
          .init("smelter", over: ["region"]), .init("market"),
          .init("use", over: ["region"], kind: .sink),
        ],
        flows: [
          .init(
            from: "mine", to: "smelter", given([100, 300]), role: hasRoles ? .primary : nil,
            name: "primary"),
          .init(
            from: "scrapyard", to: "smelter", given([0, 100]), role: hasRoles ? .oldScrap : nil,
            name: "old"),
          .init(from: "smelter", to: "market", .remainder),
          .init(
            from: "market", to: "use",
            .share(.inline(Parameter(dimensions: ["region"], cells: [[0.5, 0.5], [0.5, 0.5]])))),
        ])
    ).solve()
  }

  static func energy(low: Double = 60, high: Double = 60) throws -> ImpactCoefficients {
    ImpactCoefficients(
      .energy, primary: try RangedAmount(60, low: low, high: high),
      secondary: try RangedAmount(20, low: 20, high: 20))
  }

  /// 400 kt · 60 MJ/kg = 24 PJ, 100 kt · 20 MJ/kg = 2 PJ, saved 100 kt · 40 MJ/kg = 4 PJ.
  @Test func countsWhatHandCalculationGives() throws {
    let account = try ImpactAccount(Self.results(), coefficients: Self.energy())
    expectClose(account.primary, [24, 24], relative: 1e-13)
    expectClose(account.secondary, [2, 2], relative: 1e-13)
    expectClose(account.total, [26, 26], relative: 1e-13)
    expectClose(account.saved, [4, 4], relative: 1e-13)
    #expect(account.flows.map(\.name) == ["primary", "old"])
    expectClose(account.flows.map { $0.burden[0] }, [24, 2], relative: 1e-13)
    expectClose(account.flows.map { $0.amounts[0] }, [400e6, 100e6], relative: 1e-13)
  }

  @Test func bandIsAPointWhereTheRangeIs() throws {
    let band = try ImpactAccount(Self.results(), coefficients: Self.energy()).totalBand
    expectClose(band.low, [26, 26], relative: 1e-13)
    expectClose(band.high, [26, 26], relative: 1e-13)
  }

  /// The quantiles of a triangle from 30 to 90 with its top at 60, by hand: 30 + √(0.05 · 60 · 30) = 39.487 and
  /// its mirror; 20,000 draws leave about 0.3.
  @Test func bandIsThatOfTheTriangle() throws {
    let account = try ImpactAccount(
      Self.results(), coefficients: Self.energy(low: 30, high: 90), draws: 20_000, seed: 3)
    expectClose(account.totalBand.low[0], 0.4 * 39.4868 + 2, absolute: 0.15)
    expectClose(account.totalBand.high[0], 0.4 * 80.5132 + 2, absolute: 0.15)
    expectClose(account.totalBand.median[0], 26, absolute: 0.15)
  }

  /// North makes 6 of 26 PJ and uses half; south carries the rest.
  @Test func tellsWhoCarriesTheBurden() throws {
    let regions = try ImpactAccount(Self.results(), coefficients: Self.energy()).regions
    #expect(regions.map(\.name) == ["north", "south"])
    expectClose(regions.map { $0.burden[0] }, [6, 20], relative: 1e-13)
    // Nothing here is in service, so that use is not told apart.
    #expect(regions[0].intoUse == nil)
  }

  @Test func burdensOfRegionsSumToTheTotal() throws {
    let account = try ImpactAccount(Self.results(), coefficients: Self.energy())
    let sum = account.regions.reduce(0) { $0 + $1.burden[1] }
    expectClose(sum, account.total[1], relative: 1e-13)
    #expect(
      try ImpactAccount(
        Self.results(), coefficients: Self.energy(), regionDimension: "country"
      ).regions.isEmpty)
  }

  @Test func refusesAModelWithoutRoles() throws {
    let results = try Self.results(hasRoles: false)
    #expect(throws: ImpactError.noMetal) {
      try ImpactAccount(results, coefficients: Self.energy())
    }
  }
}
