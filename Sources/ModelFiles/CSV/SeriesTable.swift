/// Series over the same years, read from a table: the input of a stock calculation.
///
/// Four layouts are understood, told apart by the header:
/// ```
/// year,construction,transport         one row per year, one column per series
/// from,to,construction,transport      the same with the bounds of each period
/// year,region,end_use,value           tidy: one row per year and series
/// region,end_use,1980,1981,1982       one row per series, one column per year
/// ```
/// A table is tidy if its last column is called `value` and a dimension stands before it; its
/// series are named `region/end_use` and keep the order in which they first appear. Tidy tables may
/// have `from,to` as well. Where a row is a series, columns before the years may hold numbers about it, such
/// as those of its lifetime.
public struct SeriesTable: Hashable, Sendable {
  /// The file's name, for messages.
  public let name: String
  /// The years, and the bounds of the periods they name.
  public let periods: Periods
  /// The names of the series, no two alike.
  public let names: [String]
  /// The amounts, zero or more: `values[series][year]`.
  public let values: [[Double]]
  /// Numbers about the series by the name of their column, one for each series.
  public let facts: [String: [Double]]

  /// The years as they are labelled in the table; with `from,to`, each period's `from`.
  public var years: [Double] { periods.labels }
  /// The T + 1 bounds of the T periods, in years.
  public var bounds: [Double] { periods.bounds }

  /// Reads series from a file's bytes.
  /// - Parameters:
  ///   - bytes: CSV in UTF-8.
  ///   - name: what messages call the file.
  ///   - facts: columns that hold numbers about a series, where a row is one.
  /// - Throws: every fault of the table, those of its form and those of its contents together.
  public init(bytes: [UInt8], name: String, facts: [String] = []) throws(ModelFileError) {
    let (table, faults) = CSVTable.read(bytes: bytes, name: name)
    self = try SeriesTable.read(table, faults: faults, facts: facts)
  }

  /// Reads series from text.
  public init(text: String, name: String, facts: [String] = []) throws(ModelFileError) {
    try self.init(bytes: Array(text.utf8), name: name, facts: facts)
  }

  /// Reads series from a table.
  public init(_ table: CSVTable) throws(ModelFileError) {
    self = try SeriesTable.read(table, faults: [], facts: [])
  }

  init(
    name: String, periods: Periods, names: [String], values: [[Double]],
    facts: [String: [Double]] = [:]
  ) {
    self.facts = facts
    self.name = name
    self.periods = periods
    self.names = names
    self.values = values
  }

  private static func read(
    _ table: CSVTable, faults: [Fault], facts: [String]
  ) throws(ModelFileError) -> SeriesTable {
    if SeriesRows.fits(table) {
      var reader = SeriesRows(table: table, facts: facts, faults: faults)
      let series = reader.read()
      guard let series, reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
      return series
    }
    var reader = SeriesReader(table: table, faults: faults)
    let series = reader.read()
    guard let series, reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
    guard facts.isEmpty else {
      throw ModelFileError([
        table.fault(
          at: table.header[0],
          "the lifetime names \(facts.map { "'\($0)'" }.joined(separator: ", ")), which only a table with a row "
            + "for each series can have as columns",
          hint: "its header is like metal,\(facts.joined(separator: ",")),1980,1981")
      ])
    }
    return series
  }
}

extension SeriesTable {
  /// The periods of a table.
  public struct Periods: Hashable, Sendable {
    /// Where the bounds come from; a result names this as part of its convention.
    public enum Kind: String, Hashable, Sendable {
      /// Consecutive years: the year *y* is the period [y, y + 1).
      case calendarYears = "calendar years"
      /// Years with gaps: each stands for a period around it.
      case midpoints
      /// The table's own columns `from` and `to`.
      case bounds
    }

    /// Where the bounds come from.
    public let kind: Kind
    /// One label per period, increasing.
    public let labels: [Double]
    /// One more bound than periods, increasing; the period *t* is [bounds[t], bounds[t + 1]).
    public let bounds: [Double]

    /// Periods from their years, which must increase.
    ///
    /// Consecutive whole years are calendar years. Other years are the middles of periods whose
    /// inner bounds lie halfway between neighbours; the first and the last period are as long as
    /// the one beside them. So the years 2000, 2005, 2010, 2020, 2030, 2050 have the bounds 1997.5,
    /// 2002.5, 2007.5, 2015, 2025, 2040, 2055: those of flodym 1.1 (`UnevenTimeDim`), which can't
    /// do fewer than three years. Two years have periods of equal length here.
    public init(years: [Double]) {
      let isCalendar =
        years.allSatisfy { $0 == $0.rounded() }
        && zip(years, years.dropFirst()).allSatisfy { $1 - $0 == 1 }
      labels = years
      if isCalendar || years.count < 2 {
        kind = .calendarYears
        bounds = years + years.suffix(1).map { $0 + 1 }
        return
      }
      kind = .midpoints
      let inner = zip(years, years.dropFirst()).map { ($0 + $1) / 2 }
      let (first, last) = (inner[0], inner[inner.count - 1])
      if inner.count == 1 {
        let length = years[1] - years[0]
        bounds = [first - length, first, first + length]
      } else {
        bounds = [first - (inner[1] - first)] + inner + [last + (last - inner[inner.count - 2])]
      }
    }

    /// Periods that touch, from their bounds, which must increase.
    public init(bounds: [Double]) {
      kind = .bounds
      labels = Array(bounds.dropLast())
      self.bounds = bounds
    }
  }
}
