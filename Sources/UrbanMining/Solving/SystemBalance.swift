internal import LinearAlgebra

extension SystemPlan {
  /// A process cell inside the system: what its balance is made of.
  struct BalanceCell: Sendable {
    let process: Int
    let cell: Int
    /// Nodes of the flows that enter and leave.
    let ins: [Int]
    let outs: [Int]
    /// Its place among the stocks: those in service, then the sinks.
    let stock: Int?
  }

  static func balanceCells(
    of model: SystemModel, _ layout: NodeLayout, _ uses: [UseCell], _ sinks: [SinkCell]
  ) -> [BalanceCell] {
    let stocks =
      uses.map { ($0.process, $0.cell) } + sinks.map { ($0.process, $0.cell) }
    var places: [Int: Int] = [:]
    for (index, stock) in stocks.enumerated() where stock.1 == 0 { places[stock.0] = index }
    return model.processes.indices.filter { !model.processes[$0].isBoundary }.flatMap { index in
      zip(layout.incoming(process: index), layout.outgoing(process: index)).enumerated().map {
        cell, sides in
        BalanceCell(
          process: index, cell: cell, ins: sides.0.map(\.node), outs: sides.1.map(\.node),
          stock: places[index].map { $0 + cell })
      }
    }
  }

  /// A process cell in a lane, in words: `use (electrical, europe)`.
  func name(of cell: BalanceCell, lane: Int) -> String {
    let process = model.processes[cell.process]
    let whole = model.space(over: process.dimensions)
    let joint = CellSpace(split.inner(whole).dimensions + split.space.dimensions)
    let elements = joint.elements(of: cell.cell * split.width + lane % split.width)
    let names = joint.dimensions.map(\.name)
    let own = whole.dimensions.compactMap { dimension in
      names.firstIndex(of: dimension.name).map { elements[$0] }
    }
    return own.isEmpty ? process.name : "\(process.name) (\(own.joined(separator: ", ")))"
  }
}

extension SolvedLanes {
  /// |Σ in − Σ out − ΔS| of a process cell in each period of a lane.
  func residuals(of cell: SystemPlan.BalanceCell, lane: Int) -> [Double] {
    (0..<periods).map { period in
      func total(_ nodes: [Int]) -> Double {
        nodes.reduce(0) { $0 + values[$1][period, lane] }
      }
      let added = cell.stock.map { stocks[$0][period + 1, lane] - stocks[$0][period, lane] } ?? 0
      return abs(total(cell.ins) - total(cell.outs) - added)
    }
  }
}

extension MassBalance {
  /// The balance of a whole system, from what each process cell and lane gathered over all periods.
  init(_ solved: SolvedLanes, plan: SystemPlan) {
    var worst = WorstResidual()
    for (index, sizes) in solved.balance.enumerated() {
      for lane in 0..<plan.split.lanes {
        let tolerance = MassBalance.tolerance(
          largestFlow: sizes.largestFlow[lane], largestStock: sizes.largestStock[lane])
        worst.note(sizes.residual[lane], tolerance: tolerance, place: (index, lane))
      }
    }
    guard !plan.balanceCells.isEmpty else {
      self.init([])
      return
    }
    let cell = plan.balanceCells[worst.place.0]
    let residuals = solved.residuals(of: cell, lane: worst.place.1)
    self.init(
      maxResidual: worst.residual, tolerance: worst.tolerance,
      worstProcess: plan.name(of: cell, lane: worst.place.1),
      worstPeriod: residuals.indices.max { residuals[$0] < residuals[$1] } ?? 0, holds: worst.holds)
  }
}
