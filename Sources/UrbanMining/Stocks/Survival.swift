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
  /// - Throws: `.lifetimes` where there are not as many lifetimes as cohorts or periods.
  /// - Complexity: O(T · points) for each lane with even periods, else O(T² · points).
  public init(
    _ law: LifetimeLaw, over time: TimeAxis, timing: InflowTiming = .middle
  ) throws(StockError) {
    if let fault = law.sizeFault(periods: time.count) { throw .lifetimes(fault) }
    self.init(checked: law, time, timing)
  }

  /// A law that is known to fit the periods, as that of a valid model does.
  init(valid law: LifetimeLaw, over time: TimeAxis, timing: InflowTiming) {
    self.init(checked: law, time, timing)
  }

  private init(checked law: LifetimeLaw, _ time: TimeAxis, _ timing: InflowTiming) {
    self.law = law
    self.time = time
    self.timing = timing
    let ageing = CohortAgeing(law: law, time: time, timing: timing)
    let isCurve = time.evenLength != nil && law.isSameForAllCohorts
    switch law.laneCount {
    case nil:
      shape =
        isCurve
        ? .curve(LowerToeplitz(curve: ageing.curves(lanes: 1).values))
        : .table(ageing.triangle(lane: 0))
    case let lanes?:
      shape =
        isCurve
        ? .lanes(
          LowerToeplitzLanes(curves: ageing.curves(lanes: lanes)))
        : .tables(ageing.triangles(lanes: lanes))
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

  /// Stock from inflow: Sₜ = Σ s(t, c) · I_c for every lane.
  func stock(fromInflow inflow: Matrix) -> Matrix {
    switch shape {
    case .curve(let matrix): matrix.times(inflow)
    case .lanes(let matrix): matrix.times(inflow)
    case .table(let matrix): matrix.times(inflow)
    case .tables(let matrices): byLane(matrices, inflow) { $0.times($1) }
    }
  }

  /// Inflow from stock, the solution of the same equations; no s(t, t) may be zero.
  func inflow(fromStock stock: Matrix) -> Matrix {
    switch shape {
    case .curve(let matrix): matrix.solve(stock)
    case .lanes(let matrix): matrix.solve(stock)
    case .table(let matrix): matrix.solve(stock)
    case .tables(let matrices): byLane(matrices, stock) { $0.solve($1) }
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
