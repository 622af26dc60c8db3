/// A named set of changes to a model.
public struct Scenario: Hashable, Sendable {
  public let name: String
  public let title: String
  public let changes: [Change]

  /// One change: where, and what.
  public struct Change: Hashable, Sendable {
    public let target: ChangeTarget
    public let value: Value

    public init(target: ChangeTarget, value: Value) {
      self.target = target
      self.value = value
    }
  }

  /// What a change does.
  public enum Value: Hashable, Sendable {
    /// Puts these numbers in place, over the dimensions that the key leaves open or some of them.
    case numbers(Parameter)
    /// Puts these lifetimes in place: one for each cell that the key means.
    case lifetimes([Lifetime])
    /// Multiplies numbers; stretches lifetimes in time.
    case factor(Double)
  }

  public init(name: String, title: String? = nil, changes: [Change]) {
    self.name = name
    self.title = title ?? name
    self.changes = changes
  }

  /// The model with the changes made, one after the other; the given model stays as it is.
  /// - Throws: the faults of the changed model, such as shares that no longer sum to one.
  public func applied(to model: SystemModel) throws(SystemModelError) -> SystemModel {
    var (inputs, processes, flows) = (model.inputs, model.processes, model.flows)
    for change in changes {
      switch change.target.owner {
      case .input(let index):
        let parameter = change.applied(to: inputs[index].parameter, in: model)
        inputs[index] = .init(
          name: inputs[index].name, parameter: parameter, provenance: inputs[index].provenance)
      case .flow(let index): flows[index] = change.applied(to: flows[index], inputs, in: model)
      case .lifetimes(let index):
        let process = processes[index]
        let lifetimes = try change.applied(to: process.lifetimes ?? [], of: process.name)
        processes[index] = process.with(lifetimes: lifetimes)
      }
    }
    return try SystemModel(
      header: model.header, time: model.time, timing: model.timing, dimensions: model.dimensions,
      inputs: inputs, processes: processes, flows: flows, population: model.population,
      populationProvenance: model.populationProvenance)
  }
}

extension Scenario.Change {
  /// The numbers with the cells that are meant replaced or multiplied.
  fileprivate func applied(to parameter: Parameter, in model: SystemModel) -> Parameter {
    var result = parameter
    let places: [Int] =
      if case .numbers(let new) = value {
        target.space.places(in: model.space(over: new.dimensions))
      } else {
        []
      }
    for cell in target.cells {
      switch value {
      case .numbers(let new):
        result = result.replacing(cell: cell, with: new.cells[places[cell]])
      case .factor(let factor):
        result = result.replacing(cell: cell, with: result.cells[cell].map { $0 * factor })
      case .lifetimes: preconditionFailure("lifetimes are put where lifetimes are")
      }
    }
    return result
  }

  /// The flow with numbers of its own, over all of its dimensions.
  fileprivate func applied(
    to flow: SystemModel.Flow, _ inputs: [SystemModel.Input], in model: SystemModel
  ) -> SystemModel.Flow {
    let parameter: Parameter?
    switch flow.values {
    case .inline(let own): parameter = own
    case .input(let name): parameter = inputs.first { $0.name == name }?.parameter
    case nil: parameter = nil
    }
    guard let parameter else { preconditionFailure("a flow that is changed has numbers") }
    let narrow = model.space(over: parameter.dimensions)
    let wide = Parameter(
      dimensions: target.space.dimensions.map(\.name),
      cells: target.space.places(in: narrow).map { parameter.cells[$0] })
    return flow.with(.inline(applied(to: wide, in: model)))
  }

  fileprivate func applied(
    to lifetimes: [Lifetime], of process: String
  ) throws(SystemModelError) -> [Lifetime] {
    var result = lifetimes
    for (place, cell) in target.cells.enumerated() {
      switch value {
      case .lifetimes(let new): result[cell] = new[place]
      case .factor(let factor):
        do throws(LifetimeError) {
          result[cell] = try result[cell].stretched(by: factor)
        } catch {
          throw SystemModelError(
            faults: [SystemFault(.process(process), "the lifetime of '\(process)': \(error)")])
        }
      case .numbers: preconditionFailure("numbers are put where numbers are")
      }
    }
    return result
  }
}
