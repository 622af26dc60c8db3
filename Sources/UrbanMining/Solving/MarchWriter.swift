internal import LinearAlgebra

/// Writes what is done in each period of a march, as steps on rows of lanes.
struct MarchWriter {
  let plan: SystemPlan
  /// Which numbers differ by lane.
  let numbers: PlanNumbers
  var layout: ArenaLayout
  /// Steps since the last pause, and what came before.
  var steps: [LaneStep] = []
  private var parts: [Part] = []
  let survivals: [SurvivalPlace]
  /// For each stock in service: what is left of earlier cohorts, and room to find it.
  let tiles: [LaneRow]
  /// The least value of any flow that is not given.
  let lowest: LaneRow
  private let spare: LaneRow
  private let limitRow: LaneRow

  private enum Part {
    case steps([LaneStep])
    case stage(MarchProgram.Stage)
  }

  init(_ plan: SystemPlan, _ numbers: PlanNumbers, lanes: Int) {
    self.plan = plan
    self.numbers = numbers
    let operands = plan.operands(with: numbers)
    var layout = ArenaLayout(
      lanes: lanes, periods: plan.model.time.count, nodes: plan.nodes.count,
      stocks: plan.uses.count + plan.sinks.count,
      shared: operands.filter { !numbers.isByLane($0) }, own: operands.filter(numbers.isByLane))
    survivals = numbers.survivals.map { SurvivalPlace($0, in: &layout) }
    tiles = plan.uses.map { _ in layout.scratch(rows: CohortRows.height + 1) }
    lowest = layout.scratch()
    spare = layout.scratch()
    limitRow = layout.scratch()
    self.layout = layout
  }

  mutating func write() {
    for use in plan.uses.indices where numbers.inherited[use] != nil {
      add(.inherited(use: use), to: left(use))
    }
    for step in plan.steps {
      switch step {
      case .substitute(let node): write(node)
      case .loop(let loop) where loop.hasLimits:
        pause(for: .limited(loop))
      case .loop(let loop): close(loop)
      }
    }
    keepStocks()
  }

  /// What can't be written as steps on rows stands between two programs.
  mutating func pause(for stage: MarchProgram.Stage) {
    parts += [.steps(steps), .stage(stage)]
    steps = []
  }

  /// All stages so far, to be run in this order; every row lies inside the layout as it is now.
  func stages() -> [MarchProgram.Stage] {
    (parts + [.steps(steps)]).compactMap { part in
      switch part {
      case .steps(let steps) where steps.isEmpty: nil
      case .steps(let steps):
        .rows(
          LaneProgram(steps, lanes: layout.lanes, periods: layout.periods, size: layout.size))
      case .stage(let stage): stage
      }
    }
  }

  // MARK: - Equations

  /// The value of a node from its equation, into its own row or another.
  mutating func write(_ node: Int, into row: LaneRow? = nil) {
    let out = row ?? layout.node(node)
    let equation = plan.nodes[node]
    write(equation.known, equation.terms, into: out)
    for limit in equation.limits {
      write(limit.known, limit.terms, into: limitRow)
      steps.append(.minimum(out, limitRow))
    }
  }

  mutating func write(
    _ known: SystemPlan.Known, _ terms: [SystemPlan.Term], into out: LaneRow
  ) {
    var terms = terms[...]
    switch known {
    case .nothing:
      if let first = terms.first, first.coefficient == .one {
        steps.append(.copy(out, layout.node(first.node)))
        terms = terms.dropFirst()
      } else {
        steps.append(.zero(out))
      }
    case .amount(let operand): load(operand, into: out)
    case .earlierCohorts(let use):
      let before = layout.stockBefore(use)
      steps += [
        .copy(out, before), .subtract(out, left(use)), .clearRounding(out, left(use), before),
      ]
    case .required(let use, let inflow, let stock, let isClipped):
      guard let stock else {
        if let inflow { load(inflow, into: out) }
        break
      }
      load(stock, into: out)
      steps.append(.subtract(out, left(use)))
      let staying = place(.staying(use: use))
      steps.append(
        staying.isByLane
          ? .divide(out, staying.row) : .divideByNumber(out, number: staying.row))
      if isClipped { steps.append(.clip(out)) }
      if let inflow {
        load(inflow, into: spare)
        steps.append(.fillGaps(out, spare))
      }
    }
    for term in terms { add(term.coefficient, layout.node(term.node), to: out) }
  }

  mutating func load(_ operand: SystemPlan.Operand, into out: LaneRow) {
    let place = place(operand)
    steps.append(place.isByLane ? .copy(out, place.row) : .broadcast(out, number: place.row))
  }

  /// out += coefficient · row
  mutating func add(
    _ coefficient: SystemPlan.Coefficient, _ row: LaneRow, to out: LaneRow
  ) {
    switch coefficient {
    case .one: steps.append(.add(out, row))
    case .minusOne: steps.append(.subtract(out, row))
    case .operand(let operand):
      let place = place(operand)
      steps.append(
        place.isByLane
          ? .addProduct(out, row, place.row) : .addScaled(out, row, number: place.row))
    }
  }

  /// out += operand
  mutating func add(_ operand: SystemPlan.Operand, to out: LaneRow) {
    load(operand, into: spare)
    steps.append(.add(out, spare))
  }

  private func place(_ operand: SystemPlan.Operand) -> ArenaLayout.Place {
    guard let place = layout.operands[operand] else {
      preconditionFailure("every number of the plan has a place")
    }
    return place
  }

  /// What is left of earlier cohorts, and of the initial stock, at the end of the period.
  func left(_ use: Int) -> LaneRow { tiles[use] }
}
