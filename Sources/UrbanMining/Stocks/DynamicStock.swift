public import LinearAlgebra

/// A stock with its inflow and outflow over time, for any number of lanes.
///
/// ```
/// Sₜ = Σ s(t, c) · I_c          (inflow-driven)
/// Iₜ = (Sₜ − Σ_{c<t} s(t, c) · I_c) / s(t, t)     (stock-driven)
/// Oₜ = Iₜ − (Sₜ − Sₜ₋₁)         (by balance, always)
/// ```
/// Inflow and outflow are amounts during a period, the stock stands at its end; the stock before the
/// first period is zero. Baccini & Bader (1996); Müller (2006), doi:10.1016/j.ecolecon.2005.09.025.
public struct DynamicStock: Sendable {
  /// What the stock was computed with: lifetime, periods and timing.
  public let survival: Survival
  /// Amounts that enter during each period (T × lanes).
  public let inflow: Matrix
  /// Amounts in stock at the end of each period (T × lanes).
  public let stock: Matrix
  /// Amounts that leave during each period (T × lanes).
  public let outflow: Matrix
  /// The stock that was asked for, where the stock drove the calculation.
  public let target: Matrix?
  /// What was done about negative inflow; nil where the inflow was given.
  public let negativeInflow: NegativeInflowPolicy?

  /// The stock that an inflow builds up.
  /// - Parameters:
  ///   - inflow: amounts per period (T × lanes), finite.
  ///   - survival: how much of each cohort is left at the end of each period.
  /// - Complexity: O(T² · lanes).
  public static func inflowDriven(
    inflow: Matrix, survival: Survival
  ) throws(StockError) -> DynamicStock {
    try check(inflow, "inflow", survival.time)
    let stock = survival.stock(fromInflow: inflow)
    return DynamicStock(survival: survival, inflow: inflow, stock: stock)
  }

  /// The stocks that several series of inflow build up, each a lane.
  public static func inflowDriven(
    lanes: [[Double]], survival: Survival
  ) throws(StockError) -> DynamicStock {
    try inflowDriven(inflow: Matrix(lanes: lanes), survival: survival)
  }

  /// The stock that one series of inflow builds up.
  public static func inflowDriven(
    inflow: [Double], survival: Survival
  ) throws(StockError) -> DynamicStock {
    try inflowDriven(inflow: Matrix(column: inflow), survival: survival)
  }

  /// The inflow that a given stock needs.
  ///
  /// Where the stock falls faster than its outflow allows, the inflow comes out negative: the policy
  /// says what to do about it, and ``negativeInflowPeriods(lane:)`` where it happened.
  /// - Parameters:
  ///   - stock: amounts at the end of each period (T × lanes), finite.
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - negativeInflow: what to do where the stock falls faster than its outflow.
  /// - Throws: `.leavesAtOnce` where less than 1.5e-8 of a cohort outlives its own period, so that
  ///   the inflow can't be found from the stock.
  /// - Complexity: O(T² · lanes).
  public static func stockDriven(
    stock: Matrix, survival: Survival, negativeInflow: NegativeInflowPolicy = .keep
  ) throws(StockError) -> DynamicStock {
    try check(stock, "stock", survival.time)
    for t in 0..<survival.time.count {
      let share = survival.share(atEndOf: t, ofCohort: t)
      guard share > Double.ulpOfOne.squareRoot() else {
        throw .leavesAtOnce(
          lifetime: survival.lifetime, share: share, period: survival.time.label(of: t))
      }
    }
    switch negativeInflow {
    case .keep:
      let inflow = survival.inflow(fromStock: stock)
      return DynamicStock(survival: survival, inflow: inflow, stock: stock, target: stock, .keep)
    case .clip:
      let (inflow, reached) = clippedInflow(for: stock, survival)
      return DynamicStock(survival: survival, inflow: inflow, stock: reached, target: stock, .clip)
    }
  }

  /// The inflows that several series of stock need, each a lane.
  public static func stockDriven(
    lanes: [[Double]], survival: Survival, negativeInflow: NegativeInflowPolicy = .keep
  ) throws(StockError) -> DynamicStock {
    try stockDriven(
      stock: Matrix(lanes: lanes), survival: survival, negativeInflow: negativeInflow)
  }

  /// The inflow that one series of stock needs.
  public static func stockDriven(
    stock: [Double], survival: Survival, negativeInflow: NegativeInflowPolicy = .keep
  ) throws(StockError) -> DynamicStock {
    try stockDriven(
      stock: Matrix(column: stock), survival: survival, negativeInflow: negativeInflow)
  }

  /// The periods, as indices, in which the stock asked for a negative inflow.
  public func negativeInflowPeriods(lane: Int) -> [Int] {
    switch negativeInflow {
    case nil: []
    case .keep: (0..<inflow.rows).filter { inflow[$0, lane] < 0 }
    case .clip:
      (0..<inflow.rows).filter { t in
        guard let target else { return false }
        return stock[t, lane] - target[t, lane] > 1e-12 * abs(stock[t, lane])
      }
    }
  }

  private init(
    survival: Survival, inflow: Matrix, stock: Matrix, target: Matrix? = nil,
    _ negativeInflow: NegativeInflowPolicy? = nil
  ) {
    self.survival = survival
    self.inflow = inflow
    self.stock = stock
    self.target = target
    self.negativeInflow = negativeInflow
    var outflow = Matrix(rows: stock.rows, columns: stock.columns)
    for t in 0..<stock.rows {
      for lane in 0..<stock.columns {
        let before = t > 0 ? stock[t - 1, lane] : 0
        outflow[t, lane] = outflowByBalance(
          inflow: inflow[t, lane], stock: stock[t, lane], before: before)
      }
    }
    self.outflow = outflow
  }

  private static func clippedInflow(
    for target: Matrix, _ survival: Survival
  ) -> (inflow: Matrix, stock: Matrix) {
    var inflow = Matrix(rows: target.rows, columns: target.columns)
    var stock = inflow
    for lane in 0..<target.columns {
      for t in 0..<target.rows {
        let left = (0..<t).reduce(0.0) {
          $0 + survival.share(atEndOf: t, ofCohort: $1) * inflow[$1, lane]
        }
        let share = survival.share(atEndOf: t, ofCohort: t)
        inflow[t, lane] = max(0, (target[t, lane] - left) / share)
        stock[t, lane] = left + share * inflow[t, lane]
      }
    }
    return (inflow, stock)
  }

  private static func check(
    _ values: Matrix, _ what: String, _ time: TimeAxis
  ) throws(StockError) {
    guard values.rows == time.count else {
      throw .length(what: what, count: values.rows, periods: time.count)
    }
    for t in 0..<values.rows {
      for lane in 0..<values.columns where !values[t, lane].isFinite {
        throw .notFinite(what: what, period: time.label(of: t), lane: lane)
      }
    }
  }
}

/// Oₜ = Iₜ − (Sₜ − Sₜ₋₁), where an outflow below zero by no more than the rounding of the stock is zero.
func outflowByBalance(inflow: Double, stock: Double, before: Double) -> Double {
  let outflow = inflow - (stock - before)
  let rounding = 4 * Double.ulpOfOne * max(abs(stock), abs(before))
  return outflow < 0 && inflow >= 0 && outflow >= -rounding ? 0 : outflow
}
