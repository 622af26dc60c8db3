internal import UrbanMining

/// What `compare` prints: base and scenarios side by side.
struct ComparisonText {
  private let comparison: ScenarioComparison
  private let periods: [Int]
  private let model: SystemModel
  /// A unit in which the stock is read easily.
  private let large: MassUnit
  /// Where no stock is in service, the flows and stocks of each lane.
  private let parts: [Int: [(name: String, values: [Double])]]

  init(_ comparison: ScenarioComparison, periods: [Int]) {
    self.comparison = comparison
    self.periods = periods
    model = comparison.results.plan.model
    let outcomes = [comparison.base] + comparison.scenarios
    let amounts =
      model.hasStockInService
      ? comparison.base.stock : outcomes.flatMap(\.parts).flatMap { $0.values.compactMap { $0 } }
    large = MassUnit.readable(for: amounts.max() ?? 0, in: model.header.unit)
    parts = Dictionary(
      outcomes.map { outcome in
        let kinds = [Series.Kind.flow, .stock].map { kind in
          outcome.parts.filter { $0.kind == kind }
        }
        return (
          outcome.lane, kinds.flatMap { FlowRows($0, of: comparison.results.plan.model).rows }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  var text: String {
    let parts = zip(comparison.scenarios, comparison.attributions).flatMap { outcome, attribution in
      attribution.map { AttributionText($0, outcome, model, large).lines } ?? []
    }
    return (heading + periods.flatMap(tables) + [""] + primaryLines + [""] + peakLines + parts)
      .joined(separator: "\n")
  }

  private var heading: [String] {
    var table = TextTable(headers: ["Scenario", "from", ""], wordColumns: 3)
    for outcome in comparison.scenarios {
      table.add([
        outcome.name, outcome.firstChange.map { model.time.label(of: $0) } ?? "–",
        outcome.firstChange == nil
          ? "changes nothing" : outcome.title == outcome.name ? "" : outcome.title,
      ])
    }
    return [
      "\(model.header.title): scenarios beside the base",
      "\(model.time.span), amounts in \(large.rawValue), flows in \(large.rawValue) per year; "
        + (model.hasStockInService
          ? "inflow enters use at \(model.timing.words)"
          : "no stock is in service: flows, and what is held at the end of a year"),
      "",
    ] + table.lines()
  }

  /// The scenarios that stand side by side in one table.
  private var groups: [ArraySlice<ScenarioOutcome>] {
    let all = comparison.scenarios
    return stride(from: 0, to: all.count, by: 3).map { all[$0..<min($0 + 3, all.count)] }
  }

  // MARK: - Years

  /// Base and scenarios in one year, each scenario with its difference.
  private func tables(of period: Int) -> [String] {
    groups.flatMap { table(of: period, $0) }
  }

  private func table(of period: Int, _ scenarios: ArraySlice<ScenarioOutcome>) -> [String] {
    var columns = ["In \(model.time.label(of: period))", "base"]
    for outcome in scenarios { columns += [outcome.name, "± base"] }
    var table = TextTable(headers: columns)
    for (name, values) in amountRows(scenarios) {
      let base = amount(values(comparison.base), period)
      var fields = [name, Figures.fixed(base, decimals)]
      for outcome in scenarios {
        let value = amount(values(outcome), period)
        fields += [Figures.fixed(value, decimals), relative(value - base, base)]
      }
      table.add(fields)
    }
    for (name, ratio) in ratioRows {
      guard let base = ratio(comparison.base.indicators)[period] else { continue }
      var fields = [name, Figures.percent(base)]
      for outcome in scenarios {
        let value = ratio(outcome.indicators)[period]
        let points = value.map { Figures.signed(($0 - base) * 100, 1) + " pp" } ?? "–"
        fields += [Figures.percent(value), points]
      }
      table.add(fields)
    }
    return [""] + table.lines(headerWidth: 18)
  }

  private typealias Amounts = (ScenarioOutcome) -> [Double]

  private func amountRows(_ scenarios: ArraySlice<ScenarioOutcome>) -> [(String, Amounts)] {
    guard model.hasStockInService else { return partRows }
    let isServing = scenarios.contains { $0.service != $0.stock }
    var rows: [(String, Amounts)] = [("In use", { $0.stock })]
    if isServing { rows.append(("Service of it, as base", { $0.service })) }
    rows += [("Into use", { perYear($0.intoUse) }), ("End of life", { perYear($0.endOfLife) })]
    if model.hasRole(.oldScrap) { rows.append(("Old scrap", { perYear($0.oldScrap) })) }
    if model.hasRole(.newScrap) { rows.append(("New scrap", { perYear($0.newScrap) })) }
    if model.hasRole(.loss) { rows.append(("Losses", { perYear($0.losses) })) }
    if model.hasRole(.primary) { rows.append(("Primary", { perYear($0.primary ?? []) })) }
    return rows
  }

  /// The flows and stocks of a system in which nothing is in service.
  private var partRows: [(String, Amounts)] {
    (parts[comparison.base.lane] ?? []).enumerated().map { index, row in
      (row.name, { parts[$0.lane]?[index].values ?? [] })
    }
  }

  private var ratioRows: [(String, (RecyclingIndicators) -> [Double?])] {
    [
      ("EOL-RR, recycled / EOL", \.recyclingRate), ("EOL-CR, collected / EOL", \.collectionRate),
      ("RC, scrap / supply", \.recycledContent),
    ]
  }

  private func perYear(_ amounts: [Double]) -> [Double] {
    amounts.indices.map { amounts[$0] / model.time.length(of: $0) }
  }

  private func amount(_ values: [Double], _ period: Int) -> Double {
    model.header.unit.convert(values[period], to: large)
  }

  /// As many decimals as three digits of the smallest flow that matters need.
  private var decimals: Int {
    let flows =
      model.hasStockInService
      ? perYear(comparison.base.intoUse) : partRows.map { $0.1(comparison.base).max() ?? 0 }
    let matters = model.hasStockInService ? flows.max() : flows.filter { $0 > 0 }.min()
    let flow = model.header.unit.convert(matters ?? 0, to: large)
    return flow >= 100 ? 0 : flow >= 10 ? 1 : flow >= 1 ? 2 : 3
  }

  private func relative(_ difference: Double, _ base: Double) -> String {
    guard base != 0 else { return difference == 0 ? "0 %" : "–" }
    return Figures.signed(difference / base * 100, 1) + " %"
  }

  // MARK: - Primary metal

  private var primaryLines: [String] {
    guard let base = comparison.base.primary else {
      return ["No flow has the role primary: whether any primary metal is saved is not known."]
    }
    let last = model.time.label(of: model.time.count - 1)
    let hasEquivalent = comparison.sameService.contains { $0 != nil }
    var table = TextTable(
      headers: ["Primary metal to \(last)", "since", "base", "scenario", "saved"]
        + (hasEquivalent ? ["for the same service", "saved by it"] : []))
    for (outcome, equivalent) in zip(comparison.scenarios, comparison.sameService) {
      guard let start = outcome.firstChange, let own = outcome.primary else { continue }
      func sum(_ series: [Double]) -> Double { series[start...].reduce(0, +) }
      func text(_ value: Double?) -> String {
        value.map { Figures.short(model.header.unit.convert($0, to: large)) } ?? "–"
      }
      let saved = isGiven(own, base) ? 0 : sum(base) - sum(own)
      table.add(
        [
          outcome.name, model.time.label(of: start), text(sum(base)), text(sum(own)), text(saved),
        ] + (hasEquivalent ? [text(equivalent?.primary), text(equivalent?.saved)] : []))
    }
    return table.lines(headerWidth: 14) + TextTable.wrapped(primaryNote(base, last), to: 96)
  }

  private func primaryNote(_ base: [Double], _ last: String) -> String {
    var notes: [String] = []
    if comparison.scenarios.allSatisfy({ isGiven($0.primary ?? base, base) }) {
      notes.append(
        "The supply of primary metal is given, so no scenario saves any: what changes is how much is "
          + "in use.")
    }
    if comparison.sameService.contains(where: { $0 != nil }) {
      notes.append(
        "'For the same service' is the primary metal that, with the changes of the scenario, would "
          + "have given the service of the base in \(last): all given amounts are scaled from the first "
          + "changed year on.")
    }
    return notes.joined(separator: " ")
  }

  /// Whether a scenario takes the primary metal of the base.
  private func isGiven(_ primary: [Double], _ base: [Double]) -> Bool {
    zip(primary, base).allSatisfy { abs($0 - $1) <= 1e-12 * abs($1) }
  }

  // MARK: - Peaks

  private var peakLines: [String] {
    let lines = groups.map(peaks)
    let isRising = lines.contains { $0.contains { $0.contains("→") } }
    return lines.joined(separator: [""]) + (isRising ? ["→ still rising in the last year"] : [])
  }

  private func peaks(of scenarios: ArraySlice<ScenarioOutcome>) -> [String] {
    let inUse: [(String, Amounts)] = [
      ("In use", { $0.stock }), ("Into use", { perYear($0.intoUse) }),
      ("End of life", { perYear($0.endOfLife) }), ("Primary", { perYear($0.primary ?? []) }),
      ("Losses", { perYear($0.losses) }),
    ]
    let rows = model.hasStockInService ? inUse : partRows
    var table = TextTable(headers: ["Highest in", "base"] + scenarios.map(\.name))
    for (name, values) in rows {
      let peaks = ([comparison.base] + scenarios).map { Peak(of: values($0)) }
      guard peaks.contains(where: { ($0?.value ?? 0) > 0 }) else { continue }
      table.add(
        [name]
          + peaks.map { peak in
            guard let peak else { return "–" }
            return model.time.label(of: peak.period) + (peak.isAtEnd ? " →" : "  ")
          })
    }
    return table.lines(headerWidth: 18)
  }
}

extension ScenarioComparison {
  /// The last period and, for up to three scenarios, the two round decades before it, as far as one has
  /// changed by then.
  var tellingPeriods: [Int] {
    let time = results.plan.model.time
    let start = scenarios.compactMap(\.firstChange).min() ?? 0
    let last = time.count - 1
    let decades = (start..<last).filter {
      $0 > start && time.labels[$0].truncatingRemainder(dividingBy: 10) == 0
    }
    return (scenarios.count > 3 ? [] : decades.suffix(2)) + [last]
  }
}
