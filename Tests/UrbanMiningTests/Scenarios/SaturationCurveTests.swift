import Testing
import UrbanMining

struct SaturationCurveTests {
  @Test func reachesItsShareAtTheMidpoint() throws {
    let logistic = try SaturationCurve(.logistic, ceiling: 12, rate: 0.1, midpoint: 1980)
    #expect(logistic.value(at: 1980) == 6)
    let gompertz = try SaturationCurve(.gompertz, ceiling: 12, rate: 0.1, midpoint: 1980)
    expectClose(gompertz.value(at: 1980), 4.414553294057308)
    // mpmath: 12 / (1 + exp(−1.7)) and 12 · exp(−exp(−1.7)).
    expectClose(logistic.value(at: 1997), 10.146416818997583, relative: 1e-14)
    expectClose(gompertz.value(at: 1997), 9.996380982434648, relative: 1e-14)
  }

  @Test func isBoundedByNothingAndItsCeiling() throws {
    for shape in SaturationCurve.Shape.allCases {
      let curve = try SaturationCurve(shape, ceiling: 3, rate: 0.2, midpoint: 2000)
      #expect(curve.value(at: -1e6) == 0)
      #expect(curve.value(at: 1e6) == 3)
    }
  }

  @Test func aPopulationMakesAStockOfIt() throws {
    let curve = try SaturationCurve(.logistic, ceiling: 12, rate: 0.1, midpoint: 1980)
    let stock = curve.stock(of: [1000, 2000], over: TimeAxis(years: 1980...1981))
    #expect(stock[0] == 6000)
    expectClose(stock[1], 2000 * curve.value(at: 1981))
  }

  @Test(arguments: [
    ("ceiling", 0.0, 0.1, 2000.0), ("rate", 1, -0.1, 2000), ("midpoint", 1, 1, .nan),
  ])
  func refusesWhatIsNotPossible(_ name: String, _ ceiling: Double, _ rate: Double, _ mid: Double) {
    let error = #expect(throws: SaturationError.self) {
      try SaturationCurve(.gompertz, ceiling: ceiling, rate: rate, midpoint: mid)
    }
    #expect(error?.description.contains("the \(name) of a saturation curve") == true)
  }
}
