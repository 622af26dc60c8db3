public import UrbanMining

extension PanelChart {
  /// One kind of impact of a cycle, per year.
  public struct Impact: Hashable, Sendable {
    public let title: String
    public let unit: String
    public let total: [Double]
    public let low: [Double]
    public let high: [Double]
    /// What recycling saves.
    public let saved: [Double]

    public init(
      title: String, unit: String, total: [Double], low: [Double], high: [Double], saved: [Double]
    ) {
      self.title = title
      self.unit = unit
      self.total = total
      self.low = low
      self.high = high
      self.saved = saved
    }
  }

  /// The impacts of making the metal of a cycle, and what they would be without recycling.
  /// - Parameters:
  ///   - impacts: one panel each.
  ///   - years: of all values.
  ///   - metal: its name.
  ///   - model: what the footer names.
  ///   - context: what the footer says beside the model.
  ///   - coefficients: the sources of the coefficients.
  public init(
    impacts: [Impact], years: [Double], metal: String, model: SystemModel, context: ChartContext,
    coefficients: String
  ) throws(ChartError) {
    let share = impacts.first.flatMap { impact -> Double? in
      guard let saved = impact.saved.last, let total = impact.total.last, saved + total > 0 else {
        return nil
      }
      return saved / (saved + total)
    }
    let last = NumberFormat.year(years.last ?? 0)
    let title = share.map {
      "Recycling saves \(NumberFormat.percent($0)) of the energy that \(metal) would take in \(last)"
    }
    try self.init(
      caption: Caption(
        id: "impacts", title: title ?? "Impacts of making \(metal)",
        subtitle:
          "Making the metal of the cycle; band: 90 of 100 draws of the coefficients, which are "
          + "the same in all years",
        footer: context.footer(model) + " Coefficients: \(coefficients)."),
      kind: "Line charts with bands",
      panels: impacts.enumerated().map { index, impact in
        Panel(
          title: impact.title, unit: impact.unit, positions: years,
          layers: [
            .band(
              Band(
                id: "range\(index)", label: "range", ink: .primary,
                lower: impact.low.map { max(0, $0) }, upper: impact.high)),
            .line(
              Line(
                id: "without\(index)", label: "without recycling", ink: .spent,
                values: zip(impact.total, impact.saved).map { max(0, $0 + $1) })),
            .line(
              Line(
                id: "total\(index)", label: "all metal", ink: .primary,
                values: impact.total.map { $0 })),
          ])
      }, message: "The gap between the lines is what recycling saves.")
  }
}
