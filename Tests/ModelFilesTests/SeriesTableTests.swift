import ModelFiles
import Testing

@Suite struct SeriesTableTests {
  static func faults(_ text: String) -> [String] {
    do throws(ModelFileError) {
      _ = try SeriesTable(text: text, name: "s.csv")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsOneColumnPerSeries() throws {
    let table = try SeriesTable(
      text: "# Mt\nyear,cars,wires\n1980,1,2.5\n1981,3,0\n", name: "s.csv")
    #expect(table.names == ["cars", "wires"])
    #expect(table.values == [[1, 3], [2.5, 0]])
    #expect(table.years == [1980, 1981])
    #expect(table.bounds == [1980, 1981, 1982])
    #expect(table.periods.kind == .calendarYears)
  }

  @Test func readsBoundsOfPeriods() throws {
    let table = try SeriesTable(
      text: "from,to,value\n1980,1985,1\n1985,1990.5,2\n", name: "s.csv")
    #expect(table.names == ["value"])
    #expect(table.values == [[1, 2]])
    #expect(table.years == [1980, 1985])
    #expect(table.bounds == [1980, 1985, 1990.5])
    #expect(table.periods.kind == .bounds)
  }

  @Test(arguments: [
    "year,region,use,value\n1980,EU,car,1\n1981,EU,car,2\n1980,US,car,3\n1981,US,car,4\n",
    "year,region,use,value\n1981,EU,car,2\n1980,US,car,3\n1980,EU,car,1\n1981,US,car,4\n",
    "from,to,region,use,value\n1980,1981,EU,car,1\n1980,1981,US,car,3\n1981,1982,EU,car,2\n"
      + "1981,1982,US,car,4\n",
  ])
  func readsTidyTablesInAnyOrder(_ text: String) throws {
    let table = try SeriesTable(text: text, name: "s.csv")
    #expect(table.names == ["EU/car", "US/car"])
    #expect(table.values == [[1, 2], [3, 4]])
    #expect(table.bounds == [1980, 1981, 1982])
  }

  @Test func takesTwoColumnsAsOneSeriesCalledValue() throws {
    let table = try SeriesTable(text: "year,value\n1980,1\n", name: "s.csv")
    #expect(table.names == ["value"])
    #expect(table.bounds == [1980, 1981])
  }

  /// `UnevenTimeDim(dim=…).bounds` of flodym 1.1.0, but for the last two rows: it has no rule for
  /// fewer than three years.
  @Test(
    arguments: [
      (
        [2000, 2005, 2010, 2020, 2030, 2050],
        [1997.5, 2002.5, 2007.5, 2015, 2025, 2040, 2055]
      ),
      ([1900, 1901, 1950], [1875.5, 1900.5, 1925.5, 1950.5]),
      ([2000, 2002, 2004, 2006], [1999, 2001, 2003, 2005, 2007]),
      ([2000.5, 2001.5, 2002.5], [2000, 2001, 2002, 2003]),
      ([2000, 2010], [1995, 2005, 2015]),
      ([2000], [2000, 2001]),
    ] as [([Double], [Double])])
  func placesBoundsBetweenUnevenYears(_ years: [Double], _ bounds: [Double]) {
    let periods = SeriesTable.Periods(years: years)
    #expect(periods.bounds == bounds)
    #expect(periods.labels == years)
  }

  @Test(arguments: [
    (
      "Year,a\n1980,1\n",
      "s.csv:1:1: the first column must be 'year', or the first two 'from' and 'to' "
        + "(did you mean 'year'?)"
    ),
    ("from,till,a\n1,2,3\n", "s.csv:1:6: the column after 'from' must be 'to'"),
    ("year\n1980\n", "s.csv:1:1: the table has no series (each column after 'year' is one)"),
    ("year,a\n", "s.csv:1:1: the table has a header but no rows"),
    ("year,a\n1980,\n", "s.csv:2:6: the number of 'a' is missing"),
    ("year,a\n,1\n", "s.csv:2:1: the year is missing"),
    ("year,a\n1980,1\n1980,2\n", "s.csv:3:1: the year 1980 is there twice (first on line 2)"),
    ("year,a\n1981,1\n1980,2\n", "s.csv:3:1: the years must increase, but 1980 follows 1981"),
    (
      "year,a\n1980,\"3,5\"\n",
      "s.csv:2:6: '3,5' is not a number (a comma is not a decimal sign: write 3.5)"
    ),
    (
      "from,to,a\n1980,1980,1\n",
      "s.csv:2:6: the period 1980 to 1980 does not end after it begins "
        + "('to' is where the next period begins: the year 1980 is 1980,1981)"
    ),
    (
      "from,to,a\n1980,1981,1\n1982,1983,1\n",
      "s.csv:3:1: the period begins at 1982, but the one before ends at 1981 "
        + "(periods must touch: there is a gap)"
    ),
    (
      "year,use,value\n1980,a,1\n1981,a,1\n1980,b,1\n",
      "s.csv:4:6: 'b' has no value for 1981 "
        + "(every series needs the same years; write 0 where there was nothing)"
    ),
    (
      "year,use,value\n1980,a,1\n1980,a,1\n",
      "s.csv:3:1: the year 1980 of 'a' is there twice (first on line 2)"
    ),
    ("year,use,value\n1980,,1\n", "s.csv:2:6: the element of 'use' is missing"),
    (
      "year,r,use,value\n1980,x,a/b,1\n",
      "s.csv:2:8: 'a/b' contains a slash, which joins elements to the name of a series"
    ),
  ])
  func namesTheFaultAndItsPlace(_ text: String, _ fault: String) {
    #expect(Self.faults(text) == [fault])
  }

  @Test func reportsFaultsOfFormAndContentTogether() {
    let text = "year,a,b\n1980,1\n1981,x,2\n1980,nan,\n,1,2\n1985,\"1\"2,3\n"
    #expect(
      Self.faults(text).map { $0.split(separator: " ")[0] } == [
        "s.csv:2:1:", "s.csv:3:6:", "s.csv:4:1:", "s.csv:4:6:", "s.csv:4:10:", "s.csv:5:1:",
        "s.csv:6:9:",
      ])
  }

  @Test func doesNotMissWhatStandsInARowOutOfShape() {
    let text = "year,use,value\n1980,a,1\n1981,a,1,\n1980,b,1\n1981,b,1\n"
    #expect(Self.faults(text).count == 1)
  }
}
