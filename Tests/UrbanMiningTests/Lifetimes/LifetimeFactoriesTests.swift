import Testing
import UrbanMining

struct LifetimeFactoriesTests {
  @Test(
    arguments: [
      "normal(mean: 30, sd: 0)", "truncated-normal(mean: 30, sd: 0)",
      "folded-normal(mu: 30, sigma: 0)", "lognormal(mean: 30, sd: 0)",
      "lognormal(median: 30, sigma: 0)", "gamma(mean: 30, sd: 0)",
    ])
  func zeroDeviationIsFixed(text: String) throws {
    let lifetime = try Lifetime(text)
    #expect(lifetime.survival(atAge: 0) == 1)
    #expect(lifetime.survival(atAge: 30.0.nextDown) == 1)
    #expect(lifetime.survival(atAge: 30) == 0)
    #expect(lifetime.mean == 30)
    #expect(lifetime.standardDeviation == 0)
    #expect(lifetime.median == 30)
    #expect(lifetime.density(atAge: 10) == nil)
  }

  @Test(
    arguments: [
      ("fixed(years: -3)", "years", -3, "it must be 0 or above"),
      ("normal(mean: -1, sd: 6)", "mean", -1, "it must be 0 or above"),
      ("normal(mean: 20, sd: -6)", "sd", -6, "it must be 0 or above"),
      ("normal(mean: 1e999, sd: 6)", "mean", .infinity, "it must be 0 or above"),
      ("truncated-normal(mean: -1, sd: 6)", "mean", -1, "it must be 0 or above"),
      ("truncated-normal(mean: 20, sd: -6)", "sd", -6, "it must be 0 or above"),
      ("folded-normal(mu: -2, sigma: 3)", "mu", -2, "it must be 0 or above"),
      ("folded-normal(mu: 2, sigma: -3)", "sigma", -3, "it must be 0 or above"),
      ("lognormal(mean: 0, sd: 9)", "mean", 0, "it must be above 0"),
      ("lognormal(mean: 30, sd: -9)", "sd", -9, "it must be 0 or above"),
      ("lognormal(median: 0, sigma: 1)", "median", 0, "it must be above 0"),
      ("lognormal(median: 25, sigma: -1)", "sigma", -1, "it must be 0 or above"),
      ("weibull(shape: 0, scale: 35)", "shape", 0, "it must be above 0"),
      ("weibull(shape: 2, scale: 0)", "scale", 0, "it must be above 0"),
      ("weibull(shape: 2, mean: -1)", "mean", -1, "it must be above 0"),
      ("weibull(t50: 0, t90: 18)", "t50", 0, "it must be above 0"),
      ("weibull(t50: 10, t90: 10)", "t90", 10, "it must be above t50"),
      ("gamma(shape: 0, scale: 7)", "shape", 0, "it must be above 0"),
      ("gamma(shape: 4, scale: -7)", "scale", -7, "it must be above 0"),
      ("gamma(mean: 0, sd: 3)", "mean", 0, "it must be above 0"),
      ("gamma(mean: 30, sd: -3)", "sd", -3, "it must be 0 or above"),
      ("loglogistic(shape: 0, scale: 2)", "shape", 0, "it must be above 0"),
      ("loglogistic(shape: 2, scale: 0)", "scale", 0, "it must be above 0"),
      ("gompertz(shape: 0, rate: 1)", "shape", 0, "it must be above 0"),
      ("gompertz(shape: 1, rate: 0)", "rate", 0, "it must be above 0"),
      ("exponential(mean: 0)", "mean", 0, "it must be above 0"),
      ("geometric(p: 0)", "p", 0, "it must be above 0 and at most 1"),
      ("geometric(p: 1.5)", "p", 1.5, "it must be above 0 and at most 1"),
      ("uniform(from: -1, to: 4)", "from", -1, "it must be 0 or above"),
      ("uniform(from: 4, to: 4)", "to", 4, "it must be above from"),
    ] as [(String, String, Double, String)])
  func refusesImpossibleValues(text: String, parameter: String, value: Double, rule: String) {
    #expect(throws: LifetimeError.impossible(parameter: parameter, value: value, rule: rule)) {
      try Lifetime(text)
    }
  }

  @Test func refusesWhatIsNotANumber() {
    #expect(throws: LifetimeError.self) { try Lifetime.exponential(mean: .nan) }
    #expect(throws: LifetimeError.self) { try Lifetime.normal(mean: 3, standardDeviation: .nan) }
    #expect(throws: LifetimeError.self) { try Lifetime.geometric(p: .nan) }
    #expect(throws: LifetimeError.self) { try Lifetime.uniform(from: 1, to: .nan) }
    #expect(throws: LifetimeError.self) { try Lifetime.weibull(t50: 1, t90: .nan) }
  }

  @Test func equalTextsMakeEqualLifetimes() throws {
    #expect(try Lifetime.weibull(shape: 3, mean: 25) == Lifetime("weibull(mean: 25.0, shape: 3)"))
    #expect(try Lifetime.weibull(shape: 3, mean: 25) != Lifetime("weibull(mean: 25, shape: 2)"))
  }
}
