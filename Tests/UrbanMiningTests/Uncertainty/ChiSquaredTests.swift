import Testing

@testable import UrbanMining

struct ChiSquaredTests {
  @Test func agreesWithSciPy() throws {
    for point in try ReconciliationReference.all.get().chiSquared {
      expectClose(
        ChiSquared.upper(point.x, degreesOfFreedom: point.n), point.upper, relative: 1e-11)
      expectClose(
        ChiSquared.quantile(point.p, degreesOfFreedom: point.n), point.quantile, relative: 1e-11)
    }
  }

  /// The square of a normal number: P(z² > 1.96²) = P(|z| > 1.96).
  @Test func oneDegreeIsTheSquareOfANormalNumber() {
    expectClose(
      ChiSquared.upper(1.96 * 1.96, degreesOfFreedom: 1), 2 * StandardNormal.upper(1.96),
      relative: 1e-13)
  }
}
