/// Where the cells of each process and flow stand among the nodes of a plan.
struct NodeLayout: Sendable {
  /// Nodes of what each process cell receives.
  let inflows: [Range<Int>]
  /// Nodes of what each process cell gives off; the same as what it receives for one that passes on.
  let outflows: [Range<Int>]
  /// Nodes of each flow's cells.
  let flows: [Range<Int>]
  let count: Int
  private let processNames: [String]

  init(model: SystemModel) {
    var next = 0
    func take(_ count: Int) -> Range<Int> {
      defer { next += count }
      return next..<next + count
    }
    var inflows: [Range<Int>] = []
    var outflows: [Range<Int>] = []
    for process in model.processes {
      let cells = process.kind == .source ? 0 : model.space(over: process.dimensions).count
      inflows.append(take(cells))
      outflows.append(process.lifetimes == nil ? inflows[inflows.count - 1] : take(cells))
    }
    self.inflows = inflows
    self.outflows = outflows
    flows = model.flows.map { take(model.space(of: $0).count) }
    count = next
    processNames = model.processes.map(\.name)
  }

  /// The processes to which nodes belong, in the order of the model.
  func processes(among nodes: [Int]) -> [String] {
    processNames.indices.filter { index in
      nodes.contains { inflows[index].contains($0) || outflows[index].contains($0) }
    }.map { processNames[$0] }
  }
}
