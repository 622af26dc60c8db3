import LinearAlgebra
import Testing

@testable import UrbanMining

struct SurvivalBlockTests {
  static let ages = (0...150).map { Double($0) * 0.75 }

  /// Vector code against libm, lifetime by lifetime: a few units in the last place, more where S is
  /// small and feels the rounding of its exponent.
  @Test(arguments: [
    ["normal(mean: 20, sd: 6)", "normal(mean: 45, sd: 3)", "normal(mean: 3, sd: 9)"],
    ["lognormal(mean: 30, sd: 9)", "lognormal(median: 12, sigma: 0.6)"],
    ["weibull(shape: 3, mean: 25)", "weibull(shape: 0.8, scale: 3)", "weibull(t50: 9, t90: 14)"],
    ["gamma(mean: 30, sd: 9)", "fixed(years: 12)", "weibull(shape: 3, mean: 25)"],
    ["normal(mean: 20, sd: 6)", "weibull(shape: 3, mean: 25)"],
  ])
  func agreesWithEachLifetime(_ texts: [String]) throws {
    var lifetimes: [Lifetime] = []
    for text in texts { lifetimes.append(try Lifetime(text)) }
    // Nine of each, so that whole vectors and their ends are used.
    let many = (0..<9 * lifetimes.count).map { lifetimes[$0 % lifetimes.count] }
    let block = survivalBlock(of: many, atAges: Self.ages)
    #expect(block.rows == Self.ages.count)
    for (lane, lifetime) in many.enumerated() {
      for (row, age) in Self.ages.enumerated() {
        expectClose(
          block[row, lane], lifetime.survival(atAge: age), relative: 2e-13, absolute: 1e-300,
          "\(lifetime.description) at \(age)")
      }
    }
  }

  @Test func aMixOfFamiliesIsTheSameAsOneByOne() throws {
    let mixed = [try Lifetime.normal(mean: 9, standardDeviation: 2), try .fixed(years: 4)]
    let block = survivalBlock(of: mixed, atAges: [0, 3.5, 4, 9])
    #expect(block.column(1) == [1, 1, 0, 0])
    #expect(block.column(0) == mixed[0].survival(atAges: [0, 3.5, 4, 9]))
  }

  @Test func noLifetimesGiveNoColumns() {
    #expect(survivalBlock(of: [], atAges: [1, 2]).values.isEmpty)
  }
}
