/// What a chart of scarcity shows, without where it comes from.
public struct ScarcityFigures: Sendable {
  /// A line over years.
  public struct Line: Sendable {
    public let label: String
    public let years: [Double]
    public let values: [Double]

    public init(_ label: String, years: [Double], values: [Double]) {
      self.label = label
      self.years = years
      self.values = values
    }
  }

  public let metal: String
  /// What is mined until a year, one line for each rate of growth.
  public let demand: [Line]
  /// Reserves and resources, level lines.
  public let levels: [(label: String, amount: Double)]
  /// Reserves by year, and what would be left of the first.
  public let reserves: Line?
  public let leftIfStock: Line?
  public let production: Line?
  /// Fitted curves of production.
  public let peaks: [Line]
  public let footer: String

  public init(
    metal: String, demand: [Line], levels: [(label: String, amount: Double)], reserves: Line?,
    leftIfStock: Line?, production: Line?, peaks: [Line], footer: String
  ) {
    self.metal = metal
    self.demand = demand
    self.levels = levels
    self.reserves = reserves
    self.leftIfStock = leftIfStock
    self.production = production
    self.peaks = peaks
    self.footer = footer
  }
}

extension PanelChart {
  /// Cumulative demand against reserves, reserves by year and contested peaks, in up to three panels.
  /// - Parameter figures: amounts in tonnes.
  public init(scarcity figures: ScarcityFigures) throws(ChartError) {
    // Side by side, since each has years of its own.
    var panels = [PanelChart.demandPanel(figures)]
    if let panel = PanelChart.reservePanel(figures) { panels.append(panel) }
    if let panel = PanelChart.peakPanel(figures) { panels.append(panel) }
    let first = figures.reserves?.values.first
    let last = figures.reserves?.values.last
    let title: String
    if let first, let last, let years = figures.reserves?.years, let from = years.first,
      let to = years.last, to > from
    {
      let verb = last > first ? "rose" : "fell"
      let change = NumberFormat.percent(abs(last / first - 1))
      title =
        "Reserves of \(figures.metal) \(verb) by \(change) from \(NumberFormat.year(from)) to "
        + "\(NumberFormat.year(to)) while they were mined"
    } else {
      title = "How long \(figures.metal) lasts depends on what is asked"
    }
    try self.init(
      caption: Caption(
        id: "scarcity", title: title,
        subtitle:
          "World, amounts as mined: demand under growth against reserves, reserves by year, "
          + "and logistic curves, which are contested",
        footer: figures.footer),
      kind: "Line charts", panels: panels,
      message: "None of these is a forecast: reserves are a working inventory.",
      columns: panels.count)
  }

  private static func demandPanel(_ figures: ScarcityFigures) -> Panel {
    // Beyond twice the largest level the lines of growth say nothing about it.
    let top = 2 * (figures.levels.map(\.amount).max() ?? .infinity)
    let all = figures.demand.first?.years ?? []
    let count = all.indices.first { place in
      figures.demand.contains { $0.values[place] > top }
    }
    let years = Array(all.prefix(max(2, count ?? all.count)))
    let inks: [Ink] = [.primary, .main, .spent, .addition]
    let levelInks: [Ink] = [.secondary, .reference]
    let lines = figures.demand.enumerated().map { index, line in
      Layer.line(
        Line(
          id: "growth\(index)", label: line.label, ink: inks[index % inks.count],
          values: line.values.prefix(years.count).map { $0 / 1e6 }))
    }
    let levels = figures.levels.enumerated().map { index, level in
      Layer.line(
        Line(
          id: level.label, label: level.label, ink: levelInks[min(index, 1)],
          values: years.map { _ in level.amount / 1e6 }))
    }
    return Panel(
      title: "Mined from now on", unit: "Mt, summed", positions: years, layers: levels + lines)
  }

  private static func reservePanel(_ figures: ScarcityFigures) -> Panel? {
    guard let reserves = figures.reserves, reserves.years.count > 1 else { return nil }
    var layers: [Layer] = []
    if let left = figures.leftIfStock, left.years == reserves.years {
      layers.append(
        .line(
          Line(
            id: "left", label: left.label, ink: .primary,
            values: left.values.map { max(0, $0) / 1e6 })))
    }
    layers.append(
      .line(
        Line(
          id: reserves.label, label: reserves.label, ink: .secondary,
          values: reserves.values.map { $0 / 1e6 })))
    return Panel(
      title: "Reserves by year", unit: "Mt of reserves", positions: reserves.years, layers: layers)
  }

  private static func peakPanel(_ figures: ScarcityFigures) -> Panel? {
    guard let production = figures.production, let years = figures.peaks.first?.years else {
      return nil
    }
    let known = Dictionary(zip(production.years, production.values)) { first, _ in first }
    let inks: [Ink] = [.addition, .secondary, .reference]
    let curves = figures.peaks.enumerated().map { index, line in
      Layer.line(
        Line(
          id: "peak\(index)", label: line.label, ink: inks[index % inks.count],
          values: line.values.map { $0 / 1e6 }, projectedFrom: production.years.last))
    }
    return Panel(
      title: "Production and logistic curves", unit: "Mt per year", positions: years,
      layers: curves + [
        .line(
          Line(
            id: "production", label: production.label, ink: .main,
            values: years.map { year in known[year].map { $0 / 1e6 } }))
      ])
  }
}
