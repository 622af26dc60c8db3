import LinearAlgebra
import Testing
import UrbanMining

/// What can't have been there: the faults of an initial stock.
struct InheritedStockTests {
  private func fault(
    _ initial: InitialStock, _ lifetime: Lifetime, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let error = #expect(throws: StockError.self, sourceLocation: sourceLocation) {
      try DynamicStock.inflowDriven(
        inflow: [1, 1], survival: Survival(lifetime, over: TimeAxis(years: 2000...2001)),
        initial: initial)
    }
    return try #require(error, sourceLocation: sourceLocation).description
  }

  private func cohort(_ from: Double, _ to: Double, _ amount: Double) -> InitialStock {
    .cohorts([.init(from: from, to: to, amount: amount)])
  }

  @Test func refusesAmountsThatAreNoAmounts() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    let prefix = "the initial stock is not possible: "
    #expect(
      try fault(cohort(1990, 1991, -2), lifetime) == prefix + "the amount from 1990 is -2.0")
    #expect(try fault(cohort(1990, 1991, .nan), lifetime) == prefix + "the amount from 1990 is nan")
    #expect(try fault(.total(-1, growth: 0), lifetime).hasPrefix(prefix + "the amount from "))
    #expect(try fault(.total(.infinity, growth: 0), lifetime).hasPrefix(prefix))
    #expect(
      try fault(.builtUp(inflow: [-3], bounds: [1999, 2000]), lifetime).hasPrefix(
        prefix + "the amount from 1999 is -"))
  }

  @Test func refusesCohortsOfTheFuture() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    for (from, to) in [(1999.0, 2001.0), (1999, 1999), (1998, 1997), (.nan, 2000)] {
      #expect(try fault(cohort(from, to, 1), lifetime).contains("did not enter before 2000"))
    }
  }

  @Test func refusesWhatCannotBeLeft() throws {
    let text = try fault(cohort(1990, 1991, 3), .fixed(years: 5))
    #expect(
      text.hasSuffix("nothing of the cohort from 1990 can be left: fixed(years: 5) is over by 2000")
    )
  }

  @Test func refusesAPastThatDoesNotAddUp() throws {
    // Shrinking faster than an exponential life dies away: the further back, the more is left.
    let lifetime = try Lifetime.exponential(mean: 20)
    let text = try fault(.total(5, growth: -0.06), lifetime)
    #expect(text.contains("does not add up to a stock"), "\(text)")
    // Slower growth of the past, where the survival ends in the smallest doubles first.
    #expect(
      try fault(.total(5, growth: -0.05), .exponential(mean: 20)).contains("does not add up"))
    #expect(
      try fault(.total(5, growth: 0), .logLogistic(shape: 0.9, scale: 10)).contains(
        "with loglogistic(shape: 0.9, scale: 10) a past growing at 0.0 per year"))
    for growth in [-1, -2, Double.nan, .infinity] {
      #expect(try fault(.total(5, growth: growth), lifetime).hasSuffix("per year is not possible"))
    }
  }

  @Test func refusesAnEarlierInflowThatDoesNotEndAtTheStart() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    for bounds in [[1998.0, 1999], [1998, 2000.5], [2000]] {
      #expect(
        try fault(.builtUp(inflow: [1], bounds: bounds), lifetime).hasSuffix(
          "the earlier inflow needs one more bound than amounts, the last at 2000"))
    }
  }

  @Test func aHeavyTailWithGrowthHasAPast() throws {
    let stock = try DynamicStock.inflowDriven(
      inflow: [0],
      survival: Survival(
        .logLogistic(shape: 0.9, scale: 10), over: TimeAxis(years: 2000...2000)),
      initial: .total(5, growth: 0.05))
    expectClose(stock.initialAmount(lane: 0), 5, relative: 1e-14)
    #expect(stock.stock[0, 0] < 5 && stock.stock[0, 0] > 4)
  }
}
