public import LinearAlgebra

/// The flows and stocks of a solved system, with the plan that they are a result of.
public struct SystemResults: Sendable {
  public let plan: SystemPlan
  /// The mass balance of every process, period and lane.
  public let balance: MassBalance
  private let values: [Matrix]
  /// Stock at the end of each period, by process and cell; empty where a process holds nothing.
  private let stocks: [[Matrix]]

  init(plan: SystemPlan, values: [Matrix], useStocks: [Matrix]) throws(SolveError) {
    self.plan = plan
    self.values = values
    var nextUse = 0
    stocks = plan.model.processes.indices.map { index in
      switch plan.model.processes[index].kind {
      case .use:
        let cells = plan.layout.inflows[index].count
        defer { nextUse += cells }
        return Array(useStocks[nextUse..<nextUse + cells])
      case .sink: return plan.layout.inflows[index].map { SystemResults.accumulated(values[$0]) }
      default: return []
      }
    }
    balance = SystemBalance(plan: plan, values: values, stocks: stocks).balance()
    guard balance.holds else {
      let year = plan.model.time.label(of: balance.worstPeriod)
      throw .balanceViolated(balance, year: year)
    }
    try checkRemainders()
  }

  /// A remainder below zero, beyond rounding: its siblings take more than there is.
  private func checkRemainders() throws(SolveError) {
    let model = plan.model
    for (index, flow) in model.flows.enumerated() where flow.rule == .remainder {
      for cell in self.flow(at: index) {
        let largest = cell.values.reduce(0) { max($0, abs($1)) }
        let bound = -100 * Double.ulpOfOne * max(largest, balance.tolerance / (100 * .ulpOfOne))
        guard let bad = cell.values.firstIndex(where: { $0 < bound }) else { continue }
        throw .overdrawn(
          flow: flow.key, process: flow.from, year: model.time.label(of: bad / plan.lanes),
          amount: -cell.values[bad])
      }
    }
  }

  /// The amounts that pass through a flow in each period (periods × lanes), by cell.
  public func flow(at index: Int) -> [Matrix] {
    plan.layout.flows[index].map { values[$0] }
  }

  /// What each cell of a process receives in each period (periods × lanes).
  public func inflow(ofProcess index: Int) -> [Matrix] {
    plan.layout.inflows[index].map { values[$0] }
  }

  /// What each cell of a process gives off in each period (periods × lanes); nothing for a sink.
  public func outflow(ofProcess index: Int) -> [Matrix] {
    switch plan.model.processes[index].kind {
    case .use, .transform: plan.layout.outflows[index].map { values[$0] }
    default: []
    }
  }

  /// The stock of each cell of a process at the end of each period (periods × lanes).
  public func stock(ofProcess index: Int) -> [Matrix] {
    stocks[index]
  }

  /// The mass balance in full: |Σ in − Σ out − ΔS| of each process inside the system by period, for one lane;
  /// of a process over dimensions, the largest of its cells.
  /// - Complexity: O(flow cells · T).
  public func residuals(lane: Int = 0) -> [(process: String, values: [Double])] {
    SystemBalance(plan: plan, values: values, stocks: stocks).residuals(lane: lane)
  }

  private static func accumulated(_ inflow: Matrix) -> Matrix {
    var stock = inflow
    for period in 1..<max(1, stock.rows) {
      for lane in 0..<stock.columns { stock[period, lane] += stock[period - 1, lane] }
    }
    return stock
  }
}

extension SystemPlan {
  /// Solves the system for all periods and lanes.
  /// - Throws: `.balanceViolated` where given flows leave no way to conserve mass, `.overdrawn` where they
  ///   take more than there is.
  public func solve() throws(SolveError) -> SystemResults {
    var solver = SystemSolver(self)
    do throws(LinearAlgebraError) {
      try solver.run()
    } catch {
      throw .singularLoop
    }
    return try SystemResults(plan: self, values: solver.values, useStocks: solver.stocks)
  }
}

/// Why a plan has no trustworthy solution.
public enum SolveError: Error, Hashable, Sendable, CustomStringConvertible {
  case singularLoop
  case balanceViolated(MassBalance, year: String)
  /// The flows beside a remainder take more than their process has.
  case overdrawn(flow: String, process: String, year: String, amount: Double)

  public var description: String {
    switch self {
    case .singularLoop: "the equations of a loop have no unique solution"
    case .balanceViolated(let balance, let year):
      "the mass balance of '\(balance.worstProcess)' is violated in \(year) by "
        + "\(plainNumber(balance.maxResidual)) (tolerance \(balance.tolerance)): where flows are given, "
        + "one flow must be the remainder"
    case .overdrawn(let flow, let process, let year, let amount):
      "the other flows from '\(process)' take \(plainNumber(amount)) more than it has in \(year), so that "
        + "the remainder '\(flow)' would be negative"
    }
  }
}
