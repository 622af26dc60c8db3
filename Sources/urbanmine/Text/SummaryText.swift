internal import UrbanMining

/// What `run` prints of one model.
struct SummaryText {
  private let results: SystemResults
  private let model: SystemModel
  private let summary: CycleSummary
  private let scenario: String?
  private let changes: [String]

  init(_ results: SystemResults, scenario: String?, changes: [String]) {
    self.results = results
    model = results.plan.model
    summary = CycleSummary(results)
    self.scenario = scenario
    self.changes = changes
  }

  var text: String {
    let tables =
      !hasUse ? flows.lines() : stockTable.isEmpty ? flowTable : flowTable + [""] + stockTable
    return [heading, tables, indicatorLines, shrinkingLines, [balanceLine], originLines, sentence]
      .filter { !$0.isEmpty }.joined(separator: [""]).joined(separator: "\n")
  }

  /// Whether there is a stock in service, whose cycle can be summed up.
  private var hasUse: Bool { model.hasStockInService }

  private var flows: FlowsText { FlowsText(results, periods: shown.map(\.period)) }

  private var heading: [String] {
    [
      model.header.title,
      "\(model.time.span), amounts in \(large.rawValue), flows in \(large.rawValue) per year; "
        + (hasUse ? "inflow enters use at \(model.timing.words)" : "no stock is in service"),
    ] + SummaryText.changeLines(scenario, changes)
  }

  /// What tells a result apart from that of the model as it stands.
  static func changeLines(_ scenario: String?, _ changes: [String]) -> [String] {
    (scenario.map { ["Scenario: \($0)"] } ?? [])
      + (changes.isEmpty ? [] : ["Changed: \(changes.joined(separator: "; "))"])
  }

  /// A unit in which the stock is read easily.
  private var large: MassUnit {
    hasUse
      ? MassUnit.readable(for: summary.rows.map(\.stock).max() ?? 0, in: model.header.unit)
      : flows.readableUnit
  }

  /// The first year, the last, and round years between: every year, fifth or tenth, by how many there are.
  private var shown: [CycleSummary.Row] {
    let count = model.time.count
    let step = count <= 12 ? 1.0 : count <= 40 ? 5 : 10
    return summary.rows.filter { row in
      let year = model.time.labels[row.period]
      return year.truncatingRemainder(dividingBy: step) == 0 || row.period == 0
        || row.period == count - 1
    }
  }

  private func amounts(_ value: (CycleSummary.Row) -> Double?) -> [String] {
    Figures.column(shown.map { row in value(row).map { model.header.unit.convert($0, to: large) } })
  }

  /// `kg/cap`
  private var perInhabitant: String { "\(model.header.unit.perInhabitant.rawValue)/cap" }

  private var flowTable: [String] {
    let years = shown.map { model.time.label(of: $0.period) }
    var columns = [("Year", years)]
    if model.hasRole(.primary) { columns.append(("Refined, primary + scrap", amounts(\.supply))) }
    columns += [("Into use", amounts(\.intoUse)), ("In use", amounts(\.stock))]
    if model.population != nil {
      columns.append(("In use, \(perInhabitant)", Figures.column(shown.map(\.perCapita))))
    }
    columns.append(("End of life", amounts(\.endOfLife)))
    let byRole: [(SystemModel.Role, String, (CycleSummary.Row) -> Double?)] = [
      (.oldScrap, "Old scrap", \.oldScrap), (.newScrap, "New scrap", \.newScrap),
      (.nonFunctional, "Into other cycles", \.nonFunctional), (.loss, "Losses", \.losses),
    ]
    columns += byRole.filter { model.hasRole($0.0) }.map { ($0.1, amounts($0.2)) }
    return table(columns)
  }

  /// The end uses to show, each as indices: all of them, or the largest at the end and the rest together.
  private var groups: [(name: String, members: [Int])] {
    let all = summary.endUses.indices
    guard all.count > 10, let last = summary.rows.last else {
      return all.map { (model.label(for: summary.endUses[$0]), [$0]) }
    }
    let ordered = all.sorted { last.stockByEndUse[$0] > last.stockByEndUse[$1] }
    return ordered.prefix(8).map { (model.label(for: summary.endUses[$0]), [$0]) }
      + [("\(all.count - 8) others", Array(ordered.dropFirst(8)))]
  }

  private var stockTable: [String] {
    guard summary.endUses.count > 1 else { return [] }
    var columns = [
      ("In use by \(summary.groupedBy)", shown.map { model.time.label(of: $0.period) })
    ]
    for group in groups {
      columns.append((group.name, amounts { row in sum(row.stockByEndUse, over: group.members) }))
    }
    if let last = shown.last, let population = model.population?[last.period] {
      let perCapita = groups.map { group in
        let stock = sum(last.stockByEndUse, over: group.members)
        return model.header.unit.convert(stock, to: model.header.unit.perInhabitant) / population
      }
      columns[0].1.append("\(model.time.label(of: last.period)), \(perInhabitant)")
      for (index, text) in Figures.column(perCapita).enumerated() {
        columns[index + 1].1.append(text)
      }
    }
    return table(columns)
  }

