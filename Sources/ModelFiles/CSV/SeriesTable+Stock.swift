public import UrbanMining

extension SeriesTable {
  /// Which of the two quantities a table of series holds.
  public enum Drive: Hashable, Sendable {
    /// Inflow: amounts in each period, zero or more.
    case inflow
    /// Stock at the end of each period, zero or more, with what to do about a negative inflow.
    case stock(NegativeInflowPolicy)
  }

  /// The dynamic stock that follows from the series, each a lane.
  /// - Parameters:
  ///   - drive: which of the two quantities the table holds.
  ///   - lifetime: how long a unit stays.
  ///   - timing: when in its period a cohort enters.
  ///   - initial: what is there before the first period, for the series of this table.
  /// - Throws: `StockError` where no inflow can be found or the initial stock is not possible, and the
  ///   faults of an initial stock of other series.
  public func stock(
    drive: Drive, lifetime: Lifetime, timing: InflowTiming, initial: InitialStockTable? = nil
  ) throws -> DynamicStock {
    try stock(drive: drive, law: .shared(lifetime), timing: timing, initial: initial)
  }

  /// The same with a law that says which lifetime holds for which series.
  public func stock(
    drive: Drive, law: LifetimeLaw, timing: InflowTiming, initial: InitialStockTable? = nil
  ) throws -> DynamicStock {
    let time = try TimeAxis(bounds: bounds, labels: years)
    let survival = try Survival(law, over: time, timing: timing)
    let initial = try initial?.stocks(of: names) ?? []
    switch drive {
    case .inflow:
      return try .inflowDriven(lanes: values, survival: survival, initial: initial)
    case .stock(let policy):
      return try .stockDriven(
        lanes: values, survival: survival, initial: initial, negativeInflow: policy)
    }
  }
}
