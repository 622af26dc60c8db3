import Testing

@testable import UrbanMining

struct LifetimeWordingTests {
  @Test func numbersBecomeACall() {
    #expect(
      LifetimeWording.numbers(.weibullByMean, 3, 45.5).text == "weibull(shape: 3, mean: 45.5)")
    #expect(LifetimeWording.numbers(.exponential, 8, 0).text == "exponential(mean: 8)")
  }

  @Test func aTextIsItself() {
    #expect(LifetimeWording.text("table(file: cars.csv)").text == "table(file: cars.csv)")
  }

  /// How a lifetime was written tells it from one that lives alike; the same words are the same lifetime.
  @Test func aLifetimeKeepsHowItWasWritten() throws {
    let byMean = try Lifetime.exponential(mean: 8)
    #expect(try byMean == .exponential(mean: 8))
    #expect(try Lifetime.normal(mean: 5, standardDeviation: 0) != .fixed(years: 5))
    #expect(
      try Lifetime.normal(mean: 5, standardDeviation: 0).description == "normal(mean: 5, sd: 0)")
    #expect(try byMean.stretched(by: 2) == .exponential(mean: 16))
  }
}
