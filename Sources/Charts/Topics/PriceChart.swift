extension PanelChart {
  /// Prices of a metal in money of the year and of 1998.
  /// - Parameters:
  ///   - metal: what the price is of.
  ///   - years: increasing.
  ///   - nominal: dollars per tonne.
  ///   - real: dollars of 1998 per tonne; nil where there is none.
  ///   - footer: source and program.
  public init(
    prices metal: String, years: [Double], nominal: [Double], real: [Double?], footer: String
  ) throws(ChartError) {
    let known = zip(years, real).compactMap { year, value in value.map { (year, $0) } }
    let highest = known.max { $0.1 < $1.1 }
    let title = highest.map {
      "\(metal.capitalizedFirst): dearest in \(NumberFormat.year($0.0)), at "
        + "\(NumberFormat.significant($0.1)) $ of 1998 per tonne"
    }
    try self.init(
      caption: Caption(
        id: "prices", title: title ?? "Unit value of \(metal)",
        subtitle: "Unit value of apparent consumption in the United States", footer: footer),
      kind: "Line chart",
      panels: [
        Panel(
          unit: "$ per tonne", positions: years,
          layers: [
            .line(
              Line(id: "nominal", label: "money of the year", ink: .reference, values: nominal)),
            .line(Line(id: "real", label: "money of 1998", ink: .primary, values: real)),
          ])
      ], message: "Two lines from \(NumberFormat.year(years.first ?? 0)) on.")
  }
}
