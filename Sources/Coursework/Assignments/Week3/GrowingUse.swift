internal import Charts
internal import UrbanMining

/// A use that began in 1980 with an inflow that grows by the same share every year.
///
/// ```
/// inflow(t) = first · (1 + growth)^(t − 1980)
/// ```
struct GrowingUse {
  static let years = 1980...2020

  private let first: Double
  private let growth: Double
  private let shape: Double
  private let mean: Double
  private let last: Int

  init(_ variant: Variant) {
    self.init(
      first: variant["first"], growth: variant["growth"], shape: variant["shape"],
      mean: variant["mean"], last: GrowingUse.years.upperBound)
  }

  private init(first: Double, growth: Double, shape: Double, mean: Double, last: Int) {
    self.first = first
    self.growth = growth
    self.shape = shape
    self.mean = mean
    self.last = last
  }

  /// The same use, looked at some years later or earlier.
  func moved(years: Int) -> GrowingUse {
    GrowingUse(first: first, growth: growth, shape: shape, mean: mean, last: last + years)
  }

  /// kt/yr from 1980 to the last year.
  var inflow: [Double] {
    var amount = first
    return (GrowingUse.years.lowerBound...last).map { _ in
      defer { amount *= 1 + growth }
      return amount
    }
  }

  func lifetime() throws(LifetimeError) -> Lifetime { try .weibull(shape: shape, mean: mean) }

  /// The lifetime of who takes the mean for the scale.
  func meanAsScale() throws(LifetimeError) -> Lifetime { try .weibull(shape: shape, scale: mean) }

  /// The lifetime of who swaps the two numbers of the statement.
  func swapped() throws(LifetimeError) -> Lifetime { try .weibull(shape: mean, scale: shape) }

  /// Years. At that age the share 1 − 1/e of a cohort has left, whatever the shape.
  func scale() throws(LifetimeError) -> Double {
    try lifetime().age(atShareLeft: 1 - 0.367_879_441_171_442_33)
  }

  /// kt at the end of each year.
  /// - Parameters:
  ///   - lifetime: another lifetime than the right one.
  ///   - timing: another convention than the middle of the year.
  ///   - withoutLastYear: whether the cohort of the last year is forgotten.
  func stock(
    _ lifetime: Lifetime? = nil, timing: InflowTiming = .middle, withoutLastYear: Bool = false
  ) throws -> [Double] {
    try solved(lifetime, timing, withoutLastYear).amounts(ofLane: 0)
  }

  /// kt in each year.
  func outflow() throws -> [Double] {
    try solved(nil, .middle, false).outflow(ofLane: 0)
  }

  private func solved(
    _ lifetime: Lifetime?, _ timing: InflowTiming, _ withoutLastYear: Bool
  ) throws -> DynamicStock {
    let time = TimeAxis(years: GrowingUse.years.lowerBound...last)
    let survival = Survival(try lifetime ?? self.lifetime(), over: time, timing: timing)
    let inflow = withoutLastYear ? self.inflow.dropLast() + [0] : self.inflow
    return try .inflowDriven(inflow: inflow, survival: survival)
  }

  /// What entered use, as table and chart.
  var entered: YearlyValues {
    YearlyValues(years: GrowingUse.years, values: inflow, column: "inflow_kt_per_year")
  }

  /// - Parameter assignment: what the chart belongs to.
  func chart(of assignment: String) throws(ChartError) -> PanelChart {
    try entered.chart(
      Caption(
        id: "inflow", title: "What entered use, year by year",
        subtitle: "Inflow of copper into a power grid, kt/yr, 1980–2020", footer: assignment
      ),
      unit: "kt/yr", label: "Inflow", message: "The inflow grows by the same share every year.")
  }
}

extension [Double] {
  /// The value of the last year.
  var latest: Double { last ?? 0 }
}
