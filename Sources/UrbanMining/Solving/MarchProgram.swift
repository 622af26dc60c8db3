internal import LinearAlgebra

/// What is done in each period of a march through time, for a block of lanes.
///
/// Made once for a plan and the shape of its numbers, and then run for one block after the other.
struct MarchProgram: Sendable {
  let plan: SystemPlan
  let layout: ArenaLayout
  /// The rows of each process cell that the balance is judged by.
  let balanceRows: [BalanceRows]
  /// The least value of any flow that is not given.
  let lowest: LaneRow
  /// Rows of sums that were asked for, one in each period.
  let sums: [LaneRow]
  /// What is left of the earlier cohorts of each stock in service at the end of the current period.
  let left: [LaneRow]
  private let stages: [Stage]
  private let cohorts: [CohortRows]
  private let survivals: [SurvivalPlace]

  /// A part of a period.
  enum Stage: Sendable {
    case rows(LaneProgram)
    case closing(LoopClosing, Loop)
    case limited(Loop)
  }

  /// Rows that gather, over all periods, what a balance is judged by.
  struct BalanceRows: Sendable {
    let residual: LaneRow
    let largestFlow: LaneRow
    let largestStock: LaneRow
  }

  /// - Parameters:
  ///   - plan: the equations.
  ///   - numbers: which of them differ by lane.
  ///   - lanes: lanes of a block.
  ///   - sums: what is kept of each period; nil keeps all values of all nodes and stocks.
  /// - Complexity: O(terms + stocks).
  init(_ plan: SystemPlan, _ numbers: PlanNumbers, lanes: Int, keeping sums: [PlanSum]? = nil) {
    var writer = MarchWriter(
      plan, numbers, lanes: lanes,
      history: sums == nil ? .everything : .nodes(plan.uses.map(\.inflow)))
    writer.write()
    self.plan = plan
    balanceRows = writer.writeBalance()
    self.sums = writer.keep(sums ?? [])
    writer.carryStocks()
    lowest = writer.lowest
    left = writer.tiles
    layout = writer.layout
    stages = writer.stages()
    survivals = writer.survivals
    let (layout, tiles) = (writer.layout, writer.tiles)
    cohorts = plan.uses.indices.map { use in
      let place = writer.survivals[use]
      return CohortRows(
        survival: place.start, rowStep: place.rowStep, columnStep: place.columnStep,
        isByLane: place.isByLane, inflow: layout.node(plan.uses[use].inflow),
        result: tiles[use].start, lanes: layout.lanes, periods: layout.periods, size: layout.size)
    }
  }

  /// Marches through all periods.
  /// - Parameters:
  ///   - numbers: of the shape that the program was made for.
  ///   - block: which of their lanes.
  /// - Returns: the arena with everything in it.
  /// - Complexity: O(T² · stocks in service · lanes + T · terms · lanes).
  func run(_ numbers: PlanNumbers, lanes block: Range<Int>) throws(SolveError) -> [Double] {
    var arena: [Double] = []
    try run(numbers, lanes: block, on: &arena)
    return arena
  }

  /// The same on an arena that has been used before, or is empty.
  func run(
    _ numbers: PlanNumbers, lanes block: Range<Int>, on arena: inout [Double]
  ) throws(SolveError) {
    if arena.count != layout.size { arena = [Double](repeating: 0, count: layout.size) }
    // What is gathered over all periods begins anew.
    for rows in balanceRows {
      for row in [rows.residual, rows.largestFlow, rows.largestStock] { clear(row, of: &arena) }
    }
    clear(lowest, of: &arena)
    fill(&arena, numbers, block)
    for period in 0..<layout.periods {
      for rows in cohorts { rows.ageCohorts(in: period, on: &arena) }
      for stage in stages {
        switch stage {
        case .rows(let program): program.run(period: period, on: &arena)
        case .closing(let closing, let loop):
          do throws(LinearAlgebraError) {
            try closing.solve(in: period, on: &arena)
          } catch {
            throw .singularLoop(
              processes: plan.layout.processes(among: loop.members),
              year: plan.model.time.label(of: period))
          }
        case .limited(let loop):
          for lane in 0..<layout.lanes {
            try LimitedLoop(loop, self, period: period, lane: lane).solve(on: &arena)
          }
        }
      }
    }
  }

  private func clear(_ row: LaneRow, of arena: inout [Double]) {
    for lane in 0..<layout.lanes { arena[row.start + lane] = 0 }
  }

  private func fill(_ arena: inout [Double], _ numbers: PlanNumbers, _ block: Range<Int>) {
    arena[layout.one.start] = 1
    for (place, survival) in zip(survivals, numbers.survivals) {
      place.fill(&arena, survival, lanes: block)
    }
    for (operand, place) in layout.operands {
      let series = numbers.series(of: operand, over: plan.model.time)
      if place.isByLane && series.width == layout.lanes {
        copy(series, to: place.row, of: &arena)
        continue
      }
      for period in 0..<(series.isSteady ? 1 : layout.periods) {
        let start = place.row.offset(in: period)
        guard place.isByLane else {
          arena[start] = series(period, 0)
          continue
        }
        for lane in 0..<layout.lanes {
          arena[start + lane] = series(period, (block.lowerBound + lane) % series.width)
        }
      }
    }
    for (stock, amounts) in numbers.initialStocks.enumerated() {
      let start = layout.stockBefore(stock).start
      for lane in 0..<layout.lanes {
        arena[start + lane] = amounts[(block.lowerBound + lane) % amounts.count]
      }
    }
  }

  /// Writes a series that has a number for each lane of the block.
  private func copy(_ series: LaneSeries, to row: LaneRow, of arena: inout [Double]) {
    let lanes = layout.lanes
    let from = series.values.span
    var to = arena.mutableSpan
    for period in 0..<(series.isSteady ? 1 : layout.periods) {
      let (start, first) = (row.offset(in: period), period * lanes)
      for lane in 0..<lanes { to[start + lane] = from[first + lane] }
    }
  }
}
