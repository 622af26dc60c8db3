import Testing
import UrbanMining

@Suite struct OreGradeTrendTests {
  @Test func isTheLineThatSciPyFits() throws {
    let reference = try ScarcityReference.read()
    for expected in reference.grades {
      let points = try #require(reference.gradePoints[expected.metal])
      let trend = try OreGradeTrend(points.map { (year: $0[0], grade: $0[1]) })
      expectClose(trend.rate, expected.rate, relative: 1e-10)
      expectClose(trend.rateError, expected.error, relative: 1e-9)
      expectClose(trend.explained, expected.explained, relative: 1e-10)
      expectClose(trend.grade(in: points[0][0]), expected.first, relative: 1e-11)
      expectClose(trend.grade(in: points[points.count - 1][0]), expected.last, relative: 1e-11)
    }
  }

  /// 0.172 GJ per tonne of ore at 0.3 % is 57.3 GJ per tonne of copper.
  @Test func energyIsInverseToTheGrade() throws {
    expectClose(
      try OreGradeTrend.miningEnergy(grade: 0.003, oreEnergy: 0.172), 57.333333333333336,
      relative: 1e-14)
    #expect(throws: ScarcityError.self) {
      try OreGradeTrend.miningEnergy(grade: 0, oreEnergy: 0.172)
    }
    #expect(throws: ScarcityError.self) {
      try OreGradeTrend.miningEnergy(grade: 1.2, oreEnergy: 0.172)
    }
  }

  @Test func followsAnExactDeclineExactly() throws {
    let trend = try OreGradeTrend([(2000, 0.02), (2001, 0.01), (2002, 0.005)])
    expectClose(trend.grade(in: 2004), 0.00125, relative: 1e-12)
    expectClose(trend.explained, 1, relative: 1e-12)
  }

  @Test func refusesTooFewYearsAndGradesOfZero() {
    #expect(throws: ScarcityError.tooFewPoints(2, needed: 3)) {
      try OreGradeTrend([(2000, 1), (2001, 1), (2001, 2)])
    }
    #expect(throws: ScarcityError.self) { try OreGradeTrend([(2000, 1), (2001, 0), (2002, 2)]) }
  }
}
