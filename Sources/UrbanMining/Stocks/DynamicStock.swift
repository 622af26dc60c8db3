public import LinearAlgebra

/// A stock with its inflow and outflow over time, for any number of lanes.
///
/// ```
/// Sₜ = Σ s(t, c) · I_c + Lₜ         L: what is left of the initial stock
/// Oₜ = Iₜ − (Sₜ − Sₜ₋₁)             by balance, always
/// ```
/// Inflow and outflow are amounts during a period, the stock stands at its end. A stock is made from what
/// is known of it: inflow, stock, net addition, outflow, or inflow up to a year and stock after it.
/// Baccini & Bader (1996); Müller (2006), doi:10.1016/j.ecolecon.2005.09.025.
public struct DynamicStock: Sendable {
  /// What the stock was computed with: lifetime, periods and timing.
  public let survival: Survival
  /// What was known.
  public let drive: Drive
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
  /// The share of every older cohort that is left after early retirement in each period (T × lanes); nil
  /// where nothing was retired.
  public let retained: Matrix?
  let inherited: [InheritedStock]

  /// What is known of a stock.
  public enum Drive: Hashable, Sendable {
    case inflow, stock, netAddition, outflow
    /// Inflow in the periods before this one, stock from it on.
    case inflowThenStock(from: Int)
  }

  init(
    survival: Survival, drive: Drive, _ balance: StockBalance, inherited: [InheritedStock],
    target: Matrix? = nil, negativeInflow: NegativeInflowPolicy? = nil, retained: Matrix? = nil
  ) throws(StockError) {
    self.survival = survival
    self.drive = drive
    inflow = balance.inflow
    stock = balance.stock
    outflow = balance.outflow
    self.inherited = inherited
    self.target = target
    self.negativeInflow = negativeInflow
    self.retained = retained
    // Nothing is finite that comes from what isn't, so this one look is enough for what was given, too. And
    // a sum beyond all doubles is no result.
    guard !balance.isFinite else { return }
    if drive == .inflow { try DynamicStock.checkFinite(inflow, "inflow", survival.time) }
    if let target { try DynamicStock.checkFinite(target, "stock", survival.time) }
    for (name, values) in [("stock", stock), ("outflow", outflow), ("inflow", inflow)] {
      try DynamicStock.checkFinite(values, "computed " + name, survival.time)
    }
  }

  /// Whether an initial stock was given, be it nothing.
  public var hasInitialStock: Bool { !inherited.isEmpty }

  /// The stock before the first period, in a lane.
  public func initialAmount(lane: Int) -> Double {
    inherited.isEmpty ? 0 : inherited[lane].total
  }

  /// The stock at the end of the period before this one.
  func stock(before t: Int, lane: Int) -> Double {
    t > 0 ? stock[t - 1, lane] : initialAmount(lane: lane)
  }

  /// The periods, as indices, in which the stock asked for a negative inflow: for more than 10⁻¹² of it,
  /// since less is rounding.
  public func negativeInflowPeriods(lane: Int) -> [Int] {
    switch negativeInflow {
    case nil: return []
    case .keep:
      return (0..<inflow.rows).filter {
        inflow[$0, lane] < -1e-12 * abs(stock(before: $0, lane: lane))
      }
    case .clip:
      guard let target else { return [] }
      return (0..<inflow.rows).filter { t in
        stock[t, lane] - target[t, lane] > 1e-12 * abs(stock[t, lane])
      }
    case .retire:
      guard let retained else { return [] }
      return (0..<inflow.rows).filter { retained[$0, lane] < 1 - 1e-12 }
    }
  }

  // MARK: - Checks that every drive shares

  /// The shape of a series, and that it is finite where its use doesn't show that by itself.
  static func check(
    _ values: Matrix, _ what: String, _ survival: Survival, checksNumbers: Bool = true
  ) throws(StockError) {
    let time = survival.time
    guard values.rows == time.count else {
      throw .length(what: what, count: values.rows, periods: time.count)
    }
    if let expected = survival.law.laneCount, values.columns != expected {
      throw .lanes(what: what, count: values.columns, expected: expected)
    }
    if checksNumbers { try checkFinite(values, what, time) }
  }

  private static func checkFinite(
    _ values: Matrix, _ what: String, _ time: TimeAxis
  ) throws(StockError) {
    guard !Kernels.isFinite(values.values),
      let bad = values.values.firstIndex(where: { !$0.isFinite })
    else { return }
    throw .notFinite(
      what: what, period: time.label(of: bad / values.columns), lane: bad % values.columns)
  }

  /// A stock below zero can't be met by retirement.
  static func checkNotNegative(
    _ stock: Matrix, from: Int, _ time: TimeAxis
  ) throws(StockError) {
    for t in from..<stock.rows {
      for lane in 0..<stock.columns where stock[t, lane] < 0 {
        throw .negative(what: "stock", period: time.label(of: t), lane: lane)
      }
    }
  }

  /// Less than 1.5e-8 of a cohort left at the end of its own period: the inflow can't be found.
  static func checkDiagonal(
    _ survival: Survival, lanes: Int, from: Int = 0
  ) throws(StockError) {
    guard from < survival.time.count else { return }
    for lane in 0..<(survival.law.laneCount ?? min(1, lanes)) {
      // On a curve the diagonal is one number.
      for t in from..<(survival.isCurve ? from + 1 : survival.time.count) {
        let share = survival.share(atEndOf: t, ofCohort: t, lane: lane)
        guard share > Double.ulpOfOne.squareRoot() else {
          throw .leavesAtOnce(
            lifetime: survival.law.lifetime(lane: lane, cohort: t, period: t), share: share,
            period: survival.time.label(of: t))
        }
      }
    }
  }

  /// An initial stock for each lane, aged through all periods; none where there is none.
  static func inherited(
    _ initial: [InitialStock], _ survival: Survival, lanes: Int
  ) throws(StockError) -> [InheritedStock] {
    guard !initial.isEmpty else { return [] }
    guard initial.count == 1 || initial.count == lanes else {
      throw .lanes(what: "initial stock", count: initial.count, expected: lanes)
    }
    if initial.count == 1 && survival.law.laneCount == nil {
      let one = try InheritedStock(initial[0], survival: survival, lane: 0)
      return [InheritedStock](repeating: one, count: lanes)
    }
    var result: [InheritedStock] = []
    for lane in 0..<lanes {
      let own = initial[initial.count == 1 ? 0 : lane]
      result.append(try InheritedStock(own, survival: survival, lane: lane))
    }
    return result
  }
}

extension [InheritedStock] {
  /// Adds what is left of the initial stock of each lane, times a factor.
  func add(to block: inout Matrix, times factor: Double) {
    for (lane, inherited) in enumerated() {
      for t in 0..<block.rows { block[t, lane] += factor * inherited.left[t] }
    }
  }
}

/// Oₜ = Iₜ − (Sₜ − Sₜ₋₁), where an outflow below zero by no more than the rounding of the stock is zero; of
/// whole lanes at once it is `StockBalance`.
func outflowByBalance(inflow: Double, stock: Double, before: Double) -> Double {
  let outflow = inflow - (stock - before)
  let rounding = 4 * Double.ulpOfOne * max(abs(stock), abs(before))
  return outflow < 0 && inflow >= 0 && outflow >= -rounding ? 0 : outflow
}
