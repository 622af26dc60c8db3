/// Writes the equation of every node of a plan.
struct PlanCompiler {
  let models: [SystemModel]
  let layout: NodeLayout
  private(set) var nodes: [SystemPlan.Node] = []
  private(set) var uses: [SystemPlan.UseCell] = []

  private var model: SystemModel { models[0] }
  private let processIndex: [String: Int]

  init(models: [SystemModel]) {
    self.models = models
    layout = NodeLayout(model: models[0])
    processIndex = Dictionary(
      uniqueKeysWithValues: models[0].processes.enumerated().map { ($1.name, $0) })
  }

  mutating func compile() {
    var inflowTerms = [[SystemPlan.Term]](repeating: [], count: layout.count)
    for index in model.flows.indices {
      for (cell, node) in layout.flows[index].enumerated() {
        let target = targetNode(ofFlow: index, cell: cell)
        inflowTerms[target].append(.init(node: node, coefficient: .one))
      }
    }
    for (index, process) in model.processes.enumerated() {
      nodes += layout.inflows[index].map { .init(known: .nothing, terms: inflowTerms[$0]) }
      if process.lifetimes != nil { compileUse(index) }
    }
    for index in model.flows.indices { compileFlow(index) }
  }

  /// Oₜ = (outflow of earlier cohorts) + (1 − s(t, t)) · Iₜ for each cell of a stock in service.
  private mutating func compileUse(_ index: Int) {
    for (cell, outflow) in layout.outflows[index].enumerated() {
      let inflow = layout.inflows[index].lowerBound + cell
      let laws = models.compactMap { $0.processes[index].lifetimeLaw(ofCell: cell) }
      let distinct = laws.allSatisfy { $0 == laws[0] } ? [laws[0]] : laws
      let survival = distinct.map { Survival(valid: $0, over: model.time, timing: model.timing) }
      let leaving = survival.map { survival in
        (0..<model.time.count).map { 1 - survival.share(atEndOf: $0, ofCohort: $0) }
      }
      nodes.append(
        .init(
          known: .earlierCohorts(use: uses.count),
          terms: leaving.allSatisfy { $0.allSatisfy { $0 == 0 } }
            ? [] : [.init(node: inflow, coefficient: .series(LaneSeries(lanes: leaving)))]))
      uses.append(.init(inflow: inflow, outflow: outflow, survival: survival))
    }
  }

  private mutating func compileFlow(_ index: Int) {
    for cell in layout.flows[index].indices.map({ $0 - layout.flows[index].lowerBound }) {
      switch model.flows[index].rule {
      case .given:
        nodes.append(
          .init(known: .given(values(ofFlow: index, cell: cell, perYear: true)), terms: []))
      case .share:
        let share = values(ofFlow: index, cell: cell, perYear: false)
        let term = SystemPlan.Term(
          node: sourceNode(ofFlow: index, cell: cell),
          coefficient: share.isOne ? .one : .series(share))
        nodes.append(.init(known: .nothing, terms: [term]))
      case .remainder:
        nodes.append(.init(known: .nothing, terms: remainderTerms(ofFlow: index, cell: cell)))
      }
    }
  }

  /// What the other flows of the source leave: (1 − Σ shares) · throughput − Σ given flows.
  ///
  /// Summing the shares first keeps the digits of a small remainder.
  private func remainderTerms(ofFlow index: Int, cell: Int) -> [SystemPlan.Term] {
    let source = sourceNode(ofFlow: index, cell: cell)
    var left = models.map { [Double](repeating: 1, count: $0.time.count) }
    var terms: [SystemPlan.Term] = []
    for other in model.flows.indices
    where other != index && model.flows[other].from == model.flows[index].from {
      for (otherCell, node) in layout.flows[other].enumerated()
      where sourceNode(ofFlow: other, cell: otherCell) == source {
        switch model.flows[other].rule {
        case .share:
          for (lane, model) in models.enumerated() {
            let series = series(of: model, flow: other, cell: otherCell)
            for period in series.indices { left[lane][period] -= series[period] }
          }
        default: terms.append(.init(node: node, coefficient: .minusOne))
        }
      }
    }
    // What rounding leaves of shares that sum to one is nothing.
    left = left.map { $0.map { abs($0) < 64 * .ulpOfOne ? 0 : $0 } }
    let share = LaneSeries(lanes: left)
    return [.init(node: source, coefficient: share.isOne ? .one : .series(share))] + terms
  }

  private func values(ofFlow index: Int, cell: Int, perYear: Bool) -> LaneSeries {
    LaneSeries(
      lanes: models.map { model in
        let series = series(of: model, flow: index, cell: cell)
        guard perYear else { return series }
        return series.indices.map { series[$0] * model.time.length(of: $0) }
      })
  }

  private func series(of model: SystemModel, flow index: Int, cell: Int) -> [Double] {
    guard let values = model.flows[index].values, let parameter = model.parameter(values) else {
      preconditionFailure("a valid model has numbers for each flow with values")
    }
    let space = model.space(of: model.flows[index])
    return parameter.cells[
      space.projection(of: cell, onto: model.space(over: parameter.dimensions))]
  }

  /// The node of what the source cell of a flow cell gives off.
  private func sourceNode(ofFlow index: Int, cell: Int) -> Int {
    end(model.flows[index].from, ofFlow: index, cell: cell, layout.outflows)
  }

  /// The node of what the target cell of a flow cell receives.
  private func targetNode(ofFlow index: Int, cell: Int) -> Int {
    end(model.flows[index].to, ofFlow: index, cell: cell, layout.inflows)
  }

  private func end(_ name: String, ofFlow index: Int, cell: Int, _ ranges: [Range<Int>]) -> Int {
    guard let process = processIndex[name] else {
      preconditionFailure("a valid model knows the processes of its flows")
    }
    let space = model.space(of: model.flows[index])
    let own = model.space(over: model.processes[process].dimensions)
    return ranges[process].lowerBound + space.projection(of: cell, onto: own)
  }
}
