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

  /// Makes the changes of a layer, lets other shares follow where that is asked for, and then moves
  /// shares, which keeps their sums.
  mutating func make(_ layer: Scenario.Layer) {
    let before = self
    for change in layer.changes {
      switch change.value {
      case .service, .diverted: continue
      case .numbers, .lifetimes, .factor, .factors, .added: make(change)
      }
    }
    rebalance(layer.changes.filter { !$0.isDiversion }, since: before)
    for change in layer.changes {
      guard case .diverted(let diversion) = change.value,
        case .flow(let index) = change.target.owner
      else { continue }
      divert(change, diversion, to: index)
    }
  }

  private mutating func make(_ change: Scenario.Change) {
    switch change.target.owner {
    case .input(let index):
      inputs[index] = inputs[index].with(change.applied(to: inputs[index].parameter, in: base))
    case .lifetimes(let index): changeLifetimes(of: index, change)
    case .requiredInflow(let index), .requiredStock(let index):
      processes[index] = processes[index].with(changed(processes[index].drive, of: index, change))
    case .flow(let index):
      let parameter = change.applied(to: wideValues(ofFlow: index), in: base)
      flows[index] = flows[index].with(.inline(parameter))
    }
  }

  /// The changed model.
  /// - Throws: what could not be done, and the faults of what came out.
  func model() throws(SystemModelError) -> SystemModel {
    let processes = processes.map(withInitialStock)
    do throws(SystemModelError) {
      let model = try SystemModel(
        header: base.header, time: base.time, timing: base.timing, dimensions: base.dimensions,
        inputs: inputs, processes: processes, flows: flows, population: base.population,
        populationProvenance: base.populationProvenance,
        concentrationLimits: base.concentrationLimits)
      guard faults.isEmpty else { throw SystemModelError(faults: faults) }
      return model
    } catch {
      throw SystemModelError(faults: faults + error.faults.filter { !faults.contains($0) })
    }
  }

  /// A process that holds at the start what an input says, with what the input says now.
  private func withInitialStock(_ process: SystemModel.Process) -> SystemModel.Process {
    // What names no input, or one over other dimensions, has a fault of its own.
    guard let name = process.initialStockInput,
      let input = inputs.first(where: { $0.name == name }),
      Set(input.parameter.dimensions) == Set(process.dimensions)
    else { return process }
    let totals = wide(.input(name), over: base.space(over: process.dimensions))
    return process.with(initialTotals: totals.cells.map { $0[0] })
  }

  private func changed(
    _ drive: SystemModel.Process.Drive, of index: Int, _ change: Scenario.Change
  ) -> SystemModel.Process.Drive {
    let (inflow, stock) = processes[index].required
    let space = base.space(over: processes[index].dimensions)
    func changed(_ values: SystemModel.Values?) -> SystemModel.Values? {
      values.map { .inline(change.applied(to: wide($0, over: space), in: base)) }
    }
    return change.target.owner == .requiredInflow(index)
      ? drive.with(inflow: changed(inflow), stock: stock)
      : drive.with(inflow: inflow, stock: changed(stock))
  }

  // MARK: - Numbers

  /// A flow's numbers over all of its dimensions, and all of their elements.
  func wideValues(ofFlow index: Int) -> Parameter {
    guard let values = flows[index].values else {
      preconditionFailure("a flow that is changed has numbers")
    }
    return wide(values, over: space(ofFlow: index))
  }

  /// Numbers over all cells of a space.
  func wide(_ values: SystemModel.Values, over space: CellSpace) -> Parameter {
    let parameter: Parameter? =
      switch values.resolved(over: base.time) {
      case .inline(let own): own
      case .points: nil
      case .input(let name): inputs.first { $0.name == name }?.parameter
      }
    guard let parameter else { preconditionFailure("a valid model has the data that it names") }
    let narrow = base.space(over: parameter.dimensions)
    guard narrow != space else { return parameter }
    return Parameter(
      dimensions: space.dimensions.map(\.name),
      cells: space.places(in: narrow).map { parameter.cells[$0] })
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

  /// All cells that the dimensions of a flow span, those too that it is not confined to.
  func space(ofFlow index: Int) -> CellSpace {
    base.space(over: base.space(of: flows[index]).dimensions.map(\.name))
  }

  func sourceSpace(ofFlow index: Int) -> CellSpace {
    base.space(over: base.process(flows[index].from)?.dimensions ?? [])
  }

  /// For each cell of the source of a flow, the cells of the flow that leave it.
  func cellsLeaving(byFlow index: Int) -> [[Int]] {
    let space = space(ofFlow: index)
    let source = sourceSpace(ofFlow: index)
    let allowed = space.dimensions.map { dimension in flows[index].only[dimension.name] }
    var cells = [[Int]](repeating: [], count: source.count)
    for (cell, place) in space.places(in: source).enumerated()
    where zip(space.elements(of: cell), allowed).allSatisfy({ $1?.contains($0) ?? true }) {
      cells[place].append(cell)
    }
    return cells
  }
}

extension Scenario.Change {
  fileprivate var isDiversion: Bool {
    if case .diverted = value { true } else { false }
  }

  /// The numbers with the cells that are meant changed.
  fileprivate func applied(to parameter: Parameter, in model: SystemModel) -> Parameter {
    let weights = path.weights(over: model.time)
    let operand = value.operand.map { target.spread($0, in: model) }
    var cells = parameter.cells
    for cell in target.cells {
      let old = cells[cell]
      let new = operand?[cell] ?? old
      cells[cell] = old.indices.map { period in
        let weight = weights[period]
        guard weight > 0 else { return old[period] }
        switch value {
        case .numbers:
          return weight == 1 ? new[period] : old[period] + weight * (new[period] - old[period])
        case .factor(let factor): return old[period] * grown(to: factor, weight)
        case .factors: return old[period] * grown(to: new[period], weight)
        case .added: return old[period] + weight * new[period]
        case .lifetimes, .diverted, .service:
          preconditionFailure("numbers are changed where numbers are")
        }
      }
    }
    return Parameter(dimensions: parameter.dimensions, cells: cells)
  }
}

extension Scenario.Value {
  /// The numbers that it works with, where they are over dimensions and periods.
  var operand: Parameter? {
    switch self {
    case .numbers(let operand), .factors(let operand), .added(let operand): operand
    case .lifetimes, .factor, .diverted, .service: nil
    }
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
  /// The numbers of a flow that takes a share of its source.
  var shareValues: SystemModel.Values? {
    if case .share(let values) = rule { values } else { nil }
  }

  /// The numbers of a flow of which an amount is given.
  var givenValues: SystemModel.Values? {
    if case .given(let values) = rule { values } else { nil }
  }

  /// Whether it takes a share, or what all shares leave, without a limit.
  var isPlainShare: Bool { (shareValues != nil || rule == .remainder) && limit == nil }
}
