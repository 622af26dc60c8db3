public import UrbanMining

/// A dynamic stock as JSON holds it (schema `urbanmine/stock/1`).
public struct StockDocument: Encodable, Sendable {
  let schema = "urbanmine/stock/1"
  let convention: Convention
  let lifetime: String
  let years: [Double]
  let bounds: [Double]?
  let series: [String: Lane]
  let cohorts: [String: [[Double]]]?
  let balance: BalanceDocument

  struct Convention: Encodable, Sendable {
    let inflowAt: String
    let negativeInflow: String?
    let periods: String
  }

  struct Lane: Encodable, Sendable {
    let inflow: [Double]
    let stock: [Double]
    let outflow: [Double]
    let meanAge: [Double?]
    let negativeInflowYears: [Double]?
    /// What was there before the first period; missing where the stock began with nothing.
    let initialStock: Double?
    /// What is left of it, with the cohorts.
    let initialCohorts: [InitialCohort]?
  }

  struct InitialCohort: Encodable, Sendable {
    let from: Double
    let to: Double
    /// What must have entered, calculated back.
    let inflow: Double
    /// At the end of each period.
    let left: [Double]
  }

  /// - Parameters:
  ///   - stock: the computed stock, with a lane for each series.
  ///   - table: the table from which the series came, whose names they keep.
  ///   - cohorts: whether to hold the stock by cohort as well.
  public init(_ stock: DynamicStock, of table: SeriesTable, cohorts: Bool) {
    let time = stock.survival.time
    convention = Convention(
      inflowAt: stock.survival.timing.description,
      negativeInflow: stock.negativeInflow?.rawValue, periods: table.periods.kind.rawValue)
    lifetime = stock.survival.law.description
    years = time.labels
    bounds = table.periods.kind == .calendarYears ? nil : time.bounds
    var series: [String: Lane] = [:]
    var tables: [String: [[Double]]] = [:]
    for (lane, name) in table.names.enumerated() {
      series[name] = Lane(
        inflow: stock.inflow(ofLane: lane), stock: stock.amounts(ofLane: lane),
        outflow: stock.outflow(ofLane: lane), meanAge: stock.meanAge(lane: lane),
        negativeInflowYears: stock.negativeInflow == nil
          ? nil : stock.negativeInflowPeriods(lane: lane).map { time.labels[$0] },
        initialStock: stock.hasInitialStock ? stock.initialAmount(lane: lane) : nil,
        initialCohorts: stock.hasInitialStock && cohorts
          ? stock.initialCohorts(lane: lane).map {
            InitialCohort(from: $0.from, to: $0.to, inflow: $0.inflow, left: $0.left)
          } : nil)
      if cohorts { tables[name] = stock.cohortRows(ofLane: lane) }
    }
    self.series = series
    self.cohorts = cohorts ? tables : nil
    balance = BalanceDocument(stock.balance, time: time, named: false)
  }
}
