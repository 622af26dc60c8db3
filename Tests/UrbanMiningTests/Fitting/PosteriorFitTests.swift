import Testing

@testable import UrbanMining

struct PosteriorFitTests {
  /// With a flat prior and hardly curved data the posterior is the normal distribution of least squares.
  @Test func aFlatPriorGivesTheLeastSquaresInterval() throws {
    let reference = try FittingReference.all.get().stock
    let fit = try ModelFit(
      of: FittedStock.model("weibull(shape: 2.4, scale: 15)", inflow: reference.inflow),
      [FitParameter("use.lifetime.scale")], to: reference.observations(), withIntervals: false)
    let own = try PosteriorFit(around: fit, draws: 400, seed: 7)
    let summary = own.parameters[0].summary
    let estimate = fit.estimates[0]
    expectClose(
      summary.mean, estimate.value,
      absolute: 5 * estimate.standardError / summary.effectiveSize.squareRoot())
    expectClose(summary.standardDeviation, estimate.standardError, relative: 0.2)
    #expect(summary.rHat < 1.05)
    #expect(own.samples.count == 4 && own.samples[0].count == 400)
  }

  @Test func whatTheDataDoNotFixIsRefused() throws {
    let reference = try FittingReference.all.get().stock
    let fit = try ModelFit(
      of: FittedStock.model(
        "weibull(shape: 2, scale: 15)", inflow: reference.inflow, share: 0.3),
      [FitParameter("yard->melt.share")], to: reference.observations(), withIntervals: false)
    #expect(throws: FitError.self) { try PosteriorFit(around: fit, draws: 100, seed: 1) }
  }

  /// Without uncertainties the scatter is integrated out: Student's t, not the normal distribution.
  @Test func anUnknownScatterGivesStudentsT() throws {
    let reference = try FittingReference.all.get()
    let expected = reference.unknownScatter.posterior
    let fit = try ModelFit(
      of: FittedStock.model("weibull(shape: 2.4, scale: 11)", inflow: reference.stock.inflow),
      [FitParameter("sales")], to: reference.stock.observations(withUncertainty: false),
      withIntervals: false)
    let own = try PosteriorFit(around: fit, draws: 5000, seed: 3)
    let summary = own.parameters[0].summary
    let sd = expected["sd"] ?? .nan
    let error = sd / summary.effectiveSize.squareRoot()
    expectClose(summary.mean, expected["mean"] ?? .nan, absolute: 4 * error)
    expectClose(summary.standardDeviation, sd, absolute: 4 * error)
    let tail = 4 * 2.5 * sd / summary.tailSize.squareRoot()
    expectClose(summary.low, expected["low"] ?? .nan, absolute: tail)
    expectClose(summary.high, expected["high"] ?? .nan, absolute: tail)
    #expect(own.hasMixed)
  }

  /// A log-normal prior and three wide observations, against quadrature.
  @Test func aSkewedPosteriorAgreesWithQuadrature() throws {
    let all = try FittingReference.all.get()
    let expected = all.posterior
    let fit = try ModelFit(
      of: FittedStock.model("weibull(shape: 2.4, scale: 15)", inflow: all.stock.inflow),
      [
        FitParameter(
          "use.lifetime.scale", bounds: 1...400,
          prior: .logNormal(median: expected.median, sigma: expected.sigma))
      ],
      to: expected.years.indices.map {
        Observation(
          series: "stock.use", year: expected.years[$0], value: expected.value[$0],
          uncertainty: expected.sd[$0])
      }, withIntervals: false)
    let own = try PosteriorFit(around: fit, draws: 5000, seed: 12)
    let summary = own.parameters[0].summary
    let error = expected.deviation / summary.effectiveSize.squareRoot()
    expectClose(summary.mean, expected.mean, absolute: 4 * error)
    expectClose(summary.median, expected.middle, absolute: 5 * error)
    expectClose(summary.standardDeviation, expected.deviation, absolute: 6 * error)
    let tail = 4 * 2.5 * expected.deviation / summary.tailSize.squareRoot()
    expectClose(summary.low, expected.low, absolute: tail)
    expectClose(summary.high, expected.high, absolute: tail)
  }

  /// The best value lies on a bound; the posterior fills the inside.
  @Test func aBoundCutsThePosterior() throws {
    let reference = try FittingReference.all.get().stock
    let fit = try ModelFit(
      of: FittedStock.model("weibull(shape: 2.4, scale: 15)", inflow: reference.inflow),
      [FitParameter("use.lifetime.scale", bounds: 12...20)], to: reference.observations(),
      withIntervals: false)
    #expect(fit.estimates[0].isAtBound)
    let own = try PosteriorFit(around: fit, draws: 400, seed: 7)
    #expect(own.samples.joined().allSatisfy { $0[0] >= 12 })
    #expect(own.parameters[0].summary.mean < 12.5)
  }

  @Test func aRobustLossHasNoPosterior() throws {
    let reference = try FittingReference.all.get().stock
    let fit = try ModelFit(
      of: FittedStock.model("weibull(shape: 2.4, scale: 15)", inflow: reference.inflow),
      [FitParameter("use.lifetime.scale")], to: reference.observations(), loss: .huber,
      withIntervals: false)
    #expect(throws: FitError.lossOfPosterior) {
      try PosteriorFit(around: fit, draws: 100, seed: 1)
    }
  }
}
