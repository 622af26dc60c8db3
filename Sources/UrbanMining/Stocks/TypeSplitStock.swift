public import LinearAlgebra

/// A stock of several product types whose total is given, with the share of each type in new inflow.
///
/// ```
/// Iₜ = (Sₜ − Σ_k Σ_{c<t} s_k(t, c) · shareₖ(c) · I_c − Lₜ) / Σ_k shareₖ(t) · s_k(t, t)
/// ```
/// Each type has its own lifetime: a fleet in which electric cars replace others, say.
public struct TypeSplitStock: Sendable {
  /// One stock for each type; their sum is the total.
  public let types: [DynamicStock]
  /// The periods, as indices, in which the total asked for a negative inflow.
  public let negativeInflowPeriods: [Int]

  /// Finds the inflow of all types.
  /// - Parameters:
  ///   - stock: the total at the end of each period.
  ///   - shares: the share of each type in the inflow of each period (T × types), each row summing to 1.
  ///   - survivals: one for each type, all over the same periods.
  ///   - initial: what there is of each type before the first period; none, or one for each type.
  ///   - negativeInflow: what to do where the total falls faster than the outflow.
  /// - Throws: `.shares` where shares do not sum to 1, and the errors of a stock-driven calculation.
  /// - Complexity: O(T² · types).
  public init(
    stock: [Double], shares: Matrix, survivals: [Survival], initial: [InitialStock] = [],
    negativeInflow: NegativeInflowPolicy = .keep
  ) throws(StockError) {
    try TypeSplitStock.check(stock, shares, survivals, initial)
    if negativeInflow == .retire {
      try DynamicStock.checkNotNegative(Matrix(column: stock), from: 0, survivals[0].time)
    }
    var negative: [Int] = []
    let kinds = survivals.indices
    var inherited: [InheritedStock] = []
    for kind in kinds {
      inherited.append(
        initial.isEmpty
          ? .none(periods: stock.count)
          : try InheritedStock(initial[kind], survival: survivals[kind], lane: 0))
    }
    var inflow = Matrix(rows: stock.count, columns: survivals.count)
    var amounts = inflow
    var retained = Matrix(rows: stock.count, columns: 1, repeating: 1)
    var kept = [Double](repeating: 1, count: stock.count)
    var keptInherited = 1.0
    for t in stock.indices {
      let left = kinds.map { kind in
        (0..<t).reduce(keptInherited * inherited[kind].left[t]) { sum, c in
          sum + kept[c] * survivals[kind].share(atEndOf: t, ofCohort: c) * inflow[c, kind]
        }
      }
      let total = left.reduce(0, +)
      let share = kinds.reduce(0.0) {
        $0 + shares[t, $1] * survivals[$1].share(atEndOf: t, ofCohort: t)
      }
      let needed = (stock[t] - total) / share
      if needed * share < -1e-12 * total { negative.append(t) }
      let entering = negativeInflow == .keep ? needed : max(0, needed)
      var factor = 1.0
      if negativeInflow == .retire, needed < 0, total > 0 {
        factor = stock[t] / total
        retained[t, 0] = factor
        keptInherited *= factor
        for c in 0..<t { kept[c] *= factor }
      }
      for kind in kinds {
        inflow[t, kind] = entering * shares[t, kind]
        let new = survivals[kind].share(atEndOf: t, ofCohort: t) * inflow[t, kind]
        amounts[t, kind] = factor * left[kind] + new
      }
    }
    negativeInflowPeriods = negative
    var types: [DynamicStock] = []
    for kind in kinds {
      let own = Matrix(column: amounts.column(kind))
      types.append(
        try DynamicStock(
          survival: survivals[kind], drive: .stock,
          StockBalance(
            inflow: Matrix(column: inflow.column(kind)), stock: own,
            before: initial.isEmpty ? [] : [inherited[kind].total]),
          inherited: initial.isEmpty ? [] : [inherited[kind]],
          target: negativeInflow == .clip ? nil : own, negativeInflow: negativeInflow,
          retained: negativeInflow == .retire ? retained : nil))
    }
    self.types = types
  }

  /// The total stock at the end of each period.
  public var total: [Double] {
    (0..<(types.first?.stock.rows ?? 0)).map { t in
      types.reduce(0) { $0 + $1.stock[t, 0] }
    }
  }

  private static func check(
    _ stock: [Double], _ shares: Matrix, _ survivals: [Survival], _ initial: [InitialStock]
  ) throws(StockError) {
    guard let first = survivals.first else { throw .shares("there is no type") }
    try DynamicStock.check(Matrix(column: stock), "stock", first)
    for survival in survivals {
      guard survival.time == first.time else { throw .shares("the types have different periods") }
    }
    guard shares.rows == stock.count, shares.columns == survivals.count else {
      throw .shares("the shares are not one for each period and type")
    }
    guard initial.isEmpty || initial.count == survivals.count else {
      throw .lanes(what: "initial stock", count: initial.count, expected: survivals.count)
    }
    for t in stock.indices {
      let row = survivals.indices.map { shares[t, $0] }
      let sum = row.reduce(0, +)
      guard row.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= Double(max(8, row.count)) * .ulpOfOne
      else {
        throw .shares(
          "the shares of \(first.time.label(of: t)) are "
            + row.map(plainNumber).joined(separator: ", ") + " and must sum to 1")
      }
      let share = survivals.indices.reduce(0.0) {
        $0 + row[$1] * survivals[$1].share(atEndOf: t, ofCohort: t)
      }
      guard share > Double.ulpOfOne.squareRoot() else {
        throw .leavesAtOnce(
          lifetime: first.law.lifetime(lane: 0, cohort: t, period: t), share: share,
          period: first.time.label(of: t))
      }
    }
  }
}
