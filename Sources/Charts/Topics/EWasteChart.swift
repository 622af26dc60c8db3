public import UrbanMining

extension PanelChart {
  /// What is put on the market and becomes waste, year by year, and what is collected of it.
  public struct EWasteSeries: Hashable, Sendable {
    public let years: [Double]
    public let putOnMarket: [Double]
    public let generated: [Double]
    /// By the density method; nil where a lifetime has no density.
    public let generatedByDensity: [Double?]
    public let collected: [Double]
    /// Shares from 0 to 1; nil where there is nothing to divide by.
    public let rateOfGenerated: [Double?]
    public let rateOfMarket: [Double?]

    public init(
      years: [Double], putOnMarket: [Double], generated: [Double], generatedByDensity: [Double?],
      collected: [Double], rateOfGenerated: [Double?], rateOfMarket: [Double?]
    ) {
      self.years = years
      self.putOnMarket = putOnMarket
      self.generated = generated
      self.generatedByDensity = generatedByDensity
      self.collected = collected
      self.rateOfGenerated = rateOfGenerated
      self.rateOfMarket = rateOfMarket
    }
  }

  /// E-waste by year beside the market, and the collection rate by two definitions.
  /// - Parameters:
  ///   - series: amounts in the unit of the model per year.
  ///   - model: what the footer names.
  ///   - context: what the footer says beside the model.
  public init(
    ewaste series: EWasteSeries, model: SystemModel, context: ChartContext
  ) throws(ChartError) {
    let last = NumberFormat.year(series.years.last ?? 0)
    let share = zip(series.generated, series.putOnMarket).suffix(1).first.flatMap {
      $0.1 > 0 ? $0.0 / $0.1 : nil
    }
    let title = share.map {
      "In \(last) as much became waste as \(NumberFormat.percent($0)) of what was put on the market"
    }
    func percent(_ values: [Double?]) -> [Double?] { values.map { $0.map { $0 * 100 } } }
    // The density is a curve close to the first, so it stands behind it.
    try self.init(
      caption: Caption(
        id: "ewaste", title: title ?? "E-waste by year",
        subtitle:
          "E-waste follows sales by the lifetimes of products; "
          + "collection by two definitions",
        footer: context.footer(model)),
      kind: "Line charts",
      panels: [
        Panel(
          title: "Arisings", unit: "\(model.header.unit.rawValue) per year",
          positions: series.years,
          layers: [
            .line(
              Line(
                id: "market", label: "put on the market", ink: .primary,
                values: series.putOnMarket)),
            .line(
              Line(
                id: "density", label: "generated, density method", ink: .reference,
                values: series.generatedByDensity)),
            .line(Line(id: "generated", label: "generated", ink: .spent, values: series.generated)),
            .line(
              Line(id: "collected", label: "collected", ink: .secondary, values: series.collected)),
          ]),
        Panel(
          title: "Collection rate", unit: "per cent", positions: series.years,
          layers: [
            .line(
              Line(
                id: "of-market", label: "of the market of three years", ink: .main,
                values: percent(series.rateOfMarket))),
            .line(
              Line(
                id: "of-generated", label: "of what was generated", ink: .addition,
                values: percent(series.rateOfGenerated))),
          ]),
      ], message: "While sales grow, the rate by the market is the lower one.", columns: 2)
  }
}
