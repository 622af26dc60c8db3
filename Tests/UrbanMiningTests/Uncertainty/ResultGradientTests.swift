import Testing

@testable import UrbanMining

struct ResultGradientTests {
  /// The derivative by solving twice: (f(x + h) − f(x − h)) / 2h.
  private func difference(
    _ cycle: TwoUseCycle, _ key: String, _ step: Double,
    _ change: (inout TwoUseCycle, Double) -> Void
  ) throws -> Double {
    func value(_ amount: Double) throws -> Double {
      var own = cycle
      change(&own, amount)
      return try ResultGradient(of: ResultKey(key), in: own.model()).value
    }
    return try (value(step) - value(-step)) / (2 * step)
  }

  private func gradient(_ key: String) throws -> ResultGradient {
    try ResultGradient(of: ResultKey(key), in: TwoUseCycle().model())
  }

  private func sum(_ gradient: ResultGradient, _ key: String) -> Double {
    gradient.numbers.first { $0.key == key }?.derivatives.reduce(0, +) ?? .nan
  }

  @Test(arguments: ["stock.use", "eol_rr", "flow.old_scrap@2005", "addition.use@2010", "osr"])
  func agreesWithDifferencesOfNumbers(_ key: String) throws {
    let (cycle, own) = (TwoUseCycle(), try gradient(key))
    let mining = try difference(cycle, key, 1e-2) { $0.mining += $1 }
    expectClose(sum(own, "mining"), mining, relative: 1e-6, absolute: 1e-10, "mining")
    let yield = try difference(cycle, key, 1e-4) { $0.yields[1] += $1 }
    expectClose(sum(own, "yield.cars"), yield, relative: 1e-6, absolute: 1e-7, "yield")
    let collection = try difference(cycle, key, 1e-4) { $0.collection[0] += $1 }
    expectClose(
      sum(own, "collection.buildings"), collection, relative: 1e-6, absolute: 1e-7, "collection")
  }

  @Test(arguments: ["stock.use", "eol_rr", "flow.old_scrap@2005"])
  func agreesWithDifferencesOfLifetimes(_ key: String) throws {
    let (cycle, own) = (TwoUseCycle(), try gradient(key))
    let mean = try difference(cycle, key, 1e-3) {
      $0.lifetimes[0] = "normal(mean: \(20 + $1), sd: 6)"
    }
    let buildings = try #require(own.lifetimes.first)
    expectClose(
      buildings.parameters.first { $0.label == "mean" }?.derivative ?? .nan, mean, relative: 1e-6,
      absolute: 1e-9)
    let stretch = try difference(cycle, key, 1e-4) {
      $0.lifetimes[1] = "weibull(shape: 2, scale: \(3 * (1 + $1)))"
    }
    expectClose(own.lifetimes[1].stretch ?? .nan, stretch, relative: 1e-6, absolute: 1e-7)
  }

  /// A derivative for one year: later years feel it, earlier ones don't.
  @Test func whatComesLaterHasNoEffect() throws {
    let own = try gradient("stock.use@2005")
    let mining = try #require(own.numbers.first { $0.key == "mining" })
    #expect(mining.derivatives[..<16].allSatisfy { $0 > 0 })
    #expect(mining.derivatives[16...].allSatisfy { $0 == 0 })
  }

  /// All flows are proportional to mining: Euler's theorem gives the stock back.
  @Test func theEffectsOfAllYearsAddUpToTheStock() throws {
    let own = try gradient("stock.use")
    let mining = try #require(own.numbers.first { $0.key == "mining" })
    expectClose(mining.perShare, own.value, relative: 1e-12)
  }

  @Test func refusesWhatIsNoResult() {
    #expect(throws: EnsembleError.self) { try gradient("eol_xx") }
    #expect(throws: EnsembleError.self) { try gradient("eol_rr@1980") }
  }
}
