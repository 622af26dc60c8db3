public import LinearAlgebra

extension DynamicStock {
  /// The stock that an inflow builds up: Sₜ = Σ s(t, c) · I_c + Lₜ.
  /// - Parameters:
  ///   - inflow: amounts per period (T × lanes), finite.
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - initial: what is there before the first period: none, one for all lanes, or one for each.
  ///   - threads: how many may work on it, each on blocks of lanes; the result has the same bits for any
  ///     number.
  /// - Complexity: O(T² · lanes) time, O(T · lanes) memory.
  public static func inflowDriven(
    inflow: Matrix, survival: Survival, initial: [InitialStock] = [], threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try check(inflow, "inflow", survival, checksNumbers: !initial.isEmpty)
    let inherited = try inherited(initial, survival, lanes: inflow.columns)
    return try DynamicStock(
      survival: survival, drive: .inflow,
      survival.balance(fromInflow: inflow, inherited, threads: threads), inherited: inherited)
  }

  /// The stocks that several series of inflow build up, each a lane.
  public static func inflowDriven(
    lanes: [[Double]], survival: Survival, initial: [InitialStock] = [], threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try inflowDriven(
      inflow: Matrix(lanes: lanes), survival: survival, initial: initial, threads: threads)
  }

  /// The stock that one series of inflow builds up.
  public static func inflowDriven(
    inflow: [Double], survival: Survival, initial: InitialStock? = nil
  ) throws(StockError) -> DynamicStock {
    try inflowDriven(
      inflow: Matrix(column: inflow), survival: survival, initial: initial.map { [$0] } ?? [])
  }

  /// The stock whose outflow is given.
  ///
  /// ```
  /// Oₜ = Σ (s(t − 1, c) − s(t, c)) · I_c,  s(c − 1, c) = 1
  /// ```
  /// The inflow follows where enough of a cohort leaves in its own period; the longer it stays, the more
  /// an error of the outflow is amplified, and where that is beyond 10⁶ the problem is refused.
  /// - Parameters:
  ///   - outflow: amounts per period (T × lanes), finite.
  ///   - survival: how much of each cohort is left at the end of each period.
  ///   - initial: what is there before the first period.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Throws: `.illPosed` where the inflow can't be found, with the amplification.
  /// - Complexity: O(T² · lanes); O(T³ · lanes) on uneven periods or with lifetimes by cohort or period.
  public static func outflowDriven(
    outflow: Matrix, survival: Survival, initial: [InitialStock] = [], threads: Int = 1
  ) throws(StockError) -> DynamicStock {
    try check(outflow, "outflow", survival)
    let inherited = try inherited(initial, survival, lanes: outflow.columns)
    var inflow = Matrix(rows: outflow.rows, columns: outflow.columns)
    for lane in 0..<outflow.columns {
      let leaving = LeavingShares(survival, lane: lane)
      try leaving.checkPosedness()
      var known = outflow.column(lane)
      if !inherited.isEmpty {
        for (t, amount) in inherited[lane].outflow.enumerated() { known[t] -= amount }
      }
      for (t, amount) in leaving.inflow(from: known).enumerated() { inflow[t, lane] = amount }
    }
    return try DynamicStock(
      survival: survival, drive: .outflow,
      survival.balance(fromInflow: inflow, inherited, threads: threads), inherited: inherited)
  }
}

/// p(t, c) = s(t − 1, c) − s(t, c): the share of cohort c that leaves during period t.
struct LeavingShares {
  private let survival: Survival
  private let lane: Int

  init(_ survival: Survival, lane: Int) {
    self.survival = survival
    self.lane = lane
  }

  func callAsFunction(_ t: Int, _ c: Int) -> Double {
    let before = t == c ? 1 : survival.share(atEndOf: t - 1, ofCohort: c, lane: lane)
    return before - survival.share(atEndOf: t, ofCohort: c, lane: lane)
  }

  /// The inflow whose outflow is given: a triangular solve.
  func inflow(from outflow: [Double]) -> [Double] {
    var inflow: [Double] = []
    for t in outflow.indices {
      let earlier = inflow.indices.reduce(0.0) { $0 + self(t, $1) * inflow[$1] }
      inflow.append((outflow[t] - earlier) / self(t, t))
    }
    return inflow
  }

  /// Refuses a lifetime with which errors of the outflow grow by more than 10⁶: the largest response of
  /// the inflow to a unit error in one outflow, which is the first where all cohorts age alike.
  /// - Complexity: O(T²) where cohorts age alike, else O(T³).
  func checkPosedness() throws(StockError) {
    let time = survival.time
    let text = survival.law.lifetime(lane: lane, cohort: 0, period: 0).description
    for t in 0..<time.count where !(self(t, t) > 1e-12) {
      throw .illPosed(
        "with \(text) nothing of a cohort leaves in its own period \(time.label(of: t))")
    }
    let isAlike = time.evenLength != nil && survival.law.isSameForAllCohorts
    for period in 0..<(isAlike ? 1 : time.count) {
      var unit = [Double](repeating: 0, count: time.count)
      unit[period] = 1
      let largest = inflow(from: unit).reduce(0) { max($0, abs($1)) }
      guard largest <= 1e6 else {
        throw .illPosed(
          "with \(text) an error of 1 in the outflow becomes one of \(largest) in the inflow")
      }
    }
  }
}
