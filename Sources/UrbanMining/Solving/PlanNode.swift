extension SystemPlan {
  /// One unknown and its equation:
  /// ```
  /// value = min(known + Σ coefficient · (value of another node), limits …)
  /// ```
  struct Node: Sendable {
    let known: Known
    let terms: [Term]
    /// What the value is at most, where that is limited.
    var limits: [Limit] = []

    /// All nodes that it depends on.
    var dependencies: [Int] { terms.map(\.node) + limits.flatMap { $0.terms.map(\.node) } }
  }

  enum Known: Hashable, Sendable {
    case nothing
    /// Data: an amount for each period.
    case amount(Operand)
    /// The outflow that earlier cohorts cause in this stock in service.
    case earlierCohorts(use: Int)
    /// What must enter this stock in service: an amount, or what is missing to its target, or the one where
    /// the other is not a number. Clipped, it is never less than nothing.
    case required(use: Int, inflow: Operand?, stock: Operand?, isClipped: Bool)
  }

  struct Term: Hashable, Sendable {
    let node: Int
    let coefficient: Coefficient
  }

  /// Another equation for a node, which holds where it gives less.
  struct Limit: Hashable, Sendable {
    let known: Known
    let terms: [Term]
  }

  enum Coefficient: Hashable, Sendable {
    case one
    case minusOne
    case operand(Operand)
  }

  /// A number of the plan that changes with the periods.
  enum Operand: Hashable, Sendable {
    /// As it stands in a slot.
    case slot(Int)
    /// An amount per year in a slot, times the length of the period.
    case amount(Int)
    /// What these shares leave, 1 − Σ; no more than rounding is nothing.
    case complement([Int])
    /// 1 − s(t, t): what leaves a stock in service in the period in which it enters.
    case leaving(use: Int)
    /// s(t, t).
    case staying(use: Int)
    /// What is left of an initial stock.
    case inherited(use: Int)
  }

  /// A stock in service: the nodes of what it receives and gives off.
  struct UseCell: Sendable {
    let inflow: Int
    let outflow: Int
    /// The process and its cell, among those without the separated dimensions.
    let process: Int
    let cell: Int
  }

  /// One component in the order of solution.
  enum Step: Sendable {
    case substitute(node: Int)
    case loop(Loop)
  }

  /// Every number that the equations and stocks refer to, once, in the order of the nodes.
  func operands(with numbers: PlanNumbers) -> [Operand] {
    var known: Set<Operand> = []
    var operands: [Operand] = []
    func note(_ operand: Operand?) {
      if let operand, known.insert(operand).inserted { operands.append(operand) }
    }
    func note(_ equation: (known: Known, terms: [Term])) {
      switch equation.known {
      case .nothing, .earlierCohorts: break
      case .amount(let operand): note(operand)
      case .required(_, let inflow, let stock, _):
        note(inflow)
        note(stock)
      }
      for case .operand(let operand) in equation.terms.map(\.coefficient) { note(operand) }
    }
    for node in nodes {
      note((node.known, node.terms))
      for limit in node.limits { note((limit.known, limit.terms)) }
    }
    for use in uses.indices {
      note(.staying(use: use))
      if numbers.inherited[use] != nil { note(.inherited(use: use)) }
    }
    return operands
  }
}
