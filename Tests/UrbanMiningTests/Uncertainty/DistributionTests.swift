import Testing

@testable import UrbanMining

struct DistributionTests {
  @Test func quantilesAreThoseOfSciPy() throws {
    for reference in try UncertaintyReference.read().quantiles {
      let distribution = try Distribution(reference.text)
      // SciPy itself is good to about 1e-12 in the tails of a beta or a cut normal.
      expectClose(
        reference.probabilities.map(distribution.quantile), reference.values, relative: 2e-11,
        absolute: 1e-14, reference.text)
    }
  }

  @Test func gammaQuantilesAreThoseOfSciPy() throws {
    for reference in try UncertaintyReference.read().gamma {
      let own = reference.probabilities.map {
        GammaQuantile.value(shape: reference.shape, probability: $0)
      }
      expectClose(own, reference.values, relative: 1e-11, "shape \(reference.shape)")
    }
  }

  @Test func choicesComeAsOftenAsTheirWeights() throws {
    let distribution = try Distribution("discrete(1: 10, 3: 5, 4: 20)")
    let values = (0..<800).map { distribution.quantile((Double($0) + 0.5) / 800) }
    #expect(values.filter { $0 == 5 }.count == 300)
    #expect(values.filter { $0 == 10 }.count == 100)
    #expect(values.filter { $0 == 20 }.count == 400)
  }

  @Test func quantilesRiseAndStayInsideTheSupport() throws {
    for text in [
      "normal(mean: 0, sd: 2)", "beta(mean: 0.9, sd: 0.05)", "pert(from: 1, mode: 1, to: 2)",
      "triangular(from: 0, mode: 1, to: 1)", "truncated-normal(mean: 1, sd: 1, from: 0.5, to: 1.5)",
      "empirical(1, 2, 4)",
    ] {
      let distribution = try Distribution(text)
      let values = (1..<200).map { distribution.quantile(Double($0) / 200) }
      #expect(zip(values, values.dropFirst()).allSatisfy(<=), "\(text)")
      #expect(values.allSatisfy(distribution.support.contains), "\(text)")
    }
  }

  @Test func tellsHowMuchLiesAtOrBelowZero() throws {
    // SciPy: norm.cdf(-2) and triang(0.25, -1, 4).cdf(0).
    expectClose(
      try Distribution("normal(mean: 1, sd: 0.5)").shareAtOrBelowZero, 0.022750131948179195)
    expectClose(
      try Distribution("triangular(from: -1, mode: 0, to: 3)").shareAtOrBelowZero, 0.25,
      relative: 1e-9)
    #expect(try Distribution("lognormal(median: 1, sigma: 2)").shareAtOrBelowZero == 0)
    #expect(try Distribution("uniform(from: 0.5, to: 2)").shareAtOrBelowZero == 0)
  }

  @Test(arguments: [
    ("normal(mean: 1, sd: 0)", "sd: 0 is not possible: it must be above 0"),
    ("uniform(from: 2, to: 1)", "to: 1 is not possible: it must be above from (2)"),
    (
      "triangular(from: 0, mode: 3, to: 1)",
      "mode: 3 is not possible: it must lie from 0 to 1"
    ),
    ("beta(mean: 0.5, sd: 0.6)", "sd: 0.6 is not possible"),
    ("gauss(mean: 1, sd: 1)", "there is no distribution 'gauss'"),
    ("normal(mean: 1)", "normal takes normal(mean:, sd:); given were mean"),
    ("normal(1, 0.1)", "given were 1, 0.1"),
    ("normal(mean: 1, sd: 0,1)", "given were mean, sd, 1"),
    ("normal mean: 1", "'(' is expected here"),
    ("discrete(1, 2)", "a choice is written WEIGHT: VALUE"),
    ("empirical(3)", "at least two values"),
    ("truncated-normal(mean: 0, sd: 1, from: 20, to: 21)", "next to nothing of the curve is left"),
  ])
  func refusesWhatIsNoDistribution(_ text: String, _ message: String) {
    let error = #expect(throws: DistributionError.self) { try Distribution(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func keepsItsText() throws {
    for text in ["pert(from: 0.2, mode: 0.5, to: 1)", "discrete(0.5: 1, 2: 3)", "empirical(2, 1)"] {
      #expect(try Distribution(text).description == text)
    }
  }
}
