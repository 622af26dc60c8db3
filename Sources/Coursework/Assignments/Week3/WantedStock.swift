internal import Charts
internal import UrbanMining

/// A stock that people want, and what has to enter use for it.
///
/// ```
/// stock(t) = people · (1 + growth)^(t − 1950) · ceiling / (1 + exp(−rate · (t − midpoint)))
/// ```
/// in kt, with people in millions and the ceiling in kg per head.
struct WantedStock {
  static let first = 1950

  private let variant: Variant
  private let last: Int

  init(_ variant: Variant) {
    self.variant = variant
    last = Int(variant["year"])
  }

  private init(_ variant: Variant, last: Int) {
    self.variant = variant
    self.last = last
  }

  /// The same, looked at some years later or earlier.
  func moved(years: Int) -> WantedStock { WantedStock(variant, last: last + years) }

  var years: ClosedRange<Int> { WantedStock.first...last }

  /// Millions at the end of each year.
  var population: [Double] {
    var people = variant["people"]
    return years.map { _ in
      defer { people *= 1 + variant["growth"] }
      return people
    }
  }

  /// kg per head at the end of each year.
  private func perHead() throws(SaturationError) -> SaturationCurve {
    try SaturationCurve(
      .logistic, ceiling: variant["ceiling"], rate: variant["rate"], midpoint: variant["midpoint"])
  }

  /// kt at the end of each year.
  func stock() throws(SaturationError) -> [Double] {
    try perHead().stock(of: population, over: TimeAxis(years: years))
  }

  /// kt in the last year.
  func growth() throws(SaturationError) -> Double {
    let stock = try stock()
    return stock[stock.count - 1] - stock[stock.count - 2]
  }

  /// kt in each year.
  /// - Parameter lifetime: another lifetime than the right one.
  func inflow(_ lifetime: Lifetime? = nil) throws -> [Double] {
    try solved(lifetime).inflow(ofLane: 0)
  }

  /// kt in each year.
  func outflow() throws -> [Double] { try solved(nil).outflow(ofLane: 0) }

  private func solved(_ lifetime: Lifetime?) throws -> DynamicStock {
    let own = try Lifetime.weibull(shape: variant["shape"], mean: variant["mean"])
    let survival = Survival(lifetime ?? own, over: TimeAxis(years: years))
    return try .stockDriven(stock: try stock(), survival: survival)
  }

  func chart() throws -> PanelChart {
    let (curve, positions) = (try perHead(), years.map(Double.init))
    func panel(_ title: String, _ unit: String, _ values: [Double], _ ink: PanelChart.Ink)
      -> PanelChart.Panel
    {
      PanelChart.Panel(
        title: title, unit: unit, positions: positions,
        layers: [.line(PanelChart.Line(id: "\(unit)", label: title, ink: ink, values: values))])
    }
    return try PanelChart(
      caption: Caption(
        id: "wanted", title: "More people, and more metal for each of them",
        subtitle: "Inhabitants in millions and steel in use in kg per head, end of each year",
        footer: "w3-demand"),
      kind: "Line charts",
      panels: [
        panel("Inhabitants", "million", population, .reference),
        panel("In use per head", "kg", positions.map { curve.value(at: $0) }, .primary),
      ],
      message: "The stock per head rises towards its ceiling while the population grows.",
      columns: 2)
  }
}
