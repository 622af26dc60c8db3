/// A system compiled for the solver: indices and contiguous numbers instead of names.
///
/// The unknowns, called *nodes*, are what each process cell receives, what each stock in service gives
/// off, and each flow cell. For one period each obeys
/// ```
/// value = known + Σ coefficient · (value of another node)
/// ```
/// where what is known is data or the outflow of earlier cohorts, or takes the least of several such
/// equations where it is limited. The graph of these dependencies is cut into strongly connected
/// components once: outside of loops the values follow by substitution, inside a loop a few *torn* nodes
/// are solved for (see `Loop`).
///
/// Models of the same structure are solved side by side, one per lane. A dimension that never mixes becomes
/// lanes, too (see ``laneDimensions``).
public struct SystemPlan: Sendable {
  /// The models, one per lane; they differ in numbers only.
  public let models: [SystemModel]
  let split: LaneSplit
  let layout: NodeLayout
  let nodes: [Node]
  let uses: [UseCell]
  let sinks: [SinkCell]
  let steps: [Step]
  let slots: SlotTable
  let numbers: PlanNumbers
  /// What the balance of each process cell inside the system is made of.
  let balanceCells: [BalanceCell]

  /// A sink: the node of what it receives.
  struct SinkCell: Sendable {
    let inflow: Int
    let process: Int
    let cell: Int
  }

  /// Compiles a model.
  /// - Throws: `.endlessLoop` where a loop within a period returns all that it receives, `.stock` where a
  ///   stock can't be what it must be.
  public init(_ model: SystemModel) throws(SystemPlanError) {
    try self.init(lanes: [model])
  }

  /// Compiles models of the same structure, each for a lane of its own.
  /// - Complexity: O(nodes · T) for the coefficients, and one small dense solve per loop and period.
  public init(lanes models: [SystemModel]) throws(SystemPlanError) {
    try self.init(lanes: models, lifetimesChange: false)
  }

  /// - Parameters:
  ///   - models: of the same structure, each for a lane of its own.
  ///   - lifetimesChange: whether the plan will be solved with other lifetimes, so that every stock may lose
  ///     something in the period in which it enters.
  ///   - isSplit: whether dimensions that never mix become lanes.
  init(
    lanes models: [SystemModel], lifetimesChange: Bool, isSplit: Bool = true
  ) throws(SystemPlanError) {
    guard let first = models.first else { throw .noModel }
    for model in models.dropFirst() where !model.hasStructure(of: first) {
      throw .differentStructure(first.header.name, model.header.name)
    }
    let split = LaneSplit(model: first, models: models.count, isOff: !isSplit)
    let stocks = try PlanStocks(models: models, split: split)
    var compiler = PlanCompiler(
      models: models, split: split,
      leavesAtOnce: stocks.leavesAtOnce.map { $0.map { $0 || lifetimesChange } })
    compiler.compile()
    self.models = models
    self.split = split
    layout = compiler.layout
    nodes = compiler.nodes
    uses = compiler.uses
    slots = compiler.slots
    sinks = SystemPlan.sinks(of: first, layout)
    numbers = PlanNumbers(
      slots: slots.numbers(of: models, split), survivals: stocks.survivals,
      inherited: stocks.inherited, initialStocks: stocks.initialStocks)
    balanceCells = SystemPlan.balanceCells(of: first, layout, uses, sinks)
    let nodes = nodes
    steps = stronglyConnectedComponents(dependencies: nodes.map(\.dependencies)).map { members in
      members.count == 1 ? .substitute(node: members[0]) : .loop(Loop(members, nodes: nodes))
    }
    try checkLoops()
  }

  /// The number of models that are solved side by side.
  public var lanes: Int { models.count }
  /// The model of the first lane, whose names hold for all.
  public var model: SystemModel { models[0] }
  /// The number of unknowns in each period, and in each of the lanes that dimensions became.
  public var unknowns: Int { nodes.count }
  /// The dimensions that never mix: each of their combinations is solved in a lane of its own.
  public var laneDimensions: [Dimension] { split.space.dimensions }

  /// The loops within a period: their processes, unknowns, and how many of these are solved for.
  public var loops: [(processes: [String], unknowns: Int, torn: Int)] {
    steps.compactMap { step in
      guard case .loop(let loop) = step else { return nil }
      return (layout.processes(among: loop.members), loop.members.count, loop.torn.count)
    }
  }

  /// The nodes of flows that are not data.
  var derivedFlowNodes: [Int] {
    model.flows.indices.flatMap { index -> [Int] in
      if case .given = model.flows[index].rule { [] } else { Array(layout.flows[index]) }
    }
  }

  /// Refuses a loop through which nothing ever leaves: its throughput would be without bound.
  ///
  /// A limit may hold a loop that returns all that it receives. So where there are limits, only what goes
  /// round without passing one is looked at.
  private func checkLoops() throws(SystemPlanError) {
    for case .loop(let loop) in steps {
      let chosen = loop.hasLimits ? loop.members.map { nodes[$0].limits.isEmpty ? 0 : -1 } : []
      let operands = Set(
        loop.members.flatMap { nodes[$0].terms }.compactMap { term -> Operand? in
          if case .operand(let operand) = term.coefficient { operand } else { nil }
        })
      var series: [Operand: LaneSeries] = [:]
      for operand in operands { series[operand] = numbers.series(of: operand, over: model.time) }
      let isByLane = series.values.contains { $0.width > 1 }
      for lane in 0..<(isByLane ? split.lanes : 1) {
        // A loop whose numbers stay as they were stays what it was.
        let changes = (0..<model.time.count).filter { period in
          period == 0
            || series.values.contains { $0(period, lane) != $0(period - 1, lane) }
        }
        for period in changes {
          let equations = LoopEquations(loop, nodes: nodes, chosen: chosen) { coefficient in
            switch coefficient {
            case .one: 1
            case .minusOne: -1
            case .operand(let operand): series[operand]?(period, lane) ?? 0
            }
          }
          guard !equations.converges() else { continue }
          throw .endlessLoop(
            processes: layout.processes(among: loop.members), year: model.time.label(of: period))
        }
      }
    }
  }

  private static func sinks(of model: SystemModel, _ layout: NodeLayout) -> [SinkCell] {
    model.processes.indices.filter { model.processes[$0].kind == .sink }.flatMap { index in
      layout.inflows[index].enumerated().map {
        SinkCell(inflow: $0.element, process: index, cell: $0.offset)
      }
    }
  }
}
