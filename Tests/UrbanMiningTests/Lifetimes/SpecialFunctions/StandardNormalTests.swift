import Testing

@testable import UrbanMining

struct StandardNormalTests {
  /// `special.json`: mpmath at 60 digits, confirmed by SciPy.
  private struct Reference: Decodable {
    struct Inverse: Decodable { let p, z: Double }
    struct Normal: Decodable { let z, cdf, survival: Double }
    let inverseNormal: [Inverse]
    let normal: [Normal]
  }

  private func reference() throws -> Reference {
    try ReferenceFile.read("special.json", as: Reference.self)
  }

  /// erfc is evaluated at z/√2, whose rounding of ε/2 costs z² · ε/2 in a far tail.
  @Test func upperShareAgreesWithMpmath() throws {
    for row in try reference().normal {
      let relative = 1e-15 + row.z * row.z * .ulpOfOne
      expectClose(StandardNormal.upper(row.z), row.survival, relative: relative, "z = \(row.z)")
      expectClose(StandardNormal.upper(-row.z), row.cdf, relative: relative, "z = \(-row.z)")
    }
  }

  @Test func quantileAgreesWithMpmath() throws {
    for row in try reference().inverseNormal {
      // At p = ½ the quantile is zero, and any number that nobody can tell from it will do.
      expectClose(
        StandardNormal.quantile(row.p), row.z, relative: 1e-14, absolute: 1e-40, "p = \(row.p)")
    }
  }

  @Test func quantileIsTheInverseOfTheShare() {
    for p in [1e-12, 0.003, 0.1, 0.2499, 0.2501, 0.49, 0.5] {
      expectClose(StandardNormal.upper(StandardNormal.upperQuantile(p)), p)
      expectClose(StandardNormal.upper(-StandardNormal.quantile(p)), p)
    }
  }

  @Test func quantilesOfCertaintyAreInfinite() {
    #expect(StandardNormal.upperQuantile(0) == .infinity)
    #expect(StandardNormal.upperQuantile(1) == -.infinity)
  }

  /// mpmath: npdf(z) / (erfc(z / sqrt(2)) / 2); the asymptotic series takes over at 25.
  @Test(
    arguments: [
      (-3.0, 0.0044378390421256638), (0.7, 1.2904993394581665), (5, 5.1865039671258421),
      (24.999, 25.038874596961829), (25, 25.039873012057563), (36, 36.027735075281061),
      (1e5, 1.00000000009999999998e5),
    ])
  func hazardAgreesWithMpmath(z: Double, hazard: Double) {
    expectClose(StandardNormal.hazard(z), hazard, relative: 1e-13)
  }

  /// scipy.stats.norm.pdf
  @Test func densityAgreesWithSciPy() {
    expectClose(StandardNormal.density(0), 0.3989422804014327)
    expectClose(StandardNormal.density(-1.7), 0.09404907737688695)
  }
}
