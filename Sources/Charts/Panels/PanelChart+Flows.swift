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
    let gap = zip(inflow, outflow).map { (low: min($0, $1), high: max($0, $1)) }
    // A peak in the last year is no peak yet; its value stands beside the line.
    func peak(_ values: [Double], _ name: String, _ ink: Ink) -> [Layer] {
      let index = values.indices.max { values[$0] < values[$1] } ?? 0
      guard index < figures.last else { return [] }
      let text = Magnitude.text(values[index], unit: unit)
      let year = NumberFormat.year(figures.years[index])
      return [
        .note(
          Note(
            position: figures.years[index], value: values[index],
            text: "\(name): peak \(text) in \(year)", ink: ink, importance: values[index]))
      ]
    }
    // A model without scrap has nothing to draw there.
    let model = figures.model
    let hasScrap = model.hasRole(.oldScrap) || model.hasRole(.newScrap)
    let line = Line(
      id: "secondary", label: "Recycled, old and new scrap", ink: .secondary, values: secondary)
    let scrap =
      hasScrap ? [.line(line)] + peak(secondary, "Recycled", .secondary) : []
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
          "flows into and out of use" + (hasScrap ? " and scrap that became metal again" : ""),
          unit: unit)),
      kind: "Line chart",
      panels: [
        Panel(
          unit: unit, positions: figures.years,
          layers: [
            .band(
              Band(
                id: "addition", label: "Net addition to stock", ink: .addition,
                lower: gap.map(\.low), upper: gap.map(\.high))),
            .line(Line(id: "inflow", label: "Into use", ink: .primary, values: inflow)),
            .line(Line(id: "outflow", label: "End of life", ink: .spent, values: outflow)),
          ] + scrap + peak(inflow, "Into use", .primary) + peak(outflow, "End of life", .spent))
      ],
      message: "In \(figures.lastYear) the stock in use grew by "
        + Magnitude.text(added, unit: figures.unit.rawValue)
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
          .line(Line(id: "base", label: "Base case", ink: .reference, values: base)),
          .line(Line(id: name, label: name, ink: ink, values: other)),
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
            + "base case in grey", unit: flows.rate), footer: footer),
      kind: "Small multiples", panels: stocks + scrap,
      message: zip(scenarios, ends).map { scenario, end in
        "\(scenario.title): \(Magnitude.text(figures.shown(end), unit: figures.unit.rawValue)) in use"
      }.joined(separator: "; ") + ".",
      columns: max(1, scenarios.count))
  }

  /// An ensemble in words: the median, the half of all draws nearest to it, and nine in ten.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - unit: the unit of all values.
  ///   - years: the years.
  ///   - median: the value that half of the draws exceed, for each year.
  ///   - half: the quartiles, for each year.
  ///   - most: the 5 % and 95 % quantiles, for each year.
  ///   - projectedFrom: the first year of a projection, if there is one.
  public init(
    fan caption: Caption, unit: String, years: [Double], median: [Double],
    half: (low: [Double], high: [Double]), most: (low: [Double], high: [Double]),
    projectedFrom: Double? = nil
  ) throws(ChartError) {
    try self.init(
      caption: caption, kind: "Fan chart",
      panels: [
        Panel(
          unit: unit, positions: years,
          layers: [
            .band(
              Band(
                id: "most", label: "9 of 10 draws", ink: .primary, lower: most.low,
                upper: most.high, strength: 0.2)),
            .band(
              Band(
                id: "half", label: "5 of 10 draws", ink: .primary, lower: half.low,
                upper: half.high, strength: 0.45)),
            .line(
              Line(
                id: "median", label: "Median", ink: .primary, values: median,
                projectedFrom: projectedFrom)),
          ])
      ],
      message: "Half of all draws lie in the dark band, nine in ten in the light one.")
  }
}
