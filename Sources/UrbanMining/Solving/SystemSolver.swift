internal import LinearAlgebra

/// Marches a plan through time.
struct SystemSolver {
  private let plan: SystemPlan
  private let lanes: Int
  private let periods: Int
  /// The value of each node: periods × lanes.
  private(set) var values: [Matrix]
  /// The stock of each use cell at the end of each period.
  private(set) var stocks: [Matrix]
  /// What is left of earlier cohorts at the end of the current period, by use cell and lane.
  private var left: [[Double]]

  init(_ plan: SystemPlan) {
    self.plan = plan
    lanes = plan.lanes
    periods = plan.model.time.count
    let empty = Matrix(rows: periods, columns: lanes)
    values = [Matrix](repeating: empty, count: plan.nodes.count)
    stocks = [Matrix](repeating: empty, count: plan.uses.count)
    left = [[Double]](repeating: [Double](repeating: 0, count: lanes), count: plan.uses.count)
  }

  /// Solves all periods.
  /// - Complexity: O(T² · stocks in service · lanes + T · terms · lanes).
  mutating func run() throws(LinearAlgebraError) {
    for period in 0..<periods {
      for use in plan.uses.indices { ageCohorts(of: use, in: period) }
      for step in plan.steps {
        switch step {
        case .substitute(let node): substitute(node, in: period)
        case .loop(let loop): try close(loop, in: period)
        }
      }
      for use in plan.uses.indices { addCohort(to: use, in: period) }
    }
  }

  /// Σ_{c<t} s(t, c) · I_c.
  private mutating func ageCohorts(of use: Int, in period: Int) {
    let cell = plan.uses[use]
    for lane in 0..<lanes {
      var sum = 0.0
      for cohort in 0..<period {
        sum +=
          cell.share(atEndOf: period, ofCohort: cohort, lane: lane)
          * values[cell.inflow][cohort, lane]
      }
      left[use][lane] = sum
    }
  }

  /// Sₜ = Σ_{c<t} s(t, c) · I_c + s(t, t) · Iₜ.
  private mutating func addCohort(to use: Int, in period: Int) {
    let cell = plan.uses[use]
    for lane in 0..<lanes {
      let share = cell.share(atEndOf: period, ofCohort: period, lane: lane)
      stocks[use][period, lane] = left[use][lane] + share * values[cell.inflow][period, lane]
    }
  }

  private mutating func substitute(_ node: Int, in period: Int) {
    for lane in 0..<lanes { values[node][period, lane] = equation(node, period, lane) }
  }

  private mutating func close(_ loop: Loop, in period: Int) throws(LinearAlgebraError) {
    for lane in 0..<lanes {
      // With nothing in the torn nodes, their equations give what comes from outside.
      for node in loop.torn { values[node][period, lane] = 0 }
      for node in loop.order { values[node][period, lane] = equation(node, period, lane) }
      let outside = loop.torn.map { equation($0, period, lane) }
      let gains = loop.gains(at: period, lane: lane, nodes: plan.nodes)
      let solution = try loop.solve(gains: gains, outside: outside)
      for (node, value) in zip(loop.torn, solution) { values[node][period, lane] = value }
      for node in loop.order { values[node][period, lane] = equation(node, period, lane) }
    }
  }

  private func equation(_ node: Int, _ period: Int, _ lane: Int) -> Double {
    let equation = plan.nodes[node]
    var value = 0.0
    switch equation.known {
    case .nothing: break
    case .given(let series): value = series(period, lane)
    case .earlierCohorts(let use):
      let before = period > 0 ? stocks[use][period - 1, lane] : 0
      value = outflowByBalance(inflow: 0, stock: left[use][lane], before: before)
    }
    for term in equation.terms {
      value += term.coefficient(period, lane) * values[term.node][period, lane]
    }
    return value
  }
}
