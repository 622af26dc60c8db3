internal import LinearAlgebra

// Stocks that follow on a stock: what waits before it is collected, and what is used again.
extension DynamicStock {
  /// The stock of obsolete units that wait before they are collected: *hibernating* stock.
  ///
  /// What leaves this stock enters the other; its outflow is what can be collected.
  /// Daigo et al. (2015), doi:10.1016/j.resconrec.2014.11.012, for the term.
  /// - Parameters:
  ///   - survival: how long a unit waits, over the same periods.
  ///   - initial: what waits before the first period: nothing, one for all lanes, or one for each.
  /// - Throws: `.periods` where it is given over other periods, `.lanes` for other lanes.
  /// - Complexity: O(T² · lanes).
  public func hibernating(
    _ survival: Survival, initial: [InitialStock] = []
  ) throws(StockError) -> DynamicStock {
    try checkFollower(survival)
    return try .inflowDriven(inflow: outflow, survival: survival, initial: initial)
  }

  /// The stock of units in a further life, where a share of what leaves is used again.
  ///
  /// Units of a further life that leave are used again with the same share, so that within a period
  /// ```
  /// I'ₜ = share · (Oₜ + O'ₜ),  O'ₜ = (outflow of earlier cohorts) + (1 − s'(t, t)) · I'ₜ
  /// ```
  /// What leaves for good is (1 − share) · (Oₜ + O'ₜ).
  /// - Parameters:
  ///   - share: the share of end-of-life units that return, 0 to below 1, in each period.
  ///   - survival: how long a further life lasts, over the same periods.
  ///   - initial: what is in a further life before the first period: nothing, one for all lanes, or one
  ///     for each.
  /// - Throws: `.shares` where a share is outside of its range, and the errors of ``hibernating(_:initial:)``.
  /// - Complexity: O(T² · lanes).
  public func reused(
    share: [Double], _ survival: Survival, initial: [InitialStock] = []
  ) throws(StockError) -> DynamicStock {
    guard share.count == outflow.rows else {
      throw .length(what: "share used again", count: share.count, periods: outflow.rows)
    }
    if let bad = share.firstIndex(where: { !($0 >= 0 && $0 < 1) }) {
      throw .shares(
        "the share used again in \(survival.time.label(of: bad)) is \(share[bad]): it is from 0 to "
          + "below 1")
    }
    try checkFollower(survival)
    let inherited = try DynamicStock.inherited(initial, survival, lanes: outflow.columns)
    var inflow = Matrix(rows: outflow.rows, columns: outflow.columns)
    for lane in 0..<outflow.columns {
      let leaving = LeavingShares(survival, lane: lane)
      let old = inherited.isEmpty ? nil : inherited[lane].outflow
      for t in 0..<outflow.rows {
        let earlier = (0..<t).reduce(old?[t] ?? 0) { $0 + leaving(t, $1) * inflow[$1, lane] }
        inflow[t, lane] =
          share[t] * (outflow[t, lane] + earlier) / (1 - share[t] * leaving(t, t))
      }
    }
    return try .inflowDriven(inflow: inflow, survival: survival, initial: initial)
  }

  /// What leaves here must be able to enter there.
  private func checkFollower(_ survival: Survival) throws(StockError) {
    let (own, other) = (self.survival.time, survival.time)
    guard own.bounds == other.bounds else {
      throw .periods(expected: own.span, given: other.span)
    }
    try DynamicStock.check(outflow, "inflow", survival)
  }
}
