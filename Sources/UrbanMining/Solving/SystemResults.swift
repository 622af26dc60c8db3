public import LinearAlgebra

/// The flows and stocks of a solved system, with the plan that they are a result of.
public struct SystemResults: Sendable {
  public let plan: SystemPlan
  /// The mass balance of every process, period and lane.
  public let balance: MassBalance
  private let solved: SolvedLanes

  init(plan: SystemPlan, solved: SolvedLanes) throws(SolveError) {
    self.plan = plan
    self.solved = solved
    balance = MassBalance(solved, plan: plan)
    guard balance.holds else {
      throw .balanceViolated(balance, year: plan.model.time.label(of: balance.worstPeriod))
    }
    if !solved.isNowhereNegative { try checkFlows() }
  }

  /// The amounts that pass through a flow in each period (periods × lanes), by cell.
  public func flow(at index: Int) -> [Matrix] {
    gathered(
      plan.layout.flows[index], of: plan.layout.flowSpaces[index],
      as: plan.model.space(of: plan.model.flows[index]))
  }

  /// What each cell of a process receives in each period (periods × lanes).
  public func inflow(ofProcess index: Int) -> [Matrix] {
    gathered(plan.layout.inflows[index], ofProcess: index)
  }

  /// What each cell of a process gives off in each period (periods × lanes); nothing for a sink.
  public func outflow(ofProcess index: Int) -> [Matrix] {
    switch plan.model.processes[index].kind {
    case .use, .transform: gathered(plan.layout.outflows[index], ofProcess: index)
    default: []
    }
  }

  /// The stock of each cell of a process at the end of each period (periods × lanes).
  public func stock(ofProcess index: Int) -> [Matrix] {
    stocks(ofProcess: index).map {
      Matrix(rows: $0.rows - 1, columns: $0.columns, values: Array($0.values[$0.columns...]))
    }
  }

  /// What each cell of a process holds before the first period, by lane.
  public func initialStock(ofProcess index: Int) -> [[Double]] {
    stocks(ofProcess: index).map { Array($0.values[..<$0.columns]) }
  }

  /// The mass balance in full: |Σ in − Σ out − ΔS| of each process inside the system by period, for one lane;
  /// of a process over dimensions, the largest of its cells.
  /// - Complexity: O(flow cells · T).
  public func residuals(lane: Int = 0) -> [(process: String, values: [Double])] {
    var found: [(process: String, values: [Double])] = []
    for cell in plan.balanceCells {
      let name = plan.model.processes[cell.process].name
      for lane in plan.split.lanes(ofModel: lane) {
        let residuals = solved.residuals(of: cell, lane: lane)
        if found.last?.process == name {
          found[found.count - 1].values = zip(found[found.count - 1].values, residuals).map(max)
        } else {
          found.append((name, residuals))
        }
      }
    }
    return found
  }

  /// The periods, as indices, in which a stock that must be reached needed less than nothing to enter: it
  /// shrinks faster than it wears out.
  public func negativeInflows(ofProcess index: Int, lane: Int = 0) -> [Int] {
    guard plan.model.processes[index].required.stock != nil else { return [] }
    let inflow = inflow(ofProcess: index)
    let largest = inflow.reduce(0) { max($0, $1.column(lane).map(abs).max() ?? 0) }
    return plan.model.time.labels.indices.filter { period in
      inflow.contains { $0[period, lane] < -1e-12 * largest }
    }
  }

  // MARK: - Cells

  private func stocks(ofProcess index: Int) -> [Matrix] {
    let uses = plan.uses.indices.filter { plan.uses[$0].process == index }
    let sinks = plan.sinks.indices.filter { plan.sinks[$0].process == index }
    return gathered(
      (uses + sinks.map { plan.uses.count + $0 }).map { solved.stocks[$0] },
      of: plan.layout.processSpaces[index],
      as: plan.model.space(over: plan.model.processes[index].dimensions))
  }

  private func gathered(_ nodes: Range<Int>, ofProcess index: Int) -> [Matrix] {
    gathered(
      nodes, of: plan.layout.processSpaces[index],
      as: plan.model.space(over: plan.model.processes[index].dimensions))
  }

  private func gathered(_ nodes: Range<Int>, of inner: CellSpace, as whole: CellSpace) -> [Matrix] {
    gathered(nodes.map { solved.values[$0] }, of: inner, as: whole)
  }

  /// The cells of the model out of those of the plan, whose lanes hold the separated dimensions.
  ///
  /// What is not over a separated dimension receives something in each of its lanes: that is added up.
  private func gathered(_ parts: [Matrix], of inner: CellSpace, as whole: CellSpace) -> [Matrix] {
    let split = plan.split
    guard split.width > 1, !parts.isEmpty else { return parts }
    let cells = split.cells(of: whole)
    var result = [Matrix](
      repeating: Matrix(rows: parts[0].rows, columns: split.models), count: whole.count)
    for place in 0..<inner.count {
      for element in 0..<split.width {
        let cell = cells[place * split.width + element]
        for row in 0..<parts[place].rows {
          for model in 0..<split.models {
            result[cell][row, model] += parts[place][row, model * split.width + element]
          }
        }
      }
    }
    return result
  }

  // MARK: - Signs

  /// A remainder, or a flow that fills, below zero beyond rounding: its siblings take more than there is.
  ///
  /// Where a stock that must be reached shrinks faster than it wears out, negative flows are what was asked
  /// for; they are reported by ``negativeInflows(ofProcess:lane:)``.
  private func checkFlows() throws(SolveError) {
    let model = plan.model
    let hasNegativeInflow = model.processes.indices.contains { index in
      (0..<plan.lanes).contains { !negativeInflows(ofProcess: index, lane: $0).isEmpty }
    }
    guard !hasNegativeInflow else { return }
    for (index, flow) in model.flows.enumerated() {
      switch flow.rule {
      case .given: continue
      case .share, .shareOfRest, .remainder, .input, .fill: break
      }
      for cell in self.flow(at: index) {
        let largest = cell.values.reduce(0) { max($0, abs($1)) }
        let bound = -max(100 * .ulpOfOne * largest, balance.tolerance)
        guard let bad = cell.values.firstIndex(where: { $0 < bound }) else { continue }
        let year = model.time.label(of: bad / plan.lanes)
        throw flow.rule.isFill
          ? .overfilled(flow: flow.key, process: flow.to, year: year, amount: -cell.values[bad])
          : .overdrawn(flow: flow.key, process: flow.from, year: year, amount: -cell.values[bad])
      }
    }
  }
}
