/// A chart of a quantity over years, divided into bands that lie on top of each other.
///
/// It is drawn from a zero baseline, the first band at the bottom. Each band carries its own label,
/// inside where it is thick enough, else beside the last year; a line marks the total.
///
/// ```swift
/// let chart = try StackedAreaChart(
///   title: "Copper in use passed 400 Mt in 2013",
///   subtitle: "In-use stock by end use, Mt copper, world, 1900–2020, inflow at mid-year",
///   footer: "Source: USGS DS 140; model copper 1.0",
///   unit: "Mt", years: [2018, 2019, 2020],
///   bands: [.init(id: "construction", label: "Construction", values: [170, 176, 181])])
/// let document = chart.svg(size: .page, theme: .light)
/// ```
public struct StackedAreaChart: Hashable, Sendable {
  /// One layer of the stack.
  public struct Band: Hashable, Sendable {
    /// The identifier, which decides the colour: well-known end uses have the same one everywhere.
    public let id: String
    /// What readers see.
    public let label: String
    /// One value for each year in the chart's unit, finite and not negative.
    public let values: [Double]

    /// A band; its values are checked by the chart.
    public init(id: String, label: String, values: [Double]) {
      self.id = id
      self.label = label
      self.values = values
    }
  }

  /// The prefix of identifiers in the file; differs between charts that stand on one page.
  public let id: String
  /// The finding, in a sentence.
  public let title: String
  /// Quantity, unit, region, years and convention; may be empty.
  public let subtitle: String
  /// Source, scenario and version; may be empty.
  public let footer: String
  /// The unit of all values, shown on the axis and behind every number.
  public let unit: String
  /// The years, increasing; they need not be evenly spaced.
  public let years: [Double]
  /// The bands from the bottom up.
  public let bands: [Band]
  /// The sum over the bands for each year.
  public let totals: [Double]
  /// From this year on the values are projected: the line of the total is dashed; nil if none is.
  public let projectedFrom: Double?

  /// Checks the data and makes a chart.
  ///
  /// - Throws: every fault of the data at once: blank title, unit or band label; no years or bands;
  ///   years that don't increase; bands of the same identifier or another length than the years;
  ///   values that are negative or not finite; totals above 1e300.
  /// - Complexity: O(years · bands).
  public init(
    id: String = "stock", title: String, subtitle: String, footer: String, unit: String,
    years: [Double], bands: [Band], projectedFrom: Double? = nil
  ) throws(ChartError) {
    var faults = StackedAreaChart.faults(title: title, unit: unit, years: years)
    faults += StackedAreaChart.faults(bands: bands, years: years)
    let totals = years.indices.map { index in
      bands.reduce(0) { $0 + ($1.values.count > index ? $1.values[index] : 0) }
    }
    if faults.isEmpty {
      faults = zip(years, totals).filter { $1 > 1e300 }.map { .totalTooLarge(year: $0.0) }
    }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.footer = footer
    self.unit = unit
    self.years = years
    self.bands = bands
    self.totals = totals
    self.projectedFrom = projectedFrom
  }

  /// The same with calendar years.
  ///
  /// - Throws: as the initializer with `Double` years.
  public init(
    id: String = "stock", title: String, subtitle: String, footer: String, unit: String,
    years: [Int], bands: [Band]
  ) throws(ChartError) {
    try self.init(
      id: id, title: title, subtitle: subtitle, footer: footer, unit: unit,
      years: years.map(Double.init), bands: bands)
  }

  /// The chart as the text of an SVG file, byte for byte the same for the same chart.
  ///
  /// - Complexity: O((years + width of the chart) · bands).
  public func svg(size: ChartSize = .slide, theme: Theme = .light) -> String {
    SVGWriter.document(drawing(size: size, theme: theme))
  }

  /// The chart in words, for those who can't see it: kind, data, finding, total, every band.
  public var alternativeText: String {
    let last = years.count - 1
    let (from, to) = (NumberFormat.year(years[0]), NumberFormat.year(years[last]))
    var text = "Stacked area chart of \(subtitle.isEmpty ? unit : subtitle). \(title). "
    let total = Magnitude.text(totals[last], unit: unit)
    if last == 0 {
      text += "The total is \(total) in \(to). "
    } else {
      let start = Magnitude.text(totals[0], unit: unit)
      text += "The total is \(start) in \(from) and \(total) in \(to). "
    }
    let parts = bands.indices.map { "\(bands[$0].label) \(valueText(band: $0))" }
    return text + "Bands from bottom to top in \(to): " + parts.joined(separator: ", ") + "."
  }

  /// The last value of a band with its share of the total: "183 Mt (39 %)".
  func valueText(band: Int) -> String {
    let index = years.count - 1
    let value = bands[band].values[index]
    let text = Magnitude.text(value, unit: unit)
    guard value > 0 else { return text }
    return text + " (\(NumberFormat.percent(value / totals[index])))"
  }

  private static func faults(title: String, unit: String, years: [Double]) -> [ChartError.Fault] {
    var faults: [ChartError.Fault] = []
    if title.isBlank { faults.append(.missingText(name: "title")) }
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    return faults + ChartError.faults(ofYears: years)
  }

  private static func faults(bands: [Band], years: [Double]) -> [ChartError.Fault] {
    var faults: [ChartError.Fault] = []
    var seen = Set<String>()
    if bands.isEmpty { faults.append(.noBands) }
    for band in bands {
      let name = band.id
      if name.isBlank { faults.append(.missingText(name: "identifier of a band")) }
      if band.label.isBlank { faults.append(.missingText(name: "label of band '\(name)'")) }
      if !seen.insert(name).inserted { faults.append(.duplicateBand(id: name)) }
      if band.values.count != years.count {
        faults.append(
          .unequalLengths(band: name, values: band.values.count, years: years.count))
      }
      for (year, value) in zip(years, band.values) {
        if !value.isFinite {
          faults.append(.notFinite(band: name, year: year, value: value))
        } else if value < 0 {
          faults.append(.negative(band: name, year: year, value: value))
        }
      }
    }
    return faults
  }
}

extension StackedAreaChart: ChartContent {
  /// Title, subtitle and footer.
  public var caption: Caption { Caption(id: id, title: title, subtitle: subtitle, footer: footer) }

  /// One row for each band and year.
  public var table: DataTable {
    DataTable(
      columns: ["year", "series", "label", "unit", "value"],
      rows: bands.flatMap { band in
        zip(years, band.values).map { year, value in
          [.number(year), .text(band.id), .text(band.label), .text(unit), .number(value)]
        }
      })
  }

  var vegaLite: VegaLite? {
    // From the top down, as the bands lie.
    let colors = Array(
      zip(bands.map(\.label), Palette(.light).colors(for: bands.map(\.id))).reversed())
    return VegaLite(
      mark: ["type": "area"],
      encoding: [
        "x": VegaLite.channel("year", .quantitative, [.init(key: "axis", value: ["format": "d"])]),
        "y": VegaLite.channel(
          "value", .quantitative,
          [.init(key: "stack", value: "zero"), .init(key: "title", value: .string(unit))]),
        "color": VegaLite.channel(
          "label", .nominal,
          [
            .init(key: "scale", value: VegaLite.scale(colors)), .init(key: "title", value: .null),
          ]),
      ], more: [.init(key: "width", value: 640), .init(key: "height", value: 380)])
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    StackedAreaLayout(self, size: size, theme: theme).drawing
  }
}
