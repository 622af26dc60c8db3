internal import ModelFiles

/// What `impacts` prints.
struct ImpactsText {
  private let report: ImpactsReport
  private let title: String

  init(_ report: ImpactsReport, title: String) {
    self.report = report
    self.title = title
  }

  var text: String {
    let head = [
      "\(title): impacts of making the metal" + (report.scenario.map { ", scenario \($0)" } ?? "")
    ]
    let parts = report.indicators.flatMap { indicator in
      [
        yearTable(indicator), regionTable(indicator), leverTable(indicator),
        coefficients(indicator),
      ]
    }
    return ([head] + parts + [closing]).filter { !$0.isEmpty }.joined(separator: [""])
      .joined(separator: "\n")
  }

  private static func name(_ indicator: ImpactsReport.Indicator) -> String {
    indicator.indicator == "ced" ? "Cumulative energy demand" : "Greenhouse gases"
  }

  /// The first year, the last and round years between.
  private var shown: [Int] {
    let step = report.years.count <= 12 ? 1.0 : report.years.count <= 40 ? 5 : 10
    return report.years.indices.filter {
      report.years[$0].truncatingRemainder(dividingBy: step) == 0 || $0 == 0
        || $0 == report.years.count - 1
    }
  }

  private func yearTable(_ indicator: ImpactsReport.Indicator) -> [String] {
    func column(_ values: [Double]) -> [String] { Figures.column(shown.map { values[$0] }) }
    func range(_ series: ImpactsReport.Series) -> [String] {
      let ends = Figures.column(shown.map { series.low[$0] } + shown.map { series.high[$0] })
      return shown.indices.map { "\(ends[$0])–\(ends[$0 + shown.count])" }
    }
    var columns = [
      (
        "\(ImpactsText.name(indicator)), \(indicator.unit)",
        shown.map { Figures.plain(report.years[$0]) }
      )
    ]
    for flow in indicator.flows {
      columns.append((flow.name.replacing("_", with: " "), column(flow.values)))
    }
    columns += [
      ("All metal", column(indicator.total.values)), ("90 % of draws", range(indicator.total)),
      ("Saved by recycling", column(indicator.saved.values)),
      ("90 % of draws", range(indicator.saved)),
    ]
    var table = TextTable(headers: columns.map(\.0))
    for row in columns[0].1.indices { table.add(columns.map { $0.1[row] }) }
    return table.lines(headerWidth: 12) + oldScrap(indicator)
  }

  private func oldScrap(_ indicator: ImpactsReport.Indicator) -> [String] {
    guard let all = indicator.saved.values.last, let old = indicator.savedByOldScrap.last, all > 0,
      let year = report.years.last
    else { return [] }
    return [
      "Of what is saved in \(Figures.plain(year)), old scrap saves \(Figures.percent(old / all)); new scrap is a "
        + "loss of fabrication that comes back."
    ]
  }

  private func regionTable(_ indicator: ImpactsReport.Indicator) -> [String] {
    guard !indicator.regions.isEmpty else { return [] }
    var table = TextTable(
      headers: ["Who carries the burden", "Last year, \(indicator.unit)", "Share", "Share of use"])
    for region in indicator.regions {
      table.add([
        region.region, region.values.last.map(Figures.digits) ?? "–",
        Figures.percent(region.shareOfBurden), Figures.percent(region.shareOfUse),
      ])
    }
    return table.lines(headerWidth: 22)
  }

  private func leverTable(_ indicator: ImpactsReport.Indicator) -> [String] {
    guard !indicator.levers.isEmpty else { return [] }
    let unit = indicator.unit.replacing("/yr", with: "")
    var table = TextTable(
      headers: [
        "Avoided at the same service, \(unit)", "Since", "Avoided", "90 % of draws", "Of base",
      ])
    for lever in indicator.levers {
      table.add([
        lever.title, Figures.plain(lever.from), Figures.short(lever.avoided),
        "\(Figures.short(lever.low)) to \(Figures.short(lever.high))",
        Figures.percent(lever.base > 0 ? lever.avoided / lever.base : nil),
      ])
    }
    return table.lines(headerWidth: 24)
  }

  private func coefficients(_ indicator: ImpactsReport.Indicator) -> [String] {
    let unit = indicator.indicator == "ced" ? "MJ/kg" : "kg CO2-eq/kg"
    let figures = [
      ("metal from ore", indicator.primary), ("metal from scrap", indicator.secondary),
    ]
    let isMixed = indicator.primary.scope != indicator.secondary.scope
    return
      figures
      .flatMap { name, figure in
        TextTable.wrapped(
          "\(name): \(Figures.digits(figure.value)) \(unit) (\(Figures.digits(figure.low)) to "
            + "\(Figures.digits(figure.high))\(figure.isAssumed ? ", assumed" : ""); \(figure.scope); "
            + "\(figure.basis)). \(figure.note)", to: 94
        ).enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
      }
      + (isMixed
        ? TextTable.wrapped(
          "The two count different things: metal from scrap without collecting it and without making "
            + "its fuel and power, so what recycling saves is an upper bound.", to: 96) : [])
  }

  private var closing: [String] {
    TextTable.wrapped(
      "One coefficient holds for all years and places; what changed over time is in the ranges "
        + "(\(report.draws) draws, seed \(report.seed)). Saved: against making the recycled metal "
        + "from ore, kilogram for kilogram.", to: 96)
  }
}
