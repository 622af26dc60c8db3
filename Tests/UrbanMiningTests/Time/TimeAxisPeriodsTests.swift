import Testing

@testable import UrbanMining

struct TimeAxisPeriodsTests {
  @Test func monthsAreEvenPeriods() throws {
    let time = try TimeAxis(bounds: (0...240).map { 2000 + Double($0) / 12 })
    #expect(time.evenLength == 1.0 / 12)
    var sum = 2000.0
    let added = try TimeAxis(
      bounds: (0...36).map { _ in
        defer { sum += 1.0 / 12 }
        return sum
      })
    let length = try #require(added.evenLength)
    // Sums of rounded twelfths drift by some units in the last place of 2000.
    expectClose(length, 1.0 / 12, relative: 1e-12)
  }

  @Test func aYearOfMonthsIsAYearExactly() throws {
    let time = try TimeAxis(bounds: (0...240).map { 1987 + 5.0 / 12 + Double($0) / 12 })
    for period in 0..<120 {
      // The span of 20 years from bounds near 1987 is itself rounded.
      expectClose(time.age(atBound: period + 12, period: period, position: 0), 1)
      expectClose(time.age(atBound: period + 13, period: period, position: 1), 1)
    }
    let whole = try TimeAxis(bounds: (0...240).map { 1987 + Double($0) / 12 })
    #expect((0..<228).allSatisfy { whole.age(atBound: $0 + 12, period: $0, position: 0) == 1 })
  }

  @Test func unevenPeriodsStayUneven() throws {
    #expect(try TimeAxis(bounds: [2000, 2001, 2003]).evenLength == nil)
    #expect(try TimeAxis(bounds: [2000, 2001, 2002 + 1e-9]).evenLength == nil)
    #expect(try TimeAxis(bounds: [2000, 2005]).evenLength == 5)
  }

  /// Bounds of calendar months: 31, 28, 31 days of a year.
  @Test func monthsOfTheCalendarAreUneven() throws {
    let days = [0.0, 31, 59, 90]
    #expect(try TimeAxis(bounds: days.map { 2001 + $0 / 365 }).evenLength == nil)
  }

  @Test func refusesBoundsThatDoNotRise() {
    #expect(throws: TimeAxisError.unordered(2001, 2001)) {
      try TimeAxis(bounds: [2000, 2001, 2001])
    }
    #expect(throws: TimeAxisError.empty) { try TimeAxis(bounds: [2000]) }
    #expect(throws: TimeAxisError.self) { try TimeAxis(bounds: [2000, .nan]) }
    #expect(throws: TimeAxisError.labels(count: 1, periods: 2)) {
      try TimeAxis(bounds: [2000, 2001, 2002], labels: [2000])
    }
  }
}
