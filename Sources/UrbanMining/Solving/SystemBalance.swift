internal import LinearAlgebra

/// Computes the mass balance of a solved system from its flows and stocks alone.
struct SystemBalance {
  let plan: SystemPlan
  let values: [Matrix]
  let stocks: [[Matrix]]

  /// |Σ in − Σ out − ΔS| of every cell of every process inside the system.
  func balance() -> MassBalance {
    MassBalance(insideProcesses.flatMap { cellEntries($0, lanes: 0..<plan.lanes) })
  }

  /// The same by process and period for one lane: the largest over the cells of a process.
  func residuals(lane: Int) -> [(process: String, values: [Double])] {
    insideProcesses.map { index in
      let cells = cellEntries(index, lanes: lane..<lane + 1).map(\.residuals)
      let values = plan.model.time.labels.indices.map { period in
        cells.reduce(0) { max($0, $1[period]) }
      }
      return (plan.model.processes[index].name, values)
    }
  }

  private var insideProcesses: [Int] {
    plan.model.processes.indices.filter { index in
      switch plan.model.processes[index].kind {
      case .source, .destination: false
      case .transform, .use, .sink: true
      }
    }
  }

  private func cellEntries(_ index: Int, lanes: Range<Int>) -> [MassBalance.Entry] {
    let process = plan.model.processes[index]
    let space = plan.model.space(over: process.dimensions)
    var ins = [[Int]](repeating: [], count: space.count)
    var outs = ins
    for (flowIndex, flow) in plan.model.flows.enumerated() {
      let flowSpace = plan.model.space(of: flow)
      for (cell, node) in plan.layout.flows[flowIndex].enumerated() {
        if flow.to == process.name { ins[flowSpace.projection(of: cell, onto: space)].append(node) }
        if flow.from == process.name {
          outs[flowSpace.projection(of: cell, onto: space)].append(node)
        }
      }
    }
    return (0..<space.count).flatMap { cell in
      let elements = space.elements(of: cell).joined(separator: ", ")
      let name = elements.isEmpty ? process.name : "\(process.name) (\(elements))"
      let stock = stocks[index].isEmpty ? nil : stocks[index][cell]
      return lanes.map { entry(name, ins[cell], outs[cell], stock, $0) }
    }
  }

  private func entry(
    _ name: String, _ ins: [Int], _ outs: [Int], _ stock: Matrix?, _ lane: Int
  ) -> MassBalance.Entry {
    var (largestFlow, largestStock) = (0.0, 0.0)
    let residuals = (0..<plan.model.time.count).map { period in
      func total(_ nodes: [Int]) -> Double {
        nodes.reduce(0) { $0 + values[$1][period, lane] }
      }
      let (inflow, outflow) = (total(ins), total(outs))
      let now = stock?[period, lane] ?? 0
      let before = period > 0 ? stock?[period - 1, lane] ?? 0 : 0
      largestFlow = max(largestFlow, abs(inflow), abs(outflow))
      largestStock = max(largestStock, abs(now))
      return abs(inflow - outflow - (now - before))
    }
    return MassBalance.Entry(
      process: name, residuals: residuals, largestFlow: largestFlow, largestStock: largestStock)
  }
}
