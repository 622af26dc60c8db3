import Testing

@testable import UrbanMining

struct LifetimeTests {
  /// S'(a) = S(a / factor), for every family but the geometric, which keeps its whole years.
  @Test(
    arguments: LifetimeDistributionTests.smooth + [
      "fixed(years: 12)", "normal(mean: 30, sd: 0)", "weibull(t50: 10, t90: 18)",
    ])
  func stretchingMultipliesEveryAge(text: String) throws {
    let lifetime = try Lifetime(text)
    let longer = try lifetime.stretched(by: 1.6)
    for age in [0.0, 3, 11.9, 25, 44] {
      expectClose(
        longer.survival(atAge: age), lifetime.survival(atAge: age / 1.6), relative: 1e-13)
    }
    expectClose(longer.mean, 1.6 * lifetime.mean)
    expectClose(longer.standardDeviation, 1.6 * lifetime.standardDeviation, relative: 1e-13)
    expectClose(longer.median, 1.6 * lifetime.median)
  }

  /// `golden-survival.json`: flodym multiplies mean and deviation by a factor for each cohort.
  @Test func stretchingAgreesWithFlodym() throws {
    struct Golden: Decodable {
      struct Cohorts: Decodable {
        let factor: [Double]
        let lifetime: String
        let middle: [[Double]]
      }
      let byCohort: Cohorts
    }
    let cohorts = try ReferenceFile.read("golden-survival.json", as: Golden.self).byCohort
    let lifetimes = try cohorts.factor.map { try Lifetime(cohorts.lifetime).stretched(by: $0) }
    for (t, row) in cohorts.middle.enumerated() {
      let ours = (0...t).map { lifetimes[$0].survival(atAge: Double(t - $0) + 0.5) }
      expectClose(ours, row, relative: 1e-12, absolute: 1e-12, "t = \(t)")
    }
  }

  @Test func stretchingAGeometricMultipliesItsMean() throws {
    let lifetime = try Lifetime.geometric(p: 0.2).stretched(by: 2)
    expectClose(lifetime.mean, 10)
    #expect(lifetime.survival(atAge: 0.5) == 1)
    // It can't live for less than a year.
    #expect(try Lifetime.geometric(p: 0.5).stretched(by: 0.1).mean == 1)
  }

  @Test func stretchingIsWrittenInTheOwnParametersOfTheFamily() throws {
    #expect(
      try Lifetime.normal(mean: 20, standardDeviation: 6).stretched(by: 1.5).description
        == "normal(mean: 30, sd: 9)")
    #expect(
      try Lifetime.normal(mean: 20, standardDeviation: 0).stretched(by: 1.5).description
        == "fixed(years: 30)")
  }

  @Test(arguments: [0, -1, Double.infinity])
  func refusesAFactorThatIsNotAboveZero(factor: Double) {
    #expect(
      throws: LifetimeError.impossible(
        parameter: "factor", value: factor, rule: "it must be above 0")
    ) { try Lifetime.exponential(mean: 3).stretched(by: factor) }
  }

  @Test func wholeNumbersArePrintedWithoutDecimals() {
    #expect(plainNumber(28) == "28")
    #expect(plainNumber(0.1) == "0.1")
    #expect(plainNumber(-0.5) == "-0.5")
    #expect(plainNumber(1e21) == "1e+21")
  }
}
