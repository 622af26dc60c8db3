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
      let (entered, left) = (sum(of: cell.ins, in: into), sum(of: cell.outs, in: out))
      steps += [.largest(rows.largestFlow, entered), .largest(rows.largestFlow, left)]
      guard let stock = cell.stock else {
        steps.append(.largestDifference(rows.residual, entered, left))
        continue
      }
      let after = layout.stockAfter(stock)
      steps += [
        .copy(added, after), .subtract(added, layout.stockBefore(stock)),
        .copy(into, entered), .subtract(into, left),
        .largestDifference(rows.residual, into, added), .largest(rows.largestStock, after),
      ]
    }
    steps += plan.derivedFlowNodes.map { .minimum(lowest, layout.node($0)) }
    return balanceRows
  }

  /// The row that holds a sum of nodes: that of the node where there is one alone, else this.
  private mutating func sum(of nodes: [Int], in row: LaneRow) -> LaneRow {
    guard nodes.count != 1 else { return layout.node(nodes[0]) }
    set(row, toSumOf: nodes.map { (.one, layout.node($0)) })
    return row
  }

  /// Writes sums that are kept for all periods.
  mutating func keep(_ sums: [PlanSum]) -> [LaneRow] {
    sums.map { sum in
      let out = layout.series()
      set(
        out,
        toSumOf: sum.terms.map { ($0.sign < 0 ? .minusOne : .one, layout.row(of: $0.value)) })
      return out
    }
  }

  /// Makes what each stock holds at the end of a period what it holds at the start of the next, where
  /// periods share their rows.
  mutating func carryStocks() {
    guard case .nodes = layout.history else { return }
    for stock in 0..<plan.uses.count + plan.sinks.count {
      steps.append(.copy(layout.stockBefore(stock), layout.stockAfter(stock)))
    }
  }
}
