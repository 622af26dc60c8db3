/// Where the numbers of a parameter stand in a model.
enum NumberSource: Hashable, Sendable {
  case input(String)
  /// In the rule of a flow.
  case flow(Int)
  /// The limit of a flow.
  case limit(Int)
  /// The inflow or the stock that a process must reach.
  case requiredInflow(Int)
  case requiredStock(Int)

  /// The values that stand there, in place or by name.
  private func values(in model: SystemModel) -> SystemModel.Values? {
    switch self {
    case .input(let name): return .input(name)
    case .flow(let index): return model.flows[index].values
    case .limit(let index): return model.flows[index].limitValues
    case .requiredInflow(let index): return model.processes[index].required.inflow
    case .requiredStock(let index): return model.processes[index].required.stock
    }
  }

  /// The numbers that stand there.
  func parameter(in model: SystemModel) -> Parameter {
    guard let parameter = values(in: model).flatMap(model.parameter) else {
      preconditionFailure("a valid model has the numbers that its parts name")
    }
    switch self {
    case .input, .flow, .limit: return parameter
    case .requiredInflow(let index):
      return model.processes[index].blanked(parameter, isStock: false)
    case .requiredStock(let index):
      return model.processes[index].blanked(parameter, isStock: true)
    }
  }

  /// The input that it names in every model; otherwise itself.
  func resolved(in models: [SystemModel]) -> NumberSource {
    switch self {
    case .input, .flow, .limit: break
    case .requiredInflow(let index), .requiredStock(let index):
      // Only some periods of the input count there.
      guard models[0].processes[index].stockFrom == nil else { return self }
    }
    guard case .input(let name)? = values(in: models[0]),
      models.allSatisfy({ values(in: $0) == .input(name) })
    else { return self }
    return .input(name)
  }
}

/// Where the numbers of each parameter stand among the slots of a plan.
struct SlotTable: Sendable {
  /// The cells that the slots of a parameter are, and its first slot.
  struct Range: Sendable {
    let first: Int
    /// Without the separated dimensions.
    let space: CellSpace
    /// With them.
    fileprivate let wholeSpace: CellSpace
  }

  private(set) var ranges: [NumberSource: Range] = [:]
  private(set) var sources: [NumberSource] = []
  private var count = 0

  /// The slots of a parameter; models may have it over different dimensions, so that the slots are over all
  /// of these.
  mutating func range(
    of source: NumberSource, in models: [SystemModel], _ split: LaneSplit
  ) -> Range {
    if let known = ranges[source] { return known }
    let whole = models[0].space(over: models.flatMap { source.parameter(in: $0).dimensions })
    let range = Range(first: count, space: split.inner(whole), wholeSpace: whole)
    ranges[source] = range
    sources.append(source)
    count += range.space.count
    return range
  }

  /// The numbers of all slots.
  /// - Complexity: O(slots · lanes · T).
  func numbers(of models: [SystemModel], _ split: LaneSplit) -> [LaneSeries] {
    sources.flatMap { source -> [LaneSeries] in
      guard let range = ranges[source] else { return [] }
      let cells = split.cells(of: range.wholeSpace)
      let parameters = models.map { source.parameter(in: $0) }
      let places = parameters.map {
        range.wholeSpace.places(in: models[0].space(over: $0.dimensions))
      }
      return (0..<range.space.count).map { cell in
        LaneSeries(
          lanes: zip(parameters, places).flatMap { parameter, places in
            (0..<split.width).map { parameter.cells[places[cells[cell * split.width + $0]]] }
          })
      }
    }
  }
}
