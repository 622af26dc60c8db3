internal import LinearAlgebra

/// Derivatives of one result with respect to every number of a plan, for about the cost of one more solve.
///
/// The system is linear in the values of its nodes and stocks. With λ the derivative of the result with
/// respect to what is known in each equation, and Aₜ the coefficients of a period,
/// ```
/// λₜ = gₜ + Aₜᵀ·λₜ + (what later periods owe to this one through the stocks)
/// ```
/// where g is the derivative of the result with respect to each value. It is solved backwards in time, the
/// steps of each period in reverse. Of a limited value the equation counts that holds. Griewank & Walther
/// (2008), Evaluating Derivatives, doi:10.1137/1.9780898717761.
struct Adjoint {
  private let plan: SystemPlan
  private let numbers: PlanNumbers
  private let layout: ArenaLayout
  private let arena: [Double]
  private let lane: Int
  private let periods: Int

  /// λ by node, then period.
  private var known: [[Double]]
  /// The derivative with respect to what is left of earlier cohorts, by stock in service and period.
  private(set) var left: [[Double]]
  /// The derivative with respect to stocks at the end of each period, by stock and period.
  private var held: [[Double]]
  /// The derivative with respect to each slot in each period.
  private(set) var slots: [[Double]]
  /// The derivative with respect to s(t, t), by stock in service and period.
  private(set) var staying: [[Double]]

  /// - Parameters:
  ///   - arena: a solution of the plan.
  ///   - seeds: the derivative of the result with respect to numbers of the arena, by their place.
  ///   - lane: the lane that is looked at.
  /// - Complexity: O(T² · stocks in service + T · (terms + n³)) with n nodes in a loop.
  init(
    _ program: MarchProgram, _ numbers: PlanNumbers, arena: [Double], seeds: [Int: Double],
    lane: Int
  ) {
    plan = program.plan
    self.numbers = numbers
    layout = program.layout
    self.arena = arena
    self.lane = lane
    periods = layout.periods
    let empty = [Double](repeating: 0, count: periods)
    known = [[Double]](repeating: empty, count: plan.nodes.count)
    left = [[Double]](repeating: empty, count: plan.uses.count)
    staying = left
    held = [[Double]](repeating: empty, count: plan.uses.count + plan.sinks.count)
    slots = [[Double]](repeating: empty, count: numbers.slots.count)
    for node in plan.nodes.indices {
      for period in 0..<periods {
        known[node][period] = seeds[layout.node(node).offset(in: period) + lane] ?? 0
      }
    }
    for stock in held.indices {
      for period in 0..<periods {
        held[stock][period] = seeds[layout.stockAfter(stock).offset(in: period) + lane] ?? 0
      }
    }
    run()
  }

  /// The derivative with respect to s(t, c) of a stock in service.
  func survival(use: Int, t: Int, c: Int) -> Double {
    if t == c { return staying[use][t] }
    return left[use][t] * value(plan.uses[use].inflow, c)
  }

  private mutating func run() {
    for (index, sink) in plan.sinks.enumerated() {
      // A sink keeps all that has entered.
      var sum = 0.0
      for period in (0..<periods).reversed() {
        sum += held[plan.uses.count + index][period]
        known[sink.inflow][period] += sum
      }
    }
    for period in (0..<periods).reversed() {
      for (index, use) in plan.uses.enumerated() {
        // The next period's outflow begins with the stock of this one.
        if period + 1 < periods { held[index][period] += known[use.outflow][period + 1] }
        var sum = held[index][period] * share(index, period, period)
        for later in period + 1..<max(period + 1, periods) {
          sum += left[index][later] * share(index, later, period)
        }
        known[use.inflow][period] += sum
      }
      for step in plan.steps.reversed() {
        switch step {
        case .substitute(let node): pass(node, in: period)
        case .loop(let loop): close(loop, in: period)
        }
      }
      for index in plan.uses.indices { keep(index, in: period) }
    }
  }

  /// Passes a known derivative on to what the equation of its node depends on.
  private mutating func pass(_ node: Int, in period: Int, inside: Set<Int> = []) {
    let own = known[node][period]
    guard own != 0 else { return }
    let (known, terms) = equation(node, period)
    switch known {
    case .amount(let operand): add(own, to: operand, in: period)
    case .required(_, let inflow?, let stock, _) where target(stock, period).isNaN:
      add(own, to: inflow, in: period)
    case .nothing, .earlierCohorts, .required: break
    }
    for term in terms {
      if !inside.contains(term.node) {
        self.known[term.node][period] += own * number(term.coefficient, period)
      }
      if case .operand(let operand) = term.coefficient {
        add(own * value(term.node, period), to: operand, in: period)
      }
    }
  }

