/// Times as CF files write them: days since the start of 1900.
enum CalendarDays {
  static let unit = "days since 1900-01-01"
  /// The calendar of today, also before it was introduced.
  static let calendar = "proleptic_gregorian"

  /// The days from the start of 1900 to a time in years, where 2000.5 is the middle of the year 2000.
  static func since1900(_ year: Double) -> Double {
    let whole = year.rounded(.down)
    let start = daysBefore(year: whole)
    return start - daysBefore(year: 1900)
      + (year - whole) * (daysBefore(year: whole + 1) - start)
  }

  /// The days of all years from 1 to the one before this: 365, and one more every four years, but not
  /// every hundred, but every four hundred.
  private static func daysBefore(year: Double) -> Double {
    let years = year - 1
    return 365 * years + (years / 4).rounded(.down) - (years / 100).rounded(.down)
      + (years / 400).rounded(.down)
  }
}
