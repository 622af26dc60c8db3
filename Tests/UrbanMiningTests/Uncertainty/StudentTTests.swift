import RealModule
import Testing

@testable import UrbanMining

struct StudentTTests {
  @Test func quantilesAgreeWithSciPy() throws {
    for point in try FittingReference.all.get().student {
      expectClose(
        StudentT.twoSided(point.p, degreesOfFreedom: point.n), point.t, relative: 1e-9)
    }
  }

  /// With one degree of freedom it is Cauchy's distribution: t = cot(π·p / 2).
  @Test func oneDegreeIsCauchys() {
    expectClose(
      StudentT.twoSided(0.3, degreesOfFreedom: 1), 1 / Double.tan(.pi * 0.15), relative: 1e-10)
  }
}
