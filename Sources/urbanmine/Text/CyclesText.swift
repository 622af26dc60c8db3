internal import UrbanMining

/// What `run --all` prints: the last year of several models in one table, a column for each.
struct CyclesText {
  private let results: [SystemResults]
  private let last: [(model: SystemModel, row: CycleSummary.Row?)]

  private let scenario: String?
  private let changes: [String]

  init(_ results: [SystemResults], scenario: String?, changes: [String]) {
    self.results = results
    self.scenario = scenario
    self.changes = changes
    last = results.map { (model: $0.plan.model, row: CycleSummary($0).rows.last) }
  }

  var text: String {
    var table = TextTable(headers: [""] + last.map { $0.model.header.material })
    for (name, fields) in rows { table.add([name] + fields) }
    let conventions = Set(results.map { $0.plan.model.timing.words }).sorted()
    let heading =
      [
        "World cycles in the last year of each model, Mt and Mt per year;",
        "inflow enters use at \(conventions.joined(separator: ", "))",
      ] + SummaryText.changeLines(scenario, changes) + [""]
    return (heading + table.lines() + ["", "Indicators as defined by UNEP IRP (2011)."])
      .joined(separator: "\n")
  }

  private var rows: [(String, [String])] {
    [
      ("Year", last.map { $0.model.time.label(of: $0.model.time.count - 1) }),
      ("Refined, primary + scrap", amounts(\.supply)), ("Into use", amounts(\.intoUse)),
      ("In use", amounts(\.stock)),
      ("In use, kg per capita", each { $0.row?.kilogramsPerCapita }),
      ("End of life", amounts(\.endOfLife)), ("Old scrap", amounts(\.oldScrap)),
      ("New scrap", amounts(\.newScrap)), ("Losses", amounts(\.losses)),
      ("EOL-RR, end-of-life recycling rate", indicator(\.recyclingRate)),
      ("EOL-CR, collection rate", indicator(\.collectionRate)),
      ("EOL-PR, process efficiency", indicator(\.processEfficiency)),
      ("RC, recycled content", indicator(\.recycledContent)),
      ("OSR, old scrap ratio", indicator(\.oldScrapRatio)),
      ("EOL-RIR, end-of-life recycling input rate", indicator(\.recyclingInputRate)),
    ]
  }

  private func amounts(_ value: @escaping (CycleSummary.Row) -> Double?) -> [String] {
    each { entry in
      entry.row.flatMap(value).map { entry.model.header.unit.convert($0, to: .megatonne) }
    }
  }

  /// A field for each model, all with one decimal.
  private func each(
    _ value: ((model: SystemModel, row: CycleSummary.Row?)) -> Double?
  ) -> [String] {
    last.map { entry in value(entry).map { Figures.fixed($0, 1) } ?? "–" }
  }

  private func indicator(_ values: (RecyclingIndicators) -> [Double?]) -> [String] {
    results.map { Figures.percent(values(RecyclingIndicators($0)).last ?? nil) }
  }
}
