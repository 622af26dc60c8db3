/// How old a stock is: what is left of each cohort in each year, and the ages in chosen years.
public struct CohortChart: Hashable, Sendable {
  public let caption: Caption
  /// The unit of all amounts.
  public let unit: String
  /// The years of the horizontal axis.
  public let years: [Double]
  /// The groups of cohorts, oldest first: the first and the last year of entry.
  public let cohorts: [ClosedRange<Double>]
  /// What is left of each group at the end of each year: `amounts[cohort][year]`.
  public let amounts: [[Double]]
  /// The years whose ages are drawn beside it, as indices.
  public let chosen: [Int]

  /// Checks the data and makes a chart.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - unit: the unit of all amounts.
  ///   - years: the years, increasing.
  ///   - cohorts: the groups of cohorts, oldest first.
  ///   - amounts: what is left of each group at the end of each year.
  ///   - chosen: the years whose ages are drawn beside it, as indices.
  /// - Throws: every fault of the data at once.
  public init(
    caption: Caption, unit: String, years: [Double], cohorts: [ClosedRange<Double>],
    amounts: [[Double]], chosen: [Int]
  ) throws(ChartError) {
    var faults = caption.faults + ChartError.faults(ofYears: years)
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    if cohorts.isEmpty || amounts.count != cohorts.count { faults.append(.noBands) }
    for (cohort, row) in zip(cohorts, amounts) {
      let name = CohortChart.name(of: cohort)
      if row.count != years.count {
        faults.append(.unequalLengths(band: name, values: row.count, years: years.count))
      }
      for (year, value) in zip(years, row) {
        if !value.isFinite { faults.append(.notFinite(band: name, year: year, value: value)) }
        if value < 0 { faults.append(.negative(band: name, year: year, value: value)) }
      }
    }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.caption = caption
    self.unit = unit
    self.years = years
    self.cohorts = cohorts
    self.amounts = amounts
    self.chosen = chosen.filter { years.indices.contains($0) }
  }

  /// `1960–1969`, or one year.
  static func name(of cohort: ClosedRange<Double>) -> String {
    let (first, last) = (NumberFormat.year(cohort.lowerBound), NumberFormat.year(cohort.upperBound))
    return first == last ? first : "\(first)–\(last)"
  }
}

extension CohortChart: ChartContent {
  /// Kind, finding and the oldest and youngest parts of the last year.
  public var alternativeText: String {
    let last = years.count - 1
    let parts = zip(cohorts, amounts).filter { $0.1[last] > 0 }.map { cohort, row in
      "\(CohortChart.name(of: cohort)) \(Magnitude.text(row[last], unit: unit))"
    }
    return "Heat map of \(caption.subtitle). \(caption.title). Left in "
      + "\(NumberFormat.year(years[last])) by years of entry: " + parts.joined(separator: ", ")
      + "."
  }

  /// One row for each group of cohorts and year since its entry.
  public var table: DataTable {
    DataTable(
      columns: ["year", "entered_from", "entered_to", "unit", "value"],
      rows: zip(cohorts, amounts).flatMap { cohort, row in
        zip(years, row).filter { $0.0 >= cohort.lowerBound }.map { year, value in
          [
            .number(year), .number(cohort.lowerBound), .number(cohort.upperBound), .text(unit),
            .number(value),
          ]
        }
      })
  }

  var vegaLite: VegaLite? {
    VegaLite(
      mark: ["type": "rect"],
      encoding: [
        "x": VegaLite.channel("year", .ordinal),
        "y": VegaLite.channel("entered_from", .ordinal, [.init(key: "sort", value: "descending")]),
        "color": VegaLite.channel(
          "value", .quantitative, [.init(key: "title", value: .string(unit))]),
      ], more: [.init(key: "width", value: 900), .init(key: "height", value: 380)])
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    drawing(CohortLayout(self, size: size, theme: theme).marks, size: size, theme: theme)
  }
}
