internal import UrbanMining

/// What `run --all` prints: the last year of several models side by side.
struct CyclesText {
  private let results: [SystemResults]

  init(_ results: [SystemResults]) {
    self.results = results
  }

  var text: String {
    let unit = MassUnit.megatonne
    let last = results.map { (model: $0.plan.model, row: CycleSummary($0).rows.last) }
    func amounts(_ value: (CycleSummary.Row) -> Double) -> [String] {
      Figures.column(
        last.map { entry in entry.row.map { entry.model.header.unit.convert(value($0), to: unit) } }
      )
    }
    func indicator(_ name: String) -> [String] {
      results.map { result in
        let values = RecyclingIndicators(result).all.first { $0.name == name }?.values
        return Figures.percent(values?.last ?? nil)
      }
    }
    let columns: [(String, [String])] = [
      ("Metal", last.map { $0.model.header.material }),
      ("Year", last.map { $0.model.time.label(of: $0.model.time.count - 1) }),
      ("Refined, primary + scrap", amounts(\.supply)), ("Into use", amounts(\.intoUse)),
      ("In use", amounts(\.stock)),
      ("In use, kg/cap", Figures.column(last.map { $0.row?.kilogramsPerCapita })),
      ("End of life", amounts(\.endOfLife)), ("Old scrap", amounts(\.oldScrap)),
      ("New scrap", amounts(\.newScrap)), ("Losses", amounts(\.losses)),
      ("EOL-RR", indicator("eol_rr")), ("RC", indicator("rc")), ("OSR", indicator("osr")),
      ("EOL-RIR", indicator("eol_rir")),
    ]
    var table = TextTable(headers: columns.map(\.0))
    for row in results.indices { table.add(columns.map { $0.1[row] }) }
    let conventions = Set(results.map { $0.plan.model.timing.words }).sorted()
    return
      ([
        "World cycles in the last year of each model, Mt and Mt per year; inflow enters use at "
          + conventions.joined(separator: ", "), "",
      ] + table.lines()
      + ["", "EOL-RR, RC, OSR, EOL-RIR as defined by UNEP IRP (2011); see 'urbanmine run METAL'."])
      .joined(separator: "\n")
  }
}
