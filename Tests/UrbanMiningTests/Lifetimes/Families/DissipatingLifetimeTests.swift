import Testing
import UrbanMining

struct DissipatingLifetimeTests {
  @Test func momentsAgreeWithQuadrature() throws {
    let reference = try StockModelsReference.read().dissipated
    for known in reference.cases {
      let lifetime = try Lifetime(known.lifetime).dissipating(rate: reference.rate)
      expectClose(lifetime.mean, known.mean, relative: 1e-11, known.lifetime)
      expectClose(lifetime.standardDeviation, known.sd, relative: 1e-10, known.lifetime)
    }
  }

  /// Hazards add up: with an exponential base it is exponential, with its rate and theirs.
  @Test func anExponentialBaseStaysExponential() throws {
    let lifetime = try Lifetime.exponential(mean: 8).dissipating(rate: 0.075)
    let same = try Lifetime.exponential(mean: 5)
    for age in [0.0, 0.3, 4, 31] {
      expectClose(lifetime.survival(atAge: age), same.survival(atAge: age))
      expectClose(lifetime.density(atAge: age) ?? .nan, same.density(atAge: age) ?? .nan)
      expectClose(lifetime.hazard(atAge: age) ?? .nan, 0.2)
    }
    expectClose(lifetime.mean, 5, relative: 1e-12)
    expectClose(lifetime.median, same.median, relative: 1e-12)
    expectClose(lifetime.timeInUse(from: 2, to: 9), same.timeInUse(from: 2, to: 9), relative: 1e-12)
  }

  /// ∫₀⁵ exp(−rate · a) da = (1 − exp(−5 · rate)) / rate
  @Test func aFixedBaseEndsAtItsAge() throws {
    let lifetime = try Lifetime.fixed(years: 5).dissipating(rate: 0.1)
    #expect(lifetime.survival(atAge: 5) == 0)
    #expect(lifetime.density(atAge: 3) == nil)
    // (1 − exp(−0.5)) / 0.1
    expectClose(lifetime.mean, 3.934693402873666, relative: 1e-12)
  }

  @Test func ratesOfSeveralCausesAddUp() throws {
    let base = try Lifetime.weibull(shape: 2, scale: 9)
    let twice = try base.dissipating(rate: 0.02).dissipating(rate: 0.03)
    #expect(twice == (try base.dissipating(rate: 0.05)))
    #expect(twice.description == "dissipating(0.05: weibull(shape: 2, scale: 9))")
    #expect(try base.dissipating(rate: 0) == base)
  }

  @Test func stretchingSlowsTheRate() throws {
    let lifetime = try Lifetime.weibull(shape: 2, scale: 9).dissipating(rate: 0.04)
    expectClose(try lifetime.stretched(by: 2).survival(atAge: 14), lifetime.survival(atAge: 7))
  }

  @Test func refusesANegativeRate() throws {
    let base = try Lifetime.exponential(mean: 8)
    for rate in [-0.1, Double.nan, .infinity] {
      #expect(throws: LifetimeError.self) { try base.dissipating(rate: rate) }
    }
  }
}
