internal import LinearAlgebra

extension MarchWriter {
  /// Sₜ = (what is left of earlier cohorts) + s(t, t) · Iₜ, and Sₜ = Sₜ₋₁ + Iₜ for a sink.
  mutating func keepStocks() {
    for (index, use) in plan.uses.enumerated() {
      let after = layout.stockAfter(index)
      steps.append(.copy(after, tiles[index]))
      add(.operand(.staying(use: index)), layout.node(use.inflow), to: after)
    }
    for (index, sink) in plan.sinks.enumerated() {
      let stock = plan.uses.count + index
      steps += [
        .copy(layout.stockAfter(stock), layout.stockBefore(stock)),
        .add(layout.stockAfter(stock), layout.node(sink.inflow)),
      ]
    }
  }

  /// |Σ in − Σ out − ΔS| of each process cell, its largest flow and stock, and the least flow of all.
  mutating func writeBalance() -> [MarchProgram.BalanceRows] {
    var balanceRows: [MarchProgram.BalanceRows] = []
    let (into, out, added) = (layout.scratch(), layout.scratch(), layout.scratch())
    for cell in plan.balanceCells {
      let rows = MarchProgram.BalanceRows(
        residual: layout.scratch(), largestFlow: layout.scratch(), largestStock: layout.scratch())
      balanceRows.append(rows)
      steps += [.zero(into), .zero(out)]
      steps += cell.ins.map { .add(into, layout.node($0)) }
      steps += cell.outs.map { .add(out, layout.node($0)) }
      steps += [.largest(rows.largestFlow, into), .largest(rows.largestFlow, out)]
      steps.append(.subtract(into, out))
      if let stock = cell.stock {
        let after = layout.stockAfter(stock)
        steps += [
          .copy(added, after), .subtract(added, layout.stockBefore(stock)),
          .subtract(into, added), .largest(rows.largestStock, after),
        ]
      }
      steps.append(.largest(rows.residual, into))
    }
    steps += plan.derivedFlowNodes.map { .minimum(lowest, layout.node($0)) }
    return balanceRows
  }
}
