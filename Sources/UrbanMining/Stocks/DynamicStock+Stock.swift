public import LinearAlgebra

extension DynamicStock {
  /// The inflow that a given stock needs.
  ///
  /// ```
  /// Iₜ = (Sₜ − Lₜ − Σ_{c<t} s(t, c) · I_c) / s(t, t)
  /// ```
  /// Where the stock falls faster than its outflow allows, the inflow comes out negative: the policy
  /// says what to do about it, and ``negativeInflowPeriods(lane:)`` where it happened.
  /// - Parameters:
  ///   - stock: amounts at the end of each period (T × lanes), finite.
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - initial: what is there before the first period: none, one for all lanes, or one for each.
  ///   - negativeInflow: what to do where the stock falls faster than its outflow.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Throws: `.leavesAtOnce` where less than 1.5e-8 of a cohort outlives its own period, so that
  ///   the inflow can't be found from the stock; `.negative` where a negative stock is to be met by
  ///   retirement.
  /// - Complexity: O(T² · lanes).
  public static func stockDriven(
    stock: Matrix, survival: Survival, initial: [InitialStock] = [],
    negativeInflow: NegativeInflowPolicy = .keep, threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try stockDriven(
      .stock, stock, inflow: nil, from: 0, survival, initial, negativeInflow, threads)
  }

  /// The inflows that several series of stock need, each a lane.
  public static func stockDriven(
    lanes: [[Double]], survival: Survival, initial: [InitialStock] = [],
    negativeInflow: NegativeInflowPolicy = .keep, threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try stockDriven(
      stock: Matrix(lanes: lanes), survival: survival, initial: initial,
      negativeInflow: negativeInflow, threads: threads)
  }

  /// The inflow that one series of stock needs.
  public static func stockDriven(
    stock: [Double], survival: Survival, initial: InitialStock? = nil,
    negativeInflow: NegativeInflowPolicy = .keep
  ) throws(StockError) -> DynamicStock {
    try stockDriven(
      stock: Matrix(column: stock), survival: survival, initial: initial.map { [$0] } ?? [],
      negativeInflow: negativeInflow)
  }

  /// The inflow that a given net addition to the stock needs: Sₜ = Sₜ₋₁ + additionₜ.
  /// - Parameters:
  ///   - addition: what the stock grows by in each period (T × lanes), negative where it shrinks.
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - initial: what is there before the first period.
  ///   - negativeInflow: what to do where the stock falls faster than its outflow.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes).
  public static func netAdditionDriven(
    addition: Matrix, survival: Survival, initial: [InitialStock] = [],
    negativeInflow: NegativeInflowPolicy = .keep, threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try check(addition, "net addition", survival)
    let inherited = try inherited(initial, survival, lanes: addition.columns)
    var stock = addition
    for lane in 0..<stock.columns {
      var total = inherited.isEmpty ? 0 : inherited[lane].total
      for t in 0..<stock.rows {
        total += addition[t, lane]
        stock[t, lane] = total
      }
    }
    return try stockDriven(
      .netAddition, stock, inflow: nil, from: 0, survival, initial, negativeInflow, threads)
  }

  /// A stock whose inflow is known at first and whose size is known later: history, then a target.
  /// - Parameters:
  ///   - inflow: amounts in the first periods (t₀ × lanes).
  ///   - stock: amounts at the end of each of the periods that follow (T − t₀ × lanes).
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - initial: what is there before the first period.
  ///   - negativeInflow: what to do where the stock falls faster than its outflow.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: O(T² · lanes).
  public static func inflowThenStock(
    inflow: Matrix, stock: Matrix, survival: Survival, initial: [InitialStock] = [],
    negativeInflow: NegativeInflowPolicy = .keep, threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    guard inflow.columns == stock.columns else {
      throw .lanes(what: "stock", count: stock.columns, expected: inflow.columns)
    }
    let whole = Matrix(
      rows: inflow.rows + stock.rows, columns: stock.columns, values: inflow.values + stock.values)
    return try stockDriven(
      .inflowThenStock(from: inflow.rows), whole, inflow: inflow, from: inflow.rows, survival,
      initial, negativeInflow, threads)
  }

  /// The common part: inflow given before period `from`, stock given from there on.
  private static func stockDriven(
    _ drive: Drive, _ target: Matrix, inflow: Matrix?, from: Int, _ survival: Survival,
    _ initial: [InitialStock], _ policy: NegativeInflowPolicy, _ threads: Int
  ) throws(StockError) -> DynamicStock {
    let isPlain = policy == .keep && from == 0 && initial.isEmpty
    try check(target, "stock", survival, checksNumbers: !isPlain)
    if policy == .retire { try checkNotNegative(target, from: from, survival.time) }
    try checkDiagonal(survival, lanes: target.columns, from: from)
    let inherited = try inherited(initial, survival, lanes: target.columns)
    guard policy == .keep && from == 0 else {
      let march = StockMarch(
        survival: survival, target: target, given: inflow, from: from, inherited: inherited,
        policy: policy)
      return try march.result(drive, threads: threads)
    }
    return try DynamicStock(
      survival: survival, drive: drive,
      survival.balance(fromStock: target, inherited, threads: threads), inherited: inherited,
      target: target, negativeInflow: .keep)
  }
}
