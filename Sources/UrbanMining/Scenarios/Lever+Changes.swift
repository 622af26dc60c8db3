extension Lever {
  /// The changes that it makes in a model.
  /// - Throws: what it needs and the model lacks.
  public func changes(in model: SystemModel) throws(LeverFault) -> [Scenario.Change] {
    let changes =
      switch kind {
      case .lifetimeExtension: lifetimeChanges(in: model)
      case .reUse:
        try diversions(in: model, to: model.flows.indices.filter { has(.reUse, $0, model) })
      case .remanufacture:
        try diversions(
          in: model, to: model.flows.indices.filter { has(.remanufactured, $0, model) })
      case .collection:
        try diversions(
          in: model, to: model.flows.indices.filter { has(.collected, $0, model) }, fromLosses: true
        )
      case .recovery:
        try diversions(
          in: model, to: model.flows.indices.filter { has(.oldScrap, $0, model) }, fromLosses: true)
      case .yield: try diversions(in: model, to: productFlows(of: model))
      case .substitution, .lightWeighting, .sharing: try savings(in: model)
      }
    guard !changes.isEmpty else { throw .missing(kind, model: model.header.name) }
    let known = model.dimensions.filter { dimension in
      changes.contains { $0.target.space.dimensions.contains(dimension) }
    }.flatMap(\.elements)
    if let unknown = elements.first(where: { !known.contains($0) }) {
      throw .unknownElement(unknown, known: known)
    }
    return changes.filter { !$0.target.cells.isEmpty }
  }

  private func lifetimeChanges(in model: SystemModel) -> [Scenario.Change] {
    var changes: [Scenario.Change] = []
    for (index, process) in model.processes.enumerated() where process.isInService {
      let space = model.space(over: process.dimensions)
      let stock = target(.lifetimes(index), space, process.name + ".lifetime")
      changes.append(change(stock, .factor(1 + strength)))
    }
    return changes
  }

  /// Less material for the same service: a smaller demand or stock where that is given, and in any case
  /// more service of each tonne.
  ///
  /// New products are what serves better in light-weighting and substitution, and in sharing where it is
  /// they that are given; otherwise sharing is of the whole stock.
  private func savings(in model: SystemModel) throws(LeverFault) -> [Scenario.Change] {
    var changes: [Scenario.Change] = []
    for (index, process) in model.processes.enumerated() where process.isInService {
      let space = model.space(over: process.dimensions)
      let stock = target(.lifetimes(index), space, process.name + ".lifetime")
      var demands = givenFlows(into: process, of: model)
      var reach = Scenario.ServiceGain.Reach.cohorts
      if process.hasMixedDrives { throw .mixedDrives(kind, process: process.name) }
      if case .target(let inflow, let required) = process.drive {
        if required != nil {
          guard kind == .sharing else { throw .stockIsGiven(kind) }
          reach = .stock
          demands = [target(.requiredStock(index), space, process.name + ".stock")]
        } else if inflow != nil {
          demands.append(target(.requiredInflow(index), space, process.name + ".inflow"))
        }
      } else if kind == .sharing && demands.isEmpty {
        reach = .stock
      }
      changes.append(change(stock, .service(.init(saved: strength, reach: reach))))
      for demand in demands { changes.append(change(demand, .factor(1 - strength))) }
    }
    return changes
  }

  /// Raises flows at the cost of their siblings: of all, or of the losses.
  private func diversions(
    in model: SystemModel, to flows: [Int], fromLosses: Bool = false
  ) throws(LeverFault) -> [Scenario.Change] {
    var changes: [Scenario.Change] = []
    for index in flows {
      let flow = model.flows[index]
      let siblings = model.flows.indices.filter { $0 != index && model.flows[$0].from == flow.from }
      var others = siblings
      if fromLosses {
        let losses = siblings.filter { model.flows[$0].role == .loss }
        // Where a remainder is lost it is what could be had; other losses have causes of their own.
        let remainder = losses.filter { model.flows[$0].rule == .remainder }
        others = remainder.isEmpty ? losses : remainder
      }
      guard !others.isEmpty else { continue }
      if let bad = ([index] + siblings).first(where: { !model.flows[$0].isPlainShare }) {
        throw .unclear(kind, flow: model.flows[bad].key)
      }
      let draft = ModelDraft(model)
      let (space, source) = (draft.space(ofFlow: index), draft.sourceSpace(ofFlow: index))
      guard space.count == source.count else { throw .splits(kind, flow: flow.key) }
      changes.append(
        change(
          target(.flow(index), space, flow.key + ".share"),
          .diverted(.init(strength: strength, others: others))))
    }
    return changes
  }

  /// Flows that bring products into use from a process that gives off new scrap as well.
  private func productFlows(of model: SystemModel) -> [Int] {
    model.flows.indices.filter { index in
      let flow = model.flows[index]
      return flow.shareValues != nil && model.process(flow.to)?.isInService == true
        && model.flows.contains { $0.from == flow.from && $0.role == .newScrap }
    }
  }

  /// The flows that bring a given amount into a stock.
  private func givenFlows(
    into process: SystemModel.Process, of model: SystemModel
  ) -> [ChangeTarget] {
    var targets: [ChangeTarget] = []
    for (index, flow) in model.flows.enumerated()
    where flow.givenValues != nil && flow.to == process.name {
      let space = ModelDraft(model).space(ofFlow: index)
      targets.append(target(.flow(index), space, flow.key + ".given"))
    }
    return targets
  }

  private func has(_ role: SystemModel.Role, _ index: Int, _ model: SystemModel) -> Bool {
    model.flows[index].role == role && model.flows[index].shareValues != nil
  }

  /// The cells that have one of the elements.
  private func target(
    _ owner: ChangeTarget.Owner, _ space: CellSpace, _ key: String
  ) -> ChangeTarget {
    let cells = (0..<space.count).filter { cell in
      elements.isEmpty || space.elements(of: cell).contains(where: elements.contains)
    }
    return ChangeTarget(
      key: key, owner: owner, cells: cells, space: space,
      dimensions: space.dimensions.map(\.name))
  }

  private func change(_ target: ChangeTarget, _ value: Scenario.Value) -> Scenario.Change {
    Scenario.Change(target: target, value: value, path: path, part: name)
  }
}
