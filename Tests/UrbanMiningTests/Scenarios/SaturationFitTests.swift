import RealModule
import Testing
import UrbanMining

/// Against scipy.optimize.curve_fit, which stops at about eight equal digits of the parameters.
struct SaturationFitTests {
  @Test func parametersAndErrorsAreThoseOfSciPy() throws {
    for one in try ScenarioReference.read().saturation {
      let shape = try #require(SaturationCurve.Shape(rawValue: one.shape))
      let fit = try SaturationFit(shape, to: one.points)
      expectClose(
        [fit.curve.ceiling, fit.curve.rate, fit.curve.midpoint], one.parameters, relative: 1e-6)
      expectClose(fit.rootMeanSquare, one.rms, relative: 1e-9)
      let errors = try #require(fit.standardErrors)
      expectClose([errors.ceiling, errors.rate, errors.midpoint], one.errors, relative: 1e-5)
    }
  }

  @Test func aGivenCeilingIsKept() throws {
    for one in try ScenarioReference.read().saturation {
      let shape = try #require(SaturationCurve.Shape(rawValue: one.shape))
      let fit = try SaturationFit(shape, to: one.points, ceiling: one.givenCeiling)
      #expect(fit.curve.ceiling == one.givenCeiling)
      expectClose([fit.curve.rate, fit.curve.midpoint], one.heldParameters, relative: 1e-6)
      let errors = try #require(fit.standardErrors)
      #expect(errors.ceiling == 0)
      expectClose([errors.rate, errors.midpoint], one.heldErrors, relative: 1e-5)
    }
  }

  @Test func aCurveIsFoundAgain() throws {
    for shape in SaturationCurve.Shape.allCases {
      let truth = try SaturationCurve(shape, ceiling: 230, rate: 0.07, midpoint: 2031)
      // The midpoint lies beyond the data.
      let points = (1970...2025).map { (year: Double($0), value: truth.value(at: Double($0))) }
      let fit = try SaturationFit(shape, to: points)
      expectClose(fit.curve.ceiling, 230, relative: 1e-6)
      expectClose(fit.curve.midpoint, 2031, relative: 1e-8)
    }
  }

  @Test func saysWhereNothingCanBeFitted() throws {
    let line = (0..<9).map { (year: 2000 + Double($0), value: Double.exp(0.25 * Double($0))) }
    #expect(throws: SaturationError.noCeiling) { try SaturationFit(.logistic, to: line) }
    #expect(throws: SaturationError.tooFewPoints(2, needed: 3)) {
      try SaturationFit(.logistic, to: [(2000, 1), (2001, 2)])
    }
    #expect(throws: SaturationError.notFinite(year: 2001)) {
      try SaturationFit(.gompertz, to: [(2000, 1), (2001, .nan), (2002, 2), (2003, 2)])
    }
    #expect(throws: SaturationError.parameter("ceiling", -1)) {
      try SaturationFit(.gompertz, to: [(2000, 1), (2001, 2), (2002, 2)], ceiling: -1)
    }
  }
}
