public import UrbanMining

extension PanelChart {
  /// What enters use, what leaves it, the gap between them, and the scrap that comes back.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - context: what the footer says beside the model.
  public init(
    flowsOf results: SystemResults, lane: Int = 0, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .flow)
    let inflow = figures.perYear(results.intoUse(lane: lane))
    let outflow = figures.perYear(results.endOfLife(lane: lane))
    let secondary = figures.secondary
    let unit = figures.rate
    let hasScrap = figures.model.hasRole(.oldScrap) || figures.model.hasRole(.newScrap)
    let gap = zip(inflow, outflow).map { (low: min($0, $1), high: max($0, $1)) }
    // A peak in the last year is no peak yet; its value stands beside the line.
    func peak(_ values: [Double], _ name: String, _ ink: Ink) -> [Layer] {
      let index = values.indices.max { values[$0] < values[$1] } ?? 0
      guard index < figures.last, values[index] > 0 else { return [] }
      let text = Magnitude.text(values[index], unit: unit)
      let year = NumberFormat.year(figures.years[index])
      return [
        .note(
          Note(
            position: figures.years[index], value: values[index],
            text: "\(name): peak \(text) in \(year)", ink: ink, importance: values[index]))
      ]
    }
    func line(_ id: String, _ label: String, _ ink: Ink, _ values: [Double]) -> Layer {
      .line(
        Line(
          id: id, label: label, ink: ink, values: values, projectedFrom: context.projectedFrom))
    }
    let added = figures.shown(
      results.inUseStock(lane: lane)[figures.last]
        - (figures.last > 0 ? results.inUseStock(lane: lane)[figures.last - 1] : 0))
    let (entered, left) = (
      Magnitude.text(inflow[figures.last], unit: figures.unit.rawValue),
      Magnitude.text(outflow[figures.last], unit: figures.unit.rawValue)
    )
    try self.init(
      caption: figures.caption(
        "flows",
        title: "\(entered) of \(figures.metal) entered use in \(figures.lastYear), \(left) left it",
        subtitle: figures.subtitle(
          hasScrap
            ? "flows into and out of use and scrap that became metal again"
            : "flows into and out of use", unit: unit)
          + context.projection(in: figures.years)),
      kind: "Line chart",
      panels: [
        Panel(
          unit: unit, positions: figures.years,
          layers: [
            .band(
              Band(
                id: "addition", label: "Net addition to stock", ink: .addition,
                lower: gap.map(\.low), upper: gap.map(\.high))),
            line("inflow", "Into use", .primary, inflow),
            line("outflow", "End of life", .spent, outflow),
          ]
            + (hasScrap
              ? [line("secondary", "Recycled, old and new scrap", .secondary, secondary)] : [])
            + peak(inflow, "Into use", .primary) + peak(outflow, "End of life", .spent)
            + (hasScrap ? peak(secondary, "Recycled", .secondary) : []))
      ],
      message: "In \(figures.lastYear) the stock in use changed by "
        + "\(NumberFormat.signed(added)) \(figures.unit.rawValue)"
        + (hasScrap
          ? ", and \(Magnitude.text(secondary[figures.last], unit: figures.unit.rawValue)) of scrap "
            + "became metal again." : "."))
  }

  /// Stock in use and recycled old scrap under several scenarios, each beside the base case in grey.
  /// - Parameters:
  ///   - base: the model as it stands, solved.
  ///   - scenarios: the title of each scenario with its results.
  ///   - context: what the footer says beside the model.
  public init(
    compare base: SystemResults, with scenarios: [(title: String, results: SystemResults)],
    context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(base, lane: 0, context: context, kind: .stock)
    let flows = CycleFigures(base, lane: 0, context: context, kind: .flow)
    func panel(
      _ title: String, heading: String, _ unit: String, _ base: [Double], _ other: [Double],
      _ ink: Ink, _ name: String
    ) -> Panel {
      let last = figures.last
      let change = base[last] > 0 ? other[last] / base[last] - 1 : 0
      return Panel(
        title: heading, name: "\(title): \(name.lowercased())", unit: unit,
        positions: figures.years,
        layers: [
          .line(
            Line(
              id: "base", label: "Base case", ink: .reference, values: base,
              projectedFrom: context.projectedFrom)),
          .line(
            Line(
              id: name, label: name, ink: ink, values: other,
              projectedFrom: context.projectedFrom)),
          .note(
            Note(
              position: figures.years[last], value: other[last],
              text: "\(Magnitude.text(other[last], unit: unit)), \(NumberFormat.change(change))",
              ink: ink)),
        ])
    }
    let stocks = scenarios.map { title, results in
      panel(
        title, heading: title, figures.unit.rawValue, base.inUseStock().map(figures.shown),
        results.inUseStock().map(figures.shown), .primary, "Stock in use")
    }
    let scrap = scenarios.map { title, results in
      panel(
        title, heading: "", flows.rate, flows.perYear(base.total(of: .oldScrap)),
        flows.perYear(results.total(of: .oldScrap)), .secondary, "Recycled old scrap")
    }
    let ends = scenarios.map { $0.results.inUseStock()[figures.last] }
    let baseEnd = base.inUseStock()[figures.last]
    let widest = ends.indices.max { abs(ends[$0] - baseEnd) < abs(ends[$1] - baseEnd) }
    let title: String
    if let widest, baseEnd > 0 {
      let change = NumberFormat.change(ends[widest] / baseEnd - 1)
      title = "\(scenarios[widest].title): \(change) \(figures.metal) in use in \(figures.lastYear)"
    } else {
      title = "\(figures.metal.capitalizedFirst) in use"
    }
    let footer = context.footer(figures.model, scenarios: ["base case"] + scenarios.map(\.title))
    try self.init(
      caption: Caption(
        id: "compare", title: title,
        subtitle: figures.subtitle(
          "stock in use, \(figures.unit.rawValue), and recycled old scrap under each scenario, "
            + "base case in grey", unit: flows.rate) + context.projection(in: figures.years),
        footer: footer),
      kind: "Small multiples", panels: stocks + scrap,
      message: zip(scenarios, ends).map { scenario, end in
        "\(scenario.title): \(Magnitude.text(figures.shown(end), unit: figures.unit.rawValue)) in use"
      }.joined(separator: "; ") + ".",
      columns: max(1, scenarios.count))
  }
}
