import Testing
import UrbanMining

struct InterpolationTests {
  private let points: [Interpolation.Point] = [(1950, 0.3), (1970, 0.35), (2000, 0.8)]

  /// numpy.interp([1940, 1950, 1957, 1970, 1984.5, 2000, 2030], [1950, 1970, 2000], [0.3, 0.35, 0.8])
  @Test func linearAgreesWithNumPy() {
    let expected = [0.3, 0.3, 0.3175, 0.35, 0.5675, 0.8, 0.8]
    for (year, value) in zip([1940, 1950, 1957, 1970, 1984.5, 2000, 2030], expected) {
      expectClose(Interpolation.linear.value(at: year, among: points), value, "\(year)")
    }
  }

  @Test func aStepHoldsUntilTheNextPoint() {
    #expect(Interpolation.step.value(at: 1969.9, among: points) == 0.3)
    #expect(Interpolation.step.value(at: 1970, among: points) == 0.35)
    #expect(Interpolation.step.value(at: 1999.9, among: points) == 0.35)
    #expect(Interpolation.step.value(at: 2000, among: points) == 0.8)
  }

  @Test func logisticPassesSmoothlyThroughItsPoints() {
    let passage = Interpolation.logistic
    expectClose(passage.value(at: 1950, among: points), 0.3)
    expectClose(passage.value(at: 1970, among: points), 0.35)
    expectClose(passage.value(at: 1985, among: points), (0.35 + 0.8) / 2)
    // A quarter of the way: (expit(-3) - expit(-6)) / (expit(6) - expit(-6)) with scipy.special.expit.
    expectClose(passage.value(at: 1977.5, among: points), 0.35 + 0.45 * 0.04517665973091212)
  }

  @Test(arguments: Interpolation.allCases) func neverLeavesTheRangeOfItsPoints(
    interpolation: Interpolation
  ) {
    let values = (1940...2010).map { interpolation.value(at: Double($0), among: points) }
    #expect(values.first == 0.3 && values.last == 0.8)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: Interpolation.allCases) func onePointHoldsAlways(interpolation: Interpolation) {
    for year in [1900.0, 1950, 2000] {
      #expect(interpolation.value(at: year, among: [(1950, 0.3)]) == 0.3)
    }
  }
}
