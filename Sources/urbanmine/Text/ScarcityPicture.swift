internal import Charts
internal import ModelFiles

extension Chart {
  /// The chart of a report on scarcity.
  static func scarcity(_ report: ScarcityReport) throws -> Chart {
    let demand = report.demand.map {
      ScarcityFigures.Line(
        "growth " + Figures.percent($0.growth), years: $0.years.map(Double.init),
        values: $0.cumulative)
    }
    let levels = report.ranges.filter {
      $0.staticYears != nil && $0.quantity != "undiscovered_resources"
    }
    .map { (ScarcityText.kind($0.quantity).lowercased(), $0.amount.amount) }
    let years = report.reservesByYear.map { Double($0.year) }
    let left = report.reservesByYear.compactMap(\.ifReservesWereAStock)
    let history = try Library.metals.history(of: report.metal)
    let curveYears = history.first.map { first in
      stride(from: first.year, through: 2100, by: 1).map { $0 }
    }
    let sources = try Library.chartContext(scenario: nil).sources
    let names = report.sources.map { sources[$0] ?? $0 }
    return .panels(
      try PanelChart(
        scarcity: ScarcityFigures(
          metal: report.metal, demand: demand, levels: levels,
          reserves: years.count > 1
            ? .init("reserves", years: years, values: report.reservesByYear.map(\.reserves)) : nil,
          leftIfStock: left.count == years.count
            ? .init("left if they were a stock", years: years, values: left) : nil,
          production: history.isEmpty
            ? nil
            : .init(
              "production", years: history.map(\.year), values: history.map(\.production)),
          peaks: report.peaks.map { peak in
            .init(
              peak.ultimateFrom, years: curveYears ?? [],
              values: (curveYears ?? []).map { peak.production(in: $0) })
          },
          footer: "Sources: \(names.joined(separator: "; ")). Made by \(programName).")))
  }
}