  private func sum(_ values: [Double], over members: [Int]) -> Double {
    members.reduce(0) { $0 + values[$1] }
  }

  private func table(_ columns: [(header: String, fields: [String])]) -> [String] {
    var table = TextTable(headers: columns.map(\.header))
    for row in columns[0].fields.indices { table.add(columns.map { $0.fields[row] }) }
    return table.lines()
  }

  private var indicatorLines: [String] {
    let names = [
      "eol_rr": "EOL-RR   end-of-life recycling rate, old scrap recycled / end of life",
      "eol_cr": "EOL-CR   collection rate, collected / end of life",
      "eol_pr": "EOL-PR   process efficiency, old scrap recycled / collected",
      "rc": "RC       recycled content, all scrap / supply",
      "osr": "OSR      old scrap ratio, old scrap / all scrap",
      "eol_rir": "EOL-RIR  end-of-life recycling input rate, old scrap / supply",
    ]
    let last = model.time.count - 1
    let known = RecyclingIndicators(results).all.filter { $0.values[last] != nil }
    guard !known.isEmpty else { return hasUse ? missingRoles : [] }
    let missing = missingRoles.isEmpty ? [] : missingRoles + [""]
    return missing + ["Indicators of \(model.time.label(of: last)) (UNEP IRP 2011)"]
      + known.map { indicator in
        let value = Figures.percent(indicator.values[last])
        return String(repeating: " ", count: max(0, 8 - value.count)) + value + "  "
          + (names[indicator.name] ?? indicator.name)
      }
  }

  /// Which roles no flow has, so that a reader knows why something is not there.
  private var missingRoles: [String] {
    let needed: [SystemModel.Role] = [.primary, .newScrap, .oldScrap, .collected, .loss]
    let missing = needed.filter { !model.hasRole($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return [] }
    let text =
      "No flow has the role \(missing.joined(separator: ", ")): indicators that need one are not known."
    return TextTable.wrapped(text, to: 96)
  }

  /// Stocks that must shrink faster than they wear out: by process, or by cell where they are few.
  private var shrinkingLines: [String] {
    let all = results.shrinkingStocks()
    guard !all.isEmpty else { return [] }
    let named = all.prefix(12).flatMap { stock -> [String] in
      let years = stock.periods.map { model.time.label(of: $0) }
      let elements = model.dimensions.compactMap { stock.elements[$0.name] }.map(model.label(for:))
      let place = elements.isEmpty ? "" : " (\(elements.joined(separator: ", ")))"
      let when =
        years.count <= 6
        ? years.joined(separator: ", ")
        : "\(years.count) years from \(years[0]) to \(years[years.count - 1])"
      let start =
        "The stock of \(model.label(for: stock.process))\(place) is to fall faster than it "
      switch stock.policy {
      case .keep:
        return TextTable.wrapped(start + "wears out: its inflow is negative in \(when).", to: 96)
      case .clip:
        let excess = Figures.short(model.header.unit.convert(stock.largestExcess, to: large))
        return TextTable.wrapped(
          start + "wears out: in \(when) nothing enters (negative_inflow: clip), and it lies up to "
            + "\(excess) \(large.rawValue) above what was asked for.", to: 96)
      }
    }
    return named + (all.count > 12 ? ["… and \(all.count - 12) more; --json lists them all."] : [])
  }

  private var balanceLine: String {
    let balance = results.balance
    let unit = model.header.unit.rawValue
    return "Mass balance of every process and year holds: largest residual "
      + "\(Figures.small(balance.maxResidual)) \(unit) (tolerance \(Figures.small(balance.tolerance)) "
      + "\(unit) for \(balance.worstProcess))"
  }

  private var originLines: [String] {
    var origins = model.inputs.map { (model.label(for: $0.name), $0.provenance) }
    for process in model.processes where process.lifetimes != nil {
      origins.append(("lifetimes of \(process.name)", process.provenance))
    }
    if let provenance = model.populationProvenance { origins.append(("population", provenance)) }
    return ["Where the numbers come from"]
      + origins.flatMap { name, provenance in
        let place = provenance.table.map { "table \($0)" } ?? "the model file"
        var lines = ["  \(name): \(place)" + (provenance.source.map { "; source \($0)" } ?? "")]
        if let assumption = provenance.assumption {
          lines += TextTable.wrapped("assumed: \(assumption)", to: 92).map { "    " + $0 }
        }
        return lines
      }
  }

  private var sentence: [String] {
    guard let share = summary.shareStillInUse else { return [] }
    let entered = model.header.unit.convert(summary.enteredUse, to: large)
    let text =
      "Of \(Figures.short(entered)) \(large.rawValue) \(model.header.material) that entered use since "
      + "\(model.time.label(of: 0)), \(Figures.fixed(share * 100, 0)) % is still in use (recycled metal "
      + "counts each time that it enters)."
    return TextTable.wrapped(text, to: 96)
  }
}
