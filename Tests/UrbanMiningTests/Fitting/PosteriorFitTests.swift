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
}
