import Testing
import UrbanMining

@Suite struct LogisticPeakTests {
  @Test func isTheCurveThatSciPyFits() throws {
    let reference = try ScarcityReference.read()
    let points = ScarcityReference.points(reference.copper)
    for expected in reference.peaks {
      let peak = try LogisticPeak(
        fitting: points.filter { $0.year <= expected.until }, ultimate: expected.given)
      // Both stop where the sum of squares, known to 1e-15, no longer falls: parameters to its root.
      expectClose(peak.ultimate, expected.ultimate, relative: 1e-5)
      expectClose(peak.steepness, expected.steepness, relative: 1e-5)
      expectClose(peak.year, expected.year, absolute: 1e-3)
      expectClose(peak.rootMeanSquare, expected.rms, relative: 1e-9)
      let errors = peak.standardErrors
      expectClose(
        [errors.ultimate, errors.steepness, errors.year], expected.errors, relative: 1e-3)
    }
  }

  @Test func findsTheCurveThatMadeThePoints() throws {
    let points = stride(from: 1900.0, through: 2000, by: 5).map { year in
      let production = LogisticPeak.production(
        ultimate: 700, steepness: 0.05, year: 1963, in: year)
      return (year: year, production: production)
    }
    let peak = try LogisticPeak(fitting: points)
    expectClose(peak.ultimate, 700, relative: 1e-7)
    expectClose(peak.year, 1963, absolute: 1e-6)
    expectClose(peak.peakProduction, 700 * 0.05 / 4, relative: 1e-7)
    expectClose(peak.production(in: 1963), peak.peakProduction, relative: 1e-12)
  }

  /// What the curve sums to is the ultimate amount.
  @Test func sumsToTheUltimateAmount() {
    let sum = stride(from: 1000.0, through: 3000, by: 0.5).reduce(0.0) { sum, year in
      sum + 0.5 * LogisticPeak.production(ultimate: 700, steepness: 0.05, year: 1963, in: year)
    }
    expectClose(sum, 700, relative: 1e-9)
  }

  @Test func thePeakMovesWithTheData() throws {
    let points = ScarcityReference.points(try ScarcityReference.read().copper)
    let hindcasts = LogisticPeak.hindcasts(points, endingIn: [1900, 1990, 2020])
    #expect(hindcasts.map(\.end) == [1900, 1990, 2020])
    #expect(hindcasts[0].peak == nil)
    let (early, late) = (try #require(hindcasts[1].peak), try #require(hindcasts[2].peak))
    #expect(late.year - early.year > 30)
  }

  @Test func refusesAStraightRiseAndImpossibleNumbers() throws {
    let lead = ScarcityReference.points(try ScarcityReference.read().withoutPeak)
    #expect(throws: ScarcityError.self) { try LogisticPeak(fitting: lead) }
    let few = [(year: 2000.0, production: 1.0), (2001, 2)]
    #expect(throws: ScarcityError.tooFewPoints(2, needed: 5)) { try LogisticPeak(fitting: few) }
    #expect(throws: ScarcityError.self) { try LogisticPeak(fitting: lead, ultimate: 1) }
    let negative = (2000...2010).map { (year: Double($0), production: $0 == 2005 ? -1.0 : 1) }
    #expect(throws: ScarcityError.self) { try LogisticPeak(fitting: negative) }
  }
}
