/// Writes the equation of every node of a plan.
struct PlanCompiler {
  private let models: [SystemModel]
  let split: LaneSplit
  let layout: NodeLayout
  private var model: SystemModel { models[0] }
  private(set) var nodes: [SystemPlan.Node] = []
  private(set) var uses: [SystemPlan.UseCell] = []
  private(set) var slots = SlotTable()

  /// Whether anything of what enters a cell of a process leaves it in the same period, in any lane.
  private let leavesAtOnce: [[Bool]]

  init(models: [SystemModel], split: LaneSplit, leavesAtOnce: [[Bool]]) {
    self.models = models
    self.split = split
    layout = NodeLayout(model: models[0], split: split)
    self.leavesAtOnce = leavesAtOnce
  }

  mutating func compile() {
    for (index, process) in model.processes.enumerated() {
      let incoming = layout.incoming(process: index)
      let outgoing = layout.outgoing(process: index)
      for cell in layout.inflows[index].indices.map({ $0 - layout.inflows[index].lowerBound }) {
        switch process.way(ofCell: cell) {
        case .supply:
          nodes.append(.init(known: .nothing, terms: incoming[cell].map(SystemPlan.Term.init)))
        case .demand:
          nodes.append(.init(known: .nothing, terms: outgoing[cell].map(SystemPlan.Term.init)))
        case .inflow, .stock:
          nodes.append(.init(known: required(process, index, cell), terms: []))
        }
      }
      if process.lifetimes != nil { compileUse(index) }
      for cell in layout.rests[index].indices.map({ $0 - layout.rests[index].lowerBound }) {
        nodes.append(.init(known: .nothing, terms: restTerms(index, cell, outgoing[cell])))
      }
    }
    let sides = (0..<model.processes.count).map {
      (incoming: layout.incoming(process: $0), outgoing: layout.outgoing(process: $0))
    }
    for index in model.flows.indices {
      let (source, target) = layout.ends[index]
      for (cell, node) in layout.flows[index].enumerated() {
        let own = NodeLayout.FlowCell(flow: index, cell: cell, node: node)
        compileFlow(
          own, siblings: sides[source].outgoing[layout.sourceCells[index][cell]],
          rivals: sides[target].incoming[layout.targetCells[index][cell]])
      }
    }
  }

  /// What must enter a cell of a stock in service.
  private mutating func required(
    _ process: SystemModel.Process, _ index: Int, _ cell: Int
  ) -> SystemPlan.Known {
    let counts = process.requirements(ofCell: cell)
    let inflow: SystemPlan.Operand? =
      counts.inflow ? .amount(slot(.requiredInflow(index), ofProcess: index, cell)) : nil
    let stock: SystemPlan.Operand? =
      counts.stock ? .slot(slot(.requiredStock(index), ofProcess: index, cell)) : nil
    return .required(
      use: uses.count + cell, inflow: inflow, stock: stock,
      isClipped: process.negativeInflow == .clip)
  }

  /// Oₜ = (outflow of earlier cohorts) + (1 − s(t, t)) · Iₜ for each cell of a stock in service.
  private mutating func compileUse(_ index: Int) {
    for (cell, outflow) in layout.outflows[index].enumerated() {
      let inflow = layout.inflows[index].lowerBound + cell
      let use = uses.count
      nodes.append(
        .init(
          known: .earlierCohorts(use: use),
          terms: leavesAtOnce[index][cell]
            ? [.init(node: inflow, coefficient: .operand(.leaving(use: use)))] : []))
      uses.append(.init(inflow: inflow, outflow: outflow, process: index, cell: cell))
    }
  }

  private mutating func compileFlow(
    _ own: NodeLayout.FlowCell, siblings: [NodeLayout.FlowCell], rivals: [NodeLayout.FlowCell]
  ) {
    let flow = model.flows[own.flow]
    let source = sourceNode(own)
    var known = SystemPlan.Known.nothing
    let terms: [SystemPlan.Term]
    switch flow.rule {
    case .given:
      known = .amount(.amount(slot(of: own)))
      terms = []
    case .share:
      terms = [.init(node: source, share: slot(of: own))]
    case .shareOfRest:
      let rest = layout.rests[layout.ends[own.flow].source].lowerBound
      let node = rest + layout.sourceCells[own.flow][own.cell]
      terms = [.init(node: node, share: slot(of: own))]
    case .remainder: terms = remainderTerms(own, siblings)
    case .input:
      terms = [.init(node: targetNode(own), share: slot(of: own))]
    case .fill(let priority):
      let others = rivals.filter { rival in
        guard case .fill(let other) = model.flows[rival.flow].rule else { return true }
        return (other, rival.flow, rival.cell) < (priority, own.flow, own.cell)
      }
      terms =
        [.init(node: targetNode(own), coefficient: .one)]
        + others.map { .init(node: $0.node, coefficient: .minusOne) }
    }
    nodes.append(.init(known: known, terms: terms, limits: limits(own, siblings)))
  }

