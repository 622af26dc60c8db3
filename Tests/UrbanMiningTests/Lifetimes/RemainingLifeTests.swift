import Testing
import UrbanMining

/// `Lifetime.remainingLife(atAge:)` and `timeInUse(from:to:)`.
struct RemainingLifeTests {
  /// scipy.integrate.quad of scipy.stats survivals: its own error is up to 1e-12, and 1e-10 for the
  /// heavy tail of loglogistic(shape: 1.5), which it integrates to its end.
  @Test func agreesWithSciPy() throws {
    for known in try StockModelsReference.read().remaining {
      let lifetime = try Lifetime(known.lifetime)
      for (age, years) in zip(known.ages, known.years) {
        let ours = try #require(lifetime.remainingLife(atAge: age))
        expectClose(ours, years, relative: 1e-9, "\(known.lifetime) at \(age)")
      }
    }
  }

  @Test(arguments: [0.0, 3, 50, 400])
  func withoutWearItIsTheMeanAtAnyAge(_ age: Double) throws {
    let lifetime = try Lifetime.exponential(mean: 9)
    expectClose(try #require(lifetime.remainingLife(atAge: age)), 9, relative: 1e-12)
  }

  @Test(
    arguments: [
      "weibull(shape: 0.8, scale: 7)", "gompertz(shape: 0.05, rate: 0.08)",
      "uniform(from: 2, to: 9)",
      "geometric(p: 0.2)", "folded-normal(mu: 4, sigma: 6)", "truncated-normal(mean: 8, sd: 5)",
      "fixed(years: 12.5)", "loglogistic(shape: 1.2, scale: 10)",
    ])
  func atAgeZeroItIsTheMean(_ text: String) throws {
    let lifetime = try Lifetime(text)
    let years = try #require(lifetime.remainingLife(atAge: 0))
    expectClose(years, lifetime.mean, relative: 1e-11, text)
  }

  @Test func aHeavyTailWithoutMeanNeverEnds() throws {
    let lifetime = try Lifetime.logLogistic(shape: 0.9, scale: 10)
    #expect(lifetime.remainingLife(atAge: 30) == .infinity)
  }

  /// ∫ₐ^∞ S da by hand for straight pieces and for a step.
  @Test func tablesAndMixturesByHand() throws {
    let table = try Lifetime.table(ages: [0, 4, 10], survival: [1, 0.5, 0], name: "a")
    // At age 4: a triangle of 6 years from ½; at age 7: one of 3 years from ¼.
    expectClose(try #require(table.remainingLife(atAge: 4)), 3)
    expectClose(try #require(table.remainingLife(atAge: 7)), 1.5)
    expectClose(try #require(table.remainingLife(atAge: 0)), 4.5)
    #expect(table.remainingLife(atAge: 10) == nil)
    let mixture = try Lifetime.mixture([(0.25, table), (0.75, .fixed(years: 6))])
    // At age 4: (¼ · 1.5 + ¾ · 2) / (¼ · ½ + ¾)
    expectClose(try #require(mixture.remainingLife(atAge: 4)), 1.875 / 0.875, relative: 1e-12)
    expectClose(try #require(mixture.remainingLife(atAge: 6)), 2, relative: 1e-12)
  }

  @Test func nobodyIsOlderThanAFixedLife() throws {
    let lifetime = try Lifetime.fixed(years: 5)
    expectClose(try #require(lifetime.remainingLife(atAge: 4.5)), 0.5)
    #expect(lifetime.remainingLife(atAge: 5) == nil)
  }

  @Test func timeInUseAddsUp() throws {
    for text in ["normal(mean: 20, sd: 6)", "lognormal(mean: 15, sd: 6)", "geometric(p: 0.2)"] {
      let lifetime = try Lifetime(text)
      let parts = (0..<7).reduce(0.0) {
        $0 + lifetime.timeInUse(from: 3.7 * Double($1), to: 3.7 * Double($1 + 1))
      }
      expectClose(parts, lifetime.timeInUse(from: 0, to: 25.9), relative: 1e-12, text)
      #expect(lifetime.timeInUse(from: 8, to: 8) == 0)
    }
  }
}
