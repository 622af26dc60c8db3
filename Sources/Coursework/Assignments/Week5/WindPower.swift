internal import Charts
internal import UrbanMining

/// Wind power of a region: built up evenly from 2001 to 2020, growing by a given capacity every year since.
struct WindPower {
  static let years = 2001...2040

  private let variant: Variant

  init(_ variant: Variant) {
    self.variant = variant
  }

  /// GW that stand at the end of each year.
  var capacity: [Double] {
    WindPower.years.map { year in
      year <= 2020
        ? variant["capacity"] * Double(year - 2000) / 20
        : variant["capacity"] + variant["add"] * Double(year - 2020)
    }
  }

  /// GW per year.
  func built(in year: Int) throws -> Double {
    try solved().inflow(ofLane: 0)[year - WindPower.years.lowerBound]
  }

  /// GW per year.
  func takenDown(in year: Int) throws -> Double {
    try solved().outflow(ofLane: 0)[year - WindPower.years.lowerBound]
  }

  /// Turbines of a year stand at its end, so that with a fixed lifetime they go as many years later.
  private func solved() throws -> DynamicStock {
    let survival = Survival(
      try .fixed(years: variant["years"]), over: TimeAxis(years: WindPower.years), timing: .end)
    return try .stockDriven(stock: capacity, survival: survival)
  }

  func chart() throws(ChartError) -> PanelChart {
    try PanelChart(
      caption: Caption(
        id: "capacity", title: "Wind power grows every year",
        subtitle: "Capacity that stands at the end of each year, GW, 2001–2040",
        footer: "w5-critical"),
      kind: "Line chart",
      panels: [
        PanelChart.Panel(
          unit: "GW", positions: WindPower.years.map(Double.init),
          layers: [
            .line(
              PanelChart.Line(id: "capacity", label: "Capacity", ink: .primary, values: capacity))
          ])
      ],
      message: "The capacity grows by the same amount every year.")
  }
}
