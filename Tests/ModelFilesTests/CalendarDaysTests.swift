import Testing

@testable import ModelFiles

@Suite struct CalendarDaysTests {
  /// From Python's datetime.date.toordinal.
  @Test(arguments: [
    (1900.0, 0.0), (1901, 365), (2000, 36524), (2001, 36890), (2100, 73049), (1600, -109573),
    (2000.5, 36707), (2001.5, 37072.5), (1, -693595),
  ])
  func daysAreThoseOfTheCalendar(_ year: Double, _ days: Double) {
    #expect(CalendarDays.since1900(year) == days)
  }
}
