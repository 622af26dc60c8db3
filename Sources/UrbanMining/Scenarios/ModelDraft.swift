/// A model in the making: the parts of a valid model while a scenario changes them.
struct ModelDraft {
  let base: SystemModel
  var inputs: [SystemModel.Input]
  var processes: [SystemModel.Process]
  var flows: [SystemModel.Flow]
  /// What could not be done.
  var faults: [SystemFault] = []

  init(_ model: SystemModel) {
    base = model
    inputs = model.inputs
    processes = model.processes
    flows = model.flows
  }

  /// Makes the changes of a layer, then lets other shares follow where that is asked for.
  mutating func make(_ layer: Scenario.Layer) {
    let before = self
    for change in layer.changes {
      switch (change.target.owner, change.value) {
      case (_, .service): break
      case (.flow(let index), .diverted(let diversion)): divert(change, diversion, to: index)
      case (.lifetimes(let index), _): changeLifetimes(of: index, change)
      case (.input(let index), _):
        inputs[index] = inputs[index].with(change.applied(to: inputs[index].parameter, in: base))
      case (.flow(let index), _):
        flows[index] = flows[index].with(
          .inline(change.applied(to: wideValues(ofFlow: index), in: base)))
      }
    }
    rebalance(layer, since: before)
  }

  /// The changed model.
  /// - Throws: what could not be done, and the faults of what came out.
  func model() throws(SystemModelError) -> SystemModel {
    do throws(SystemModelError) {
      let model = try SystemModel(
        header: base.header, time: base.time, timing: base.timing, dimensions: base.dimensions,
        inputs: inputs, processes: processes, flows: flows, population: base.population,
        populationProvenance: base.populationProvenance)
      guard faults.isEmpty else { throw SystemModelError(faults: faults) }
      return model
    } catch {
      throw SystemModelError(faults: faults + error.faults.filter { !faults.contains($0) })
    }
  }

  // MARK: - Numbers of flows

  /// A flow's numbers over all of its dimensions.
  func wideValues(ofFlow index: Int) -> Parameter {
    guard let parameter = parameter(ofFlow: index) else {
      preconditionFailure("a flow that is changed has numbers")
    }
    let space = base.space(of: flows[index])
    let narrow = base.space(over: parameter.dimensions)
    guard narrow != space else { return parameter }
    return Parameter(
      dimensions: space.dimensions.map(\.name),
      cells: (0..<space.count).map { parameter.cells[space.projection(of: $0, onto: narrow)] })
  }

  /// Gives a flow these numbers: in the input that serves it alone, else in place.
  mutating func store(_ wide: Parameter, inFlow index: Int) {
    if case .input(let name) = flows[index].values,
      flows.count(where: { $0.values == .input(name) }) == 1,
      let input = inputs.firstIndex(where: { $0.name == name }),
      inputs[input].parameter.dimensions == wide.dimensions
    {
      inputs[input] = inputs[input].with(wide)
    } else {
      flows[index] = flows[index].with(.inline(wide))
    }
  }

  private func parameter(ofFlow index: Int) -> Parameter? {
    switch flows[index].values {
    case .inline(let own): own
    case .input(let name): inputs.first { $0.name == name }?.parameter
    case nil: nil
    }
  }
}

extension Scenario.Change {
  /// The numbers with the cells that are meant changed.
  fileprivate func applied(to parameter: Parameter, in model: SystemModel) -> Parameter {
    let weights = path.weights(over: model.time)
    var cells = parameter.cells
    for cell in target.cells {
      func series(_ operand: Parameter) -> [Double] {
        operand.cells[
          target.space.projection(of: cell, onto: model.space(over: operand.dimensions))]
      }
      let old = cells[cell]
      cells[cell] = old.indices.map { period in
        let weight = weights[period]
        guard weight > 0 else { return old[period] }
        switch value {
        case .numbers(let new):
          let new = series(new)[period]
          return weight == 1 ? new : old[period] + weight * (new - old[period])
        case .factor(let factor): return old[period] * grown(to: factor, weight)
        case .factors(let factors): return old[period] * grown(to: series(factors)[period], weight)
        case .added(let addend): return old[period] + weight * series(addend)[period]
        case .lifetimes, .diverted, .service:
          preconditionFailure("numbers are changed where numbers are")
        }
      }
    }
    return Parameter(dimensions: parameter.dimensions, cells: cells)
  }
}

/// 1 + w·(factor − 1).
func grown(to factor: Double, _ weight: Double) -> Double {
  weight == 1 ? factor : 1 + weight * (factor - 1)
}

extension SystemModel.Input {
  /// The same with other numbers.
  func with(_ parameter: Parameter) -> Self {
    Self(name: name, parameter: parameter, provenance: provenance)
  }
}

extension SystemModel.Flow {
  /// The same with other numbers, under the rule that it has.
  func with(_ values: SystemModel.Values) -> Self {
    let rule: Rule =
      switch rule {
      case .given: .given(values)
      case .share: .share(values)
      case .remainder: rule
      }
    return Self(from: from, to: to, rule, role: role, name: ownName, provenance: provenance)
  }

  /// The numbers of a flow that takes a share of its source.
  var shareValues: SystemModel.Values? {
    if case .share(let values) = rule { values } else { nil }
  }

  /// The numbers of a flow of which an amount is given.
  var givenValues: SystemModel.Values? {
    if case .given(let values) = rule { values } else { nil }
  }
}
