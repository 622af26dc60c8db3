internal import Charts
internal import UrbanMining

/// Products that have been sold since 2010, each year by the same share more.
struct GrowingMarket {
  static let years = 2010...2020

  private let variant: Variant

  init(_ variant: Variant) {
    self.variant = variant
  }

  /// kt of each year.
  var sold: [Double] {
    var amount = variant["first"]
    return GrowingMarket.years.map { _ in
      defer { amount *= 1 + variant["growth"] }
      return amount
    }
  }

  /// kt per year: the mean of the three years before the last.
  var soldBefore: Double { sold.dropLast().suffix(3).reduce(0, +) / 3 }

  /// kt that are discarded in the last year.
  /// - Parameter swapped: whether shape and scale are taken for each other.
  func waste(swapped: Bool = false) throws -> Double {
    try discarded(swapped: swapped).latest
  }

  /// kt that have been discarded since the first year.
  func wasteSoFar() throws -> Double { try discarded(swapped: false).reduce(0, +) }

  /// kt in the last year by the density at the middle of each age.
  func wasteByDensity() throws -> Double {
    try DensityMethod(lifespan(swapped: false), at: .halfYears).arisings(of: sold).latest
  }

  private func discarded(swapped: Bool) throws -> [Double] {
    let survival = Survival(
      try lifespan(swapped: swapped), over: TimeAxis(years: GrowingMarket.years), timing: .middle)
    return try DynamicStock.inflowDriven(inflow: sold, survival: survival).outflow(ofLane: 0)
  }

  private func lifespan(swapped: Bool) throws(LifetimeError) -> Lifetime {
    swapped
      ? try .weibull(shape: variant["scale"], scale: variant["shape"])
      : try .weibull(shape: variant["shape"], scale: variant["scale"])
  }

  func chart() throws(ChartError) -> PanelChart {
    try PanelChart(
      caption: Caption(
        id: "sold", title: "More machines are sold every year",
        subtitle: "Washing machines sold, kt per year, 2010–2020", footer: "w4-ewaste"),
      kind: "Line chart",
      panels: [
        PanelChart.Panel(
          unit: "kt/yr", positions: GrowingMarket.years.map(Double.init),
          layers: [.line(PanelChart.Line(id: "sold", label: "Sold", ink: .primary, values: sold))])
      ],
      message: "Sales grow by the same share every year.")
  }
}
