internal import Charts
internal import UrbanMining

/// Wind power of a region: built up evenly from 2001 to 2020, growing by a given capacity every year since.
struct WindPower {
  static let years = 2001...2040

  /// Kinds of turbines as texts name them, with the names of the bundled table.
  static let turbines: [(title: String, name: String)] = [
    ("direct drive", "wind_direct_drive"), ("gearbox", "wind_geared"),
  ]

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

  /// kg of the metal per MW.
  func content() throws -> Double {
    let title = variant.word("turbine")
    return try content(of: WindPower.turbines.first { $0.title == title }?.name ?? title)
  }

  /// kg of the metal in an electric car.
  func contentOfCar() throws -> Double { try content(of: "electric_cars") / 1e3 }

  private func content(of technology: String) throws -> Double {
    try BundledTable.contents.get().number(
      "content", where: ["technology": technology, "metal": variant.word("metal")])
  }

  /// Turbines of a year stand at its end, so that with a fixed lifetime they go as many years later.
  private func solved() throws -> DynamicStock {
    let survival = Survival(
      try .fixed(years: variant["years"]), over: TimeAxis(years: WindPower.years), timing: .end)
    return try .stockDriven(stock: capacity, survival: survival)
  }

  /// The capacity, as table and chart.
  var path: YearlyValues {
    YearlyValues(years: WindPower.years, values: capacity, column: "capacity_GW")
  }

  func chart() throws(ChartError) -> PanelChart {
    try path.chart(
      Caption(
        id: "capacity", title: "Wind power grows every year",
        subtitle: "Capacity that stands at the end of each year, GW, 2001–2040",
        footer: "w5-critical"),
      unit: "GW", label: "Capacity",
      message: "The capacity grows by the same amount every year.")
  }
}
