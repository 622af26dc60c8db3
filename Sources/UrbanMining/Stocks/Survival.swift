internal import LinearAlgebra

/// How much of each cohort is still in the stock at the end of each period.
///
/// ```
/// s(t, c) = ∫₀¹ w(η) · S_c( b₍ₜ₊₁₎ − b_c − η · (b₍c₊₁₎ − b_c) ) dη     for c ≤ t
/// ```
/// with the survival function S_c of the lifetime that holds for cohort c and the weights w of the timing.
/// Where the lifetime changes with the calendar, every node η follows the hazards instead:
/// ```
/// s_η(t, c) = s_η(t − 1, c) · Sₜ(a₁) / Sₜ(a₀)      from age a₀ to a₁ during period t
/// ```
/// With even periods and cohorts that age alike it depends on t − c alone and is a curve of T numbers;
/// otherwise a triangle of T².
public struct Survival: Hashable, Sendable {
  /// Which lifetime holds for which cohort, period and lane.
  public let law: LifetimeLaw
  public let time: TimeAxis
  public let timing: InflowTiming
  let shape: Shape

  enum Shape: Hashable, Sendable {
    case curve(LowerToeplitz)
    case lanes(LowerToeplitzLanes)
    case table(LowerTriangle)
    /// A triangle for each lane: lifetimes by lane on uneven periods.
    case tables([LowerTriangle])
  }

  /// One lifetime for all cohorts and lanes.
  /// - Parameters:
  ///   - lifetime: how long a unit stays.
  ///   - time: the periods.
  ///   - timing: when in its period a cohort enters.
  /// - Complexity: O(T · points) for even periods, else O(T² · points).
  public init(_ lifetime: Lifetime, over time: TimeAxis, timing: InflowTiming = .middle) {
    self.init(checked: .shared(lifetime), time, timing)
  }

  /// A lifetime for each lane, cohort or period.
  /// - Parameters:
  ///   - law: which lifetime holds where.
  ///   - time: the periods.
  ///   - timing: when in its period a cohort enters.
  ///   - threads: how many may work on the lanes; the result has the same bits for any number.
  /// - Throws: `.lifetimes` where there are not as many lifetimes as cohorts or periods.
  /// - Complexity: O(T · points) for each lane with even periods, else O(T² · points).
  public init(
    _ law: LifetimeLaw, over time: TimeAxis, timing: InflowTiming = .middle, threads: Int = 1
  ) throws(StockError) {
    if let fault = law.sizeFault(periods: time.count) { throw .lifetimes(fault) }
    self.init(checked: law, time, timing, threads)
  }

  /// A law that is known to fit the periods, as that of a valid model does.
  init(valid law: LifetimeLaw, over time: TimeAxis, timing: InflowTiming) {
    self.init(checked: law, time, timing)
  }

  private init(
    checked law: LifetimeLaw, _ time: TimeAxis, _ timing: InflowTiming, _ threads: Int = 1
  ) {
    self.law = law
    self.time = time
    self.timing = timing
    let ageing = CohortAgeing(law: law, time: time, timing: timing)
    shape =
      switch (law, time.evenLength != nil) {
      case (.shared(let lifetime), true):
        .curve(LowerToeplitz(curve: ageing.curves([lifetime]).values))
      case (.byLane(let lifetimes), true):
        .lanes(LowerToeplitzLanes(curves: ageing.curves(lifetimes, threads: threads)))
      case (.byLane(let lifetimes), false):
        .tables(ageing.triangles(lanes: lifetimes.count))
      case (.byLaneAndCohort(let lifetimes), _):
        .tables(ageing.triangles(lanes: lifetimes.count))
      case (.shared, _), (.byCohort, _), (.byPeriod, _), (.byCohortAndPeriod, _):
        .table(ageing.triangle(lane: 0))
      }
  }

  /// Whether s(t, c) depends on t − c alone.
  var isCurve: Bool {
    switch shape {
    case .curve, .lanes: true
    case .table, .tables: false
    }
  }

  /// s(t, c): the share of cohort c that is in the stock at the end of period t ≥ c.
  public func share(atEndOf t: Int, ofCohort c: Int, lane: Int = 0) -> Double {
    switch shape {
    case .curve(let matrix): matrix.curve[t - c]
    case .lanes(let matrix): matrix.curves[t - c, lane]
    case .table(let matrix): matrix.entries[t, c]
    case .tables(let matrices): matrices[lane].entries[t, c]
    }
  }

  /// Stock from inflow: Sₜ = Σ s(t, c) · I_c for every lane, with what is left of the initial stock.
  func balance(
    fromInflow inflow: Matrix, _ inherited: [InheritedStock], threads: Int
  ) -> StockBalance {
    if inherited.isEmpty {
      switch shape {
      case .curve(let matrix): return matrix.balance(fromInflow: inflow, threads: threads)
      case .lanes(let matrix): return matrix.balance(fromInflow: inflow, threads: threads)
      case .table, .tables: break
      }
    }
    var stock =
      switch shape {
      case .curve(let matrix): matrix.times(inflow, threads: threads)
      case .lanes(let matrix): matrix.times(inflow, threads: threads)
      case .table(let matrix): matrix.times(inflow)
      case .tables(let matrices): byLane(matrices, inflow) { $0.times($1) }
      }
    inherited.add(to: &stock, times: 1)
    return StockBalance(
      inflow: inflow, stock: stock, before: inherited.map(\.total), threads: threads)
  }

  /// Inflow from stock, the solution of the same equations; no s(t, t) may be zero.
  func balance(
    fromStock stock: Matrix, _ inherited: [InheritedStock], threads: Int
  ) -> StockBalance {
    if inherited.isEmpty {
      switch shape {
      case .curve(let matrix): return matrix.balance(fromStock: stock, threads: threads)
      case .lanes(let matrix): return matrix.balance(fromStock: stock, threads: threads)
      case .table, .tables: break
      }
    }
    var inflow = stock
    inherited.add(to: &inflow, times: -1)
    switch shape {
    case .curve(let matrix): matrix.divide(&inflow, threads: threads)
    case .lanes(let matrix): matrix.divide(&inflow, threads: threads)
    case .table(let matrix): inflow = matrix.solve(inflow)
    case .tables(let matrices): inflow = byLane(matrices, inflow) { $0.solve($1) }
    }
    return StockBalance(
      inflow: inflow, stock: stock, before: inherited.map(\.total), threads: threads)
  }

  /// What is left of the amounts of each cohort at the end of each period (T × T).
  func cohortTable(of amounts: [Double], lane: Int) -> Matrix {
    switch shape {
    case .curve(let matrix): Kernels.cohortTable(curve: matrix.curve, amounts: amounts)
    case .lanes(let matrix):
      Kernels.cohortTable(curve: matrix.curves.column(lane), amounts: amounts)
    case .table(let matrix): Kernels.cohortTable(shares: matrix.entries, amounts: amounts)
    case .tables(let matrices):
      Kernels.cohortTable(shares: matrices[lane].entries, amounts: amounts)
    }
  }

  private func byLane(
    _ matrices: [LowerTriangle], _ block: Matrix, _ apply: (LowerTriangle, Matrix) -> Matrix
  ) -> Matrix {
    Matrix(
      lanes: matrices.enumerated().map { lane, matrix in
        apply(matrix, Matrix(column: block.column(lane))).values
      })
  }
}
