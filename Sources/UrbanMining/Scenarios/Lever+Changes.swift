extension Lever {
  /// The changes that it makes in a model.
  /// - Throws: what it needs and the model lacks.
  public func changes(in model: SystemModel) throws(LeverFault) -> [Scenario.Change] {
    let changes =
      switch kind {
      case .lifetimeExtension: try lifetimeChanges(in: model)
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
      case .substitution, .lightWeighting: try savings(in: model, reach: .cohorts)
      case .sharing:
        // Where new products are what is given, it is these that are shared.
        try savings(in: model, reach: demands(of: model).isEmpty ? .stock : .cohorts)
      }
    guard !changes.isEmpty else { throw .missing(kind, model: model.header.name) }
    return changes
  }

  private func lifetimeChanges(in model: SystemModel) throws(LeverFault) -> [Scenario.Change] {
    var changes: [Scenario.Change] = []
    for target in try stocks(of: model) {
      changes.append(change(target, .factor(1 + strength)))
    }
    return changes
  }

  /// Less material for the same service: a smaller demand where that is given, and in any case more
  /// service of each tonne.
  private func savings(
    in model: SystemModel, reach: Scenario.ServiceGain.Reach
  ) throws(LeverFault) -> [Scenario.Change] {
    var changes: [Scenario.Change] = []
    for target in try stocks(of: model) {
      changes.append(change(target, .service(.init(saved: strength, reach: reach))))
    }
    for target in try demands(of: model) { changes.append(change(target, .factor(1 - strength))) }
    for target in try requiredStocks(of: model) {
      guard kind == .sharing else { throw .stockIsGiven(kind) }
      changes.append(change(target, .factor(1 - strength)))
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
          try target(.flow(index), space, flow.key + ".share"),
          .diverted(.init(strength: strength, others: others))))
    }
    return changes
  }

  /// Flows that bring products into use from a process that gives off new scrap as well.
  private func productFlows(of model: SystemModel) -> [Int] {
    model.flows.indices.filter { index in
      let flow = model.flows[index]
      return flow.shareValues != nil && model.process(flow.to)?.lifetimes != nil
        && model.flows.contains { $0.from == flow.from && $0.role == .newScrap }
    }
  }

  /// The amounts that are given to enter use: flows, and what a stock must receive.
  private func demands(of model: SystemModel) throws(LeverFault) -> [ChangeTarget] {
    var targets: [ChangeTarget] = []
    for (index, flow) in model.flows.enumerated()
    where flow.givenValues != nil && model.process(flow.to)?.lifetimes != nil {
      let key = flow.key + ".given"
      targets.append(try target(.flow(index), ModelDraft(model).space(ofFlow: index), key))
    }
    for (index, process) in model.processes.enumerated() {
      guard case .target(_?, _) = process.drive else { continue }
      let space = model.space(over: process.dimensions)
      targets.append(try target(.requiredInflow(index), space, process.name + ".inflow"))
    }
    return targets
  }

  /// The stocks in service that are given.
  private func requiredStocks(of model: SystemModel) throws(LeverFault) -> [ChangeTarget] {
    var targets: [ChangeTarget] = []
    for (index, process) in model.processes.enumerated() {
      guard case .target(_, _?) = process.drive else { continue }
      let space = model.space(over: process.dimensions)
      targets.append(try target(.requiredStock(index), space, process.name + ".stock"))
    }
    return targets
  }

  private func has(_ role: SystemModel.Role, _ index: Int, _ model: SystemModel) -> Bool {
    model.flows[index].role == role && model.flows[index].shareValues != nil
  }

  /// The stocks in service.
  private func stocks(of model: SystemModel) throws(LeverFault) -> [ChangeTarget] {
    var targets: [ChangeTarget] = []
    for (index, process) in model.processes.enumerated() where process.lifetimes != nil {
      targets.append(
        try target(
          .lifetimes(index), model.space(over: process.dimensions), process.name + ".lifetime"))
    }
    return targets
  }

  /// The cells that have one of the elements.
  private func target(
    _ owner: ChangeTarget.Owner, _ space: CellSpace, _ key: String
  ) throws(LeverFault) -> ChangeTarget {
    let known = space.dimensions.flatMap(\.elements)
    if let unknown = elements.first(where: { !known.contains($0) }) {
      throw .unknownElement(unknown, known: known)
    }
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
