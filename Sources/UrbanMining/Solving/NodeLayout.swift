/// Where the cells of each process and flow stand among the nodes of a plan.
///
/// Cells are those that are left when the separated dimensions have become lanes.
struct NodeLayout: Sendable {
  /// Nodes of what each process cell receives.
  let inflows: [Range<Int>]
  /// Nodes of what each process cell gives off; the same as what it receives for one that passes on.
  let outflows: [Range<Int>]
  /// Nodes of what the given flows and shares of a process cell leave, where flows share in that.
  let rests: [Range<Int>]
  /// Nodes of each flow's cells.
  let flows: [Range<Int>]
  let count: Int
  /// The cells of each process and flow.
  let processSpaces: [CellSpace]
  let flowSpaces: [CellSpace]
  /// For each flow its source and target, as places in the list of processes.
  let ends: [(source: Int, target: Int)]
  /// For each flow the cell of its source, and of its target, to which each of its cells belongs.
  let sourceCells: [[Int]]
  let targetCells: [[Int]]
  private let processNames: [String]

  init(model: SystemModel, split: LaneSplit) {
    var next = 0
    func take(_ count: Int) -> Range<Int> {
      defer { next += count }
      return next..<next + count
    }
    let spaces = model.processes.map { split.inner(model.space(over: $0.dimensions)) }
    let flowSpaces = model.flows.map { split.inner(model.space(of: $0)) }
    var (inflows, outflows, rests) = ([Range<Int>](), [Range<Int>](), [Range<Int>]())
    for (index, process) in model.processes.enumerated() {
      let cells = process.kind == .source ? 0 : spaces[index].count
      inflows.append(take(cells))
      outflows.append(process.lifetimes == nil ? inflows[index] : take(cells))
      let sharesRest = model.flows.contains {
        if case .shareOfRest = $0.rule { $0.from == process.name } else { false }
      }
      rests.append(take(sharesRest ? cells : 0))
    }
    self.inflows = inflows
    self.outflows = outflows
    self.rests = rests
    flows = flowSpaces.map { take($0.count) }
    count = next
    processSpaces = spaces
    self.flowSpaces = flowSpaces
    processNames = model.processes.map(\.name)

    let places = Dictionary(
      uniqueKeysWithValues: model.processes.enumerated().map { ($1.name, $0) })
    let ends = model.flows.map { flow -> (source: Int, target: Int) in
      guard let source = places[flow.from], let target = places[flow.to] else {
        preconditionFailure("a valid model knows the processes of its flows")
      }
      return (source, target)
    }
    self.ends = ends
    sourceCells = flowSpaces.indices.map { flowSpaces[$0].places(in: spaces[ends[$0].source]) }
    targetCells = flowSpaces.indices.map {
      flowSpaces[$0].places(in: spaces[ends[$0].target], calling: model.flows[$0].across)
    }
  }

  /// A cell of a flow, and its node.
  struct FlowCell: Sendable {
    let flow: Int
    let cell: Int
    let node: Int
  }

  /// The flow cells that leave each cell of a process.
  func outgoing(process: Int) -> [[FlowCell]] {
    var cells = [[FlowCell]](repeating: [], count: processSpaces[process].count)
    for flow in flows.indices where ends[flow].source == process {
      for (cell, node) in flows[flow].enumerated() {
        cells[sourceCells[flow][cell]].append(FlowCell(flow: flow, cell: cell, node: node))
      }
    }
    return cells
  }

  /// The flow cells that enter each cell of a process.
  func incoming(process: Int) -> [[FlowCell]] {
    var cells = [[FlowCell]](repeating: [], count: processSpaces[process].count)
    for flow in flows.indices where ends[flow].target == process {
      for (cell, node) in flows[flow].enumerated() {
        cells[targetCells[flow][cell]].append(FlowCell(flow: flow, cell: cell, node: node))
      }
    }
    return cells
  }

  /// The processes to which nodes belong, in the order of the model.
  func processes(among nodes: [Int]) -> [String] {
    processNames.indices.filter { index in
      nodes.contains { inflows[index].contains($0) || outflows[index].contains($0) }
    }.map { processNames[$0] }
  }
}
