import Testing
import UrbanMining

/// What every family shares: the definitions that join survival, density, hazard and quantile.
struct LifetimeDistributionTests {
  static let smooth = [
    "normal(mean: 20, sd: 6)", "truncated-normal(mean: 20, sd: 15)",
    "folded-normal(mu: 20, sigma: 14)", "lognormal(mean: 30, sd: 9)",
    "weibull(shape: 2.5, scale: 35)", "gamma(shape: 4.2, scale: 7)",
    "loglogistic(shape: 3.5, scale: 22)",
    "gompertz(shape: 0.05, rate: 0.08)", "exponential(mean: 14)", "uniform(from: 5, to: 40)",
    "table(0: 1, 12: 0.4, 30: 0)",
    "mixture(0.3: exponential(mean: 2), 0.7: normal(mean: 20, sd: 6))",
  ]

  @Test(arguments: smooth) func densityIsTheSlopeOfSurvival(text: String) throws {
    let lifetime = try Lifetime(text)
    let step = 1e-4
    for age in [7.3, 16, 28.5] {
      let slope =
        (lifetime.survival(atAge: age - step) - lifetime.survival(atAge: age + step)) / (2 * step)
      // A central difference: its own error is about step² and ε/step.
      expectClose(
        lifetime.density(atAge: age) ?? .nan, slope, relative: 1e-7, absolute: 1e-11, "\(age)")
    }
  }

  @Test(arguments: smooth) func hazardIsDensityOverSurvival(text: String) throws {
    let lifetime = try Lifetime(text)
    for age in [1.5, 7.3, 16, 28.5] {
      expectClose(
        lifetime.hazard(atAge: age) ?? .nan,
        (lifetime.density(atAge: age) ?? .nan) / lifetime.survival(atAge: age))
    }
  }

  @Test(arguments: smooth) func quantileIsTheInverseOfSurvival(text: String) throws {
    let lifetime = try Lifetime(text)
    for share in [0.01, 0.2, 0.5, 0.77, 0.999] {
      let age = lifetime.age(atShareLeft: share)
      // 1 − S carries a rounding of ε, which is all of it that can be asked for.
      expectClose(1 - lifetime.survival(atAge: age), share, relative: 0, absolute: 1e-14)
    }
  }

  @Test(arguments: smooth + ["fixed(years: 12)", "geometric(p: 0.1)"])
  func survivalNeverRises(text: String) throws {
    let lifetime = try Lifetime(text)
    let curve = (0...400).map { lifetime.survival(atAge: Double($0) / 4) }
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(curve.allSatisfy { (0...1).contains($0) })
  }
}