  /// Solves (1 − Aᵀ)·λ = r for the members of a loop.
  private mutating func close(_ loop: Loop, in period: Int) {
    let members = loop.members
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var matrix = Matrix(rows: members.count, columns: members.count)
    for (row, node) in members.enumerated() {
      matrix[row, row] += 1
      for term in equation(node, period).terms {
        if let column = places[term.node] {
          matrix[column, row] -= number(term.coefficient, period)
        }
      }
    }
    let right = Matrix(column: members.map { known[$0][period] })
    // A system that could be solved forwards can be solved backwards.
    guard let solution = try? DenseSystem(coefficients: matrix).solve(right) else { return }
    for (row, node) in members.enumerated() { known[node][period] = solution[row, 0] }
    let inside = Set(members)
    for node in members { pass(node, in: period, inside: inside) }
  }

  /// The derivatives with respect to what a stock holds in a period, once those of its nodes are known.
  private mutating func keep(_ index: Int, in period: Int) {
    let use = plan.uses[index]
    let inflow = value(use.inflow, period)
    left[index][period] = held[index][period] - known[use.outflow][period]
    staying[index][period] += held[index][period] * inflow
    guard case .required(_, _, let stock?, let isClipped) = plan.nodes[use.inflow].known else {
      return
    }
    // What is clipped does not change with the stock that was asked for.
    guard !target(stock, period).isNaN, !(isClipped && inflow <= 0) else { return }
    let part = known[use.inflow][period] / share(index, period, period)
    left[index][period] -= part
    staying[index][period] -= part * inflow
    add(part, to: stock, in: period)
  }

  /// What a stock must reach in a period; not a number where nothing says so.
  private func target(_ stock: SystemPlan.Operand?, _ period: Int) -> Double {
    stock.map { numbers.series(of: $0, over: plan.model.time)(period, lane) } ?? .nan
  }

  /// The equation of a node that holds: of a limited one that which gives least.
  private func equation(
    _ node: Int, _ period: Int
  ) -> (known: SystemPlan.Known, terms: [SystemPlan.Term]) {
    let own = plan.nodes[node]
    guard !own.limits.isEmpty else { return (own.known, own.terms) }
    var best = (known: own.known, terms: own.terms)
    var least = Double.infinity
    for (known, terms) in [best] + own.limits.map({ ($0.known, $0.terms) }) {
      var sum = 0.0
      if case .amount(let operand) = known {
        sum = numbers.series(of: operand, over: plan.model.time)(period, lane)
      }
      for term in terms { sum += number(term.coefficient, period) * value(term.node, period) }
      if sum < least { (least, best) = (sum, (known, terms)) }
    }
    return best
  }

  private mutating func add(_ amount: Double, to operand: SystemPlan.Operand, in period: Int) {
    switch operand {
    case .slot(let slot): slots[slot][period] += amount
    case .amount(let slot): slots[slot][period] += amount * plan.model.time.length(of: period)
    case .complement(let taken): for slot in taken { slots[slot][period] -= amount }
    case .leaving(let use): staying[use][period] -= amount
    case .staying(let use): staying[use][period] += amount
    case .inherited: break
    }
  }

  private func value(_ node: Int, _ period: Int) -> Double {
    arena[layout.node(node).offset(in: period) + lane]
  }

  private func share(_ use: Int, _ t: Int, _ c: Int) -> Double {
    let survival = numbers.survivals[use]
    return survival.share(
      atEndOf: t, ofCohort: c, lane: survival.law.laneCount == nil ? 0 : lane)
  }

  /// The number behind a coefficient, as the march has it in its arena.
  private func number(_ coefficient: SystemPlan.Coefficient, _ period: Int) -> Double {
    switch coefficient {
    case .one: return 1
    case .minusOne: return -1
    case .operand(let operand):
      guard let place = layout.operands[operand] else {
        return numbers.series(of: operand, over: plan.model.time)(period, lane)
      }
      return arena[place.row.offset(in: period) + (place.isByLane ? lane : 0)]
    }
  }
}
