/// The flows on one side of a process, by the cell of the process that they leave or enter.
struct ProcessSide {
  let model: SystemModel
  let process: SystemModel.Process
  let space: CellSpace
  /// The flows, as places in the list of the model.
  let flows: [Int]
  /// For each cell the flow cells that belong to it.
  let cells: [[Member]]

  struct Member: Hashable {
    let flow: Int
    /// The cell among those of the flow.
    let cell: Int
  }

  enum Side { case leaving, entering }

  /// - Returns: nil where a flow on this side can't be told to cells: that is a fault of its own.
  init?(_ side: Side, _ process: SystemModel.Process, in model: SystemModel) {
    let flows = model.flows.indices.filter {
      process.name == (side == .leaving ? model.flows[$0].from : model.flows[$0].to)
    }
    guard flows.allSatisfy({ model.canBeAdded($0) }) else { return nil }
    let space = model.space(over: process.dimensions)
    var cells = [[Member]](repeating: [], count: space.count)
    for flow in flows {
      let names = side == .leaving ? [:] : model.flows[flow].across
      let places = model.space(of: model.flows[flow]).places(in: space, calling: names)
      for (cell, place) in places.enumerated() {
        cells[place].append(Member(flow: flow, cell: cell))
      }
    }
    self.model = model
    self.process = process
    self.space = space
    self.flows = flows
    self.cells = cells
  }

  func flow(_ member: Member) -> SystemModel.Flow { model.flows[member.flow] }

  /// The name of a cell in words: `fabrication (cars)`.
  func name(of cell: Int) -> String {
    space.dimensions.isEmpty
      ? process.name : "\(process.name) (\(space.elements(of: cell).joined(separator: ", ")))"
  }

  /// The sum, for a cell and each period, of the numbers of the flows that `counts` picks.
  func sums(_ counts: (SystemModel.Flow.Rule) -> Bool) -> [[Double]] {
    var series: [Int: [[Double]]] = [:]
    for index in flows where counts(model.flows[index].rule) {
      guard let values = model.flows[index].values, let parameter = model.parameter(values)
      else { continue }
      let places = model.space(of: model.flows[index])
        .places(in: model.space(over: parameter.dimensions))
      series[index] = places.map { parameter.cells[$0] }
    }
    return cells.map { members in
      var sum = [Double](repeating: 0, count: model.time.count)
      for member in members {
        guard let values = series[member.flow]?[member.cell] else { continue }
        for period in sum.indices { sum[period] += values[period] }
      }
      return sum
    }
  }
}

extension SystemModel {
  /// Whether a flow's ends, data and dimensions are known and its numbers finite: if not, that is a
  /// fault of its own.
  fileprivate func canBeAdded(_ index: Int) -> Bool {
    let flow = flows[index]
    guard process(flow.from) != nil, process(flow.to) != nil, hasSoundCells(flow) else {
      return false
    }
    if let limit = flow.limitValues, parameter(limit) == nil { return false }
    guard let values = flow.values else { return true }
    guard let parameter = parameter(values) else { return false }
    let space = space(of: flow)
    let narrow = self.space(over: parameter.dimensions)
    return narrow.dimensions.map(\.name) == parameter.dimensions
      && narrow.dimensions.allSatisfy { own in space.dimensions.contains { $0.name == own.name } }
      && parameter.cells.count == narrow.count
      && parameter.cells.allSatisfy { $0.count == time.count && $0.allSatisfy(\.isFinite) }
  }

  /// Whether what a flow is confined to, and the names that it gives to dimensions, exist.
  func hasSoundCells(_ flow: Flow) -> Bool {
    FlowCellValidation(model: self).faults(of: flow, subject: .model).isEmpty
  }
}