  private mutating func limits(
    _ own: NodeLayout.FlowCell, _ siblings: [NodeLayout.FlowCell]
  ) -> [SystemPlan.Limit] {
    switch model.flows[own.flow].limit {
    case nil: return []
    case .amount:
      let slot = slot(.limit(own.flow), ofFlow: own.flow, own.cell)
      return [.init(known: .amount(.amount(slot)), terms: [])]
    case .available:
      let others = siblings.filter { sibling in
        let flow = model.flows[sibling.flow]
        if flow.rule == .remainder { return false }
        return flow.limit == .available
          ? (sibling.flow, sibling.cell) < (own.flow, own.cell) : sibling.node != own.node
      }
      return [
        .init(
          known: .nothing,
          terms: [.init(node: sourceNode(own), coefficient: .one)]
            + others.map { .init(node: $0.node, coefficient: .minusOne) })
      ]
    }
  }

  /// What the flows beside a remainder leave: (1 − Σ shares) · throughput − Σ other flows.
  ///
  /// Summing the shares first keeps the digits of a small remainder.
  private mutating func remainderTerms(
    _ own: NodeLayout.FlowCell, _ siblings: [NodeLayout.FlowCell]
  ) -> [SystemPlan.Term] {
    let process = layout.ends[own.flow].source
    guard layout.rests[process].isEmpty else {
      let rest = layout.rests[process].lowerBound + layout.sourceCells[own.flow][own.cell]
      let others = siblings.filter { $0.node != own.node && sharesRest($0) }
      return leftTerms(of: rest, others)
    }
    return leftTerms(of: sourceNode(own), siblings.filter { $0.node != own.node })
  }

  /// What flows leave that neither share in the rest nor take it.
  private mutating func restTerms(
    _ process: Int, _ cell: Int, _ outgoing: [NodeLayout.FlowCell]
  ) -> [SystemPlan.Term] {
    let others = outgoing.filter { !sharesRest($0) && model.flows[$0.flow].rule != .remainder }
    return leftTerms(of: layout.outflows[process].lowerBound + cell, others)
  }

  private func sharesRest(_ cell: NodeLayout.FlowCell) -> Bool {
    if case .shareOfRest = model.flows[cell.flow].rule { true } else { false }
  }

  /// The value of a node, less flows: those that are unlimited shares of it by their shares, others by
  /// their amounts.
  private mutating func leftTerms(
    of node: Int, _ others: [NodeLayout.FlowCell]
  ) -> [SystemPlan.Term] {
    var taken: [Int] = []
    var terms: [SystemPlan.Term] = []
    for other in others {
      switch (model.flows[other.flow].rule, model.flows[other.flow].limit) {
      case (.share, nil), (.shareOfRest, nil): taken.append(slot(of: other))
      default: terms.append(.init(node: other.node, coefficient: .minusOne))
      }
    }
    let whole: SystemPlan.Coefficient = taken.isEmpty ? .one : .operand(.complement(taken))
    return [.init(node: node, coefficient: whole)] + terms
  }

  /// The slot that holds the number of a flow cell's rule.
  private mutating func slot(of own: NodeLayout.FlowCell) -> Int {
    slot(.flow(own.flow), ofFlow: own.flow, own.cell)
  }

  private mutating func slot(_ place: NumberSource, ofFlow flow: Int, _ cell: Int) -> Int {
    slot(place, .flow(flow), layout.flowSpaces[flow], cell)
  }

  private mutating func slot(_ place: NumberSource, ofProcess process: Int, _ cell: Int) -> Int {
    slot(place, .process(process), layout.processSpaces[process], cell)
  }

  /// Whose cells a parameter is read for.
  private enum Owner: Hashable {
    case flow(Int)
    case process(Int)
  }

  private struct Reading: Hashable {
    let source: NumberSource
    let owner: Owner
  }

  /// The slot of each cell of an owner.
  private var places: [Reading: [Int]] = [:]

  private mutating func slot(
    _ place: NumberSource, _ owner: Owner, _ space: CellSpace, _ cell: Int
  ) -> Int {
    let reading = Reading(source: place, owner: owner)
    if let known = places[reading] { return known[cell] }
    let range = slots.range(of: place.resolved(in: models), in: models, split)
    let found = space.places(in: range.space).map { range.first + $0 }
    places[reading] = found
    return found[cell]
  }

  /// The node of what the source cell of a flow cell gives off.
  private func sourceNode(_ own: NodeLayout.FlowCell) -> Int {
    layout.outflows[layout.ends[own.flow].source].lowerBound
      + layout.sourceCells[own.flow][own.cell]
  }

  /// The node of what the target cell of a flow cell receives.
  private func targetNode(_ own: NodeLayout.FlowCell) -> Int {
    layout.inflows[layout.ends[own.flow].target].lowerBound + layout.targetCells[own.flow][own.cell]
  }
}

extension SystemPlan.Term {
  fileprivate init(_ cell: NodeLayout.FlowCell) {
    self.init(node: cell.node, coefficient: .one)
  }

  fileprivate init(node: Int, share slot: Int) {
    self.init(node: node, coefficient: .operand(.slot(slot)))
  }
}
