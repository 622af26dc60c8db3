import Testing
import UrbanMining

struct TimeAxisTests {
  @Test func calendarYearsBeginWithTheYear() {
    let time = TimeAxis(years: 1998...2001)
    #expect(time.bounds == [1998, 1999, 2000, 2001, 2002])
    #expect(time.labels == [1998, 1999, 2000, 2001])
    #expect(time.count == 4)
    #expect(time.evenLength == 1)
    #expect(time.span == "1998–2001")
    #expect(time.index(ofYear: 2000) == 2)
    #expect(time.index(ofYear: 2002) == nil)
  }

  @Test func unevenPeriodsHaveNoCommonLength() throws {
    let time = try TimeAxis(bounds: [1990, 1992, 1993, 1997])
    #expect(time.evenLength == nil)
    #expect((0..<3).map { time.length(of: $0) } == [2, 1, 4])
    #expect(time.labels == [1990, 1992, 1993])
  }

  @Test func evenPeriodsKnowTheirLength() throws {
    #expect(try TimeAxis(bounds: [1990, 1995, 2000]).evenLength == 5)
    #expect(try TimeAxis(bounds: [2000, 2000.25, 2000.5, 2000.75]).evenLength == 0.25)
  }

  @Test func onePeriodIsCalledByItsYear() {
    let time = TimeAxis(years: 2020...2020)
    #expect(time.span == "2020")
    #expect(time.evenLength == 1)
  }

  @Test func labelsMayStandInTheMiddle() throws {
    let time = try TimeAxis(bounds: [1997.5, 2002.5, 2007.5], labels: [2000, 2005])
    #expect(time.label(of: 1) == "2005")
    #expect(try TimeAxis(bounds: [1980.5, 1981.5]).label(of: 0) == "1980.5")
  }

  @Test(
    arguments: [
      ([], .empty), ([1990], .empty), ([1990, 1990], .unordered(1990, 1990)),
      ([1990, 1992, 1991], .unordered(1992, 1991)),
      ([1990, .infinity], .unordered(1990, .infinity)),
      ([-.infinity, 1990], .unordered(-.infinity, 1990)),
    ] as [([Double], TimeAxisError)])
  func refusesBoundsThatDoNotRise(bounds: [Double], error: TimeAxisError) {
    #expect(throws: error) { try TimeAxis(bounds: bounds) }
  }

  @Test func refusesLabelsThatDoNotFit() {
    #expect(throws: TimeAxisError.labels(count: 1, periods: 2)) {
      try TimeAxis(bounds: [1990, 1991, 1992], labels: [1990])
    }
    #expect(throws: TimeAxisError.self) { try TimeAxis(bounds: [1990, .nan]) }
  }

  @Test func errorsSayWhatIsWrong() {
    #expect(
      TimeAxisError.empty.description
        == "there is no period: a time axis needs two or more bounds")
    #expect(
      TimeAxisError.unordered(1992, 1991).description
        == "period bounds must rise: 1991 follows 1992")
    #expect(
      TimeAxisError.labels(count: 1, periods: 2).description == "there are 1 labels for 2 periods")
  }
}
