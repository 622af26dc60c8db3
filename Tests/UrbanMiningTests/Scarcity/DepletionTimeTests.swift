import Testing
import UrbanMining

@Suite struct DepletionTimeTests {
  @Test func rangesAreThoseOfAddingProductionUp() throws {
    for expected in try ScarcityReference.read().depletion {
      let time = try Self.time(expected.amount, expected.production)
      expectClose(time.staticYears, expected.static)
      func close(_ convention: DepletionTime.Convention, _ years: Double) throws {
        let found = try #require(try time.years(growth: expected.growth, convention))
        expectClose(found, years, relative: 1e-12, "\(convention.rawValue)")
      }
      try close(.discrete, expected.discrete)
      try close(.continuous, expected.continuous)
      try close(.growthFirst, expected.growthFirst)
    }
  }

  /// The course's variant: R = 890, P = 22 Mt a year, g = 2.5 %.
  @Test func givesTheNumbersOfTheCourse() throws {
    let time = try Self.time(890, 22)
    expectClose(time.staticYears, 40.45, relative: 2e-4)
    for (convention, years) in [
      (DepletionTime.Convention.discrete, 28.30), (.continuous, 27.95), (.growthFirst, 27.80),
    ] {
      expectClose(try #require(try time.years(growth: 0.025, convention)), years, relative: 2e-4)
    }
  }

  @Test(arguments: DepletionTime.Convention.allCases)
  func isStaticWithoutGrowthAndNearlySoForNextToNone(_ convention: DepletionTime.Convention) throws
  {
    let time = try Self.time(890, 22)
    #expect(try time.years(growth: 0, convention) == time.staticYears)
    // The range falls by g·R/P/2 of itself: 2e-8 at g = 1e-9.
    expectClose(
      try #require(try time.years(growth: 1e-9, convention)), time.staticYears, relative: 3e-8)
  }

  @Test func lastsForEverWhereProductionShrinksFast() throws {
    // 22 + 22·0.9 + 22·0.81 + … = 220, less than 890.
    #expect(try Self.time(890, 22).years(growth: -0.1) == nil)
    #expect(try Self.time(890, 22).years(growth: -0.1, .continuous) == nil)
  }

  @Test func refusesOreDividedByMetal() throws {
    let ore = try MineralQuantity(900e9, .grossWeight)
    let metal = try MineralQuantity(1.6e9, .content)
    #expect(throws: ScarcityError.differentDefinitions("gross_weight", "content")) {
      try DepletionTime(of: ore, at: metal)
    }
  }

  @Test func refusesImpossibleNumbers() throws {
    #expect(throws: ScarcityError.self) { try Self.time(890, 0) }
    #expect(throws: ScarcityError.self) { try Self.time(890, 22).years(growth: -1) }
    #expect(throws: ScarcityError.self) { try Self.time(890, 22).years(growth: .nan) }
  }

  private static func time(_ amount: Double, _ production: Double) throws -> DepletionTime {
    try DepletionTime(
      of: MineralQuantity(amount, .content), at: MineralQuantity(production, .content))
  }
}
