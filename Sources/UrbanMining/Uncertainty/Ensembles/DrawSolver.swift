internal import LinearAlgebra

/// Solves a model for some draws at once: compiled once, then run with other numbers.
struct DrawSolver: Sendable {
  let plan: SystemPlan
  /// What is kept of each draw.
  let series: [EnsembleSeries]
  /// Draws that are solved at once; each takes a lane, or one for each element of dimensions that never mix.
  let draws: Int
  private let program: MarchProgram

  /// Lanes that are solved at once: so few that what a year needs stays in the cache of a core.
  private static let lanes = 64

  /// - Parameters:
  ///   - plan: that of the model, with numbers of their own for all flows whose keys change.
  ///   - sample: a block of draws, which shows what changes; of any number of lanes.
  ///   - series: what is kept of each draw.
  ///   - draws: how many are solved at once; as many as the cache holds where it is nil.
  init(
    _ plan: SystemPlan, sample: DrawnBlock, series: [EnsembleSeries], draws: Int? = nil
  ) throws(EnsembleError) {
    self.plan = plan
    self.series = series
    let width = plan.split.width
    let draws = draws ?? max(1, DrawSolver.lanes / width)
    var shape = plan.numbers
    // Each draw in a lane of its own: what the numbers are does not matter yet.
    let wide = DrawnBlock(
      lanes: draws,
      numbers: sample.numbers.map { own in
        .init(
          owner: own.owner, cell: own.cell,
          series: own.series.lanes((0..<draws).map { $0 % sample.lanes }))
      },
      lifetimes: sample.lifetimes.map { own in
        .init(
          process: own.process, cell: own.cell,
          lifetimes: (0..<draws).map { own.lifetimes[$0 % sample.lanes] })
      })
    try DrawSolver.put(wide, in: &shape, plan)
    self.draws = draws
    program = MarchProgram(
      plan, shape, lanes: draws * width, keeping: series.flatMap(\.formula.sums))
  }

  /// Solves a block of draws.
  /// - Parameters:
  ///   - block: as many draws as are solved at once.
  ///   - arena: room that may have been used before, or is empty.
  ///   - values: rows of results, one for each series and period.
  ///   - rows: which of their columns are written; the other draws are left out.
  /// - Throws: where a draw has no solution that conserves mass, or flows below zero.
  func solve(
    _ block: DrawnBlock, on arena: inout [Double], to values: inout [Double], _ rows: ResultRows
  ) throws(EnsembleError) {
    var numbers = plan.numbers
    try DrawSolver.put(block, in: &numbers, plan)
    do throws(SolveError) {
      try program.run(numbers, lanes: 0..<draws * plan.split.width, on: &arena)
    } catch {
      throw .unsolvable(error.description)
    }
    try check(arena)
    let time = plan.model.time
    var sums = program.sums[...]
    for (index, own) in series.enumerated() {
      let count = own.formula.sums.count
      own.write(
        to: &values, from: index * time.count, rows, arena: arena, sums: Array(sums.prefix(count)),
        time: time, width: plan.split.width)
      sums = sums.dropFirst(count)
    }
  }

  /// Puts the numbers of a block in the place of those of the model, in lanes.
  private static func put(
    _ block: DrawnBlock, in numbers: inout PlanNumbers, _ plan: SystemPlan
  ) throws(EnsembleError) {
    let width = plan.split.width
    var sources: [NumberSource: [Int: LaneSeries]] = [:]
    for own in block.numbers {
      sources[plan.model.source(of: own.owner), default: [:]][own.cell] = own.series
    }
    forward(&sources, plan)
    for (source, cells) in sources {
      // What no flow uses has no slots and no effect.
      guard let range = plan.slots.ranges[source] else { continue }
      let parameter = source.parameter(in: plan.model)
      let table = plan.split.cells(of: plan.model.space(over: parameter.dimensions))
      for inner in 0..<range.space.count {
        let members = (0..<width).map { table[inner * width + $0] }
        guard members.contains(where: { cells[$0] != nil }) else { continue }
        numbers.slots[range.first + inner] = series(
          members.map { cells[$0] }, members.map { parameter.cells[$0] }, block.lanes)
      }
    }
    try putLifetimes(block, in: &numbers, plan)
  }

  /// Hands the numbers of an input on to the processes that take only some of its periods, as a stock that holds
  /// from a year on: these have slots of their own.
  private static func forward(
    _ sources: inout [NumberSource: [Int: LaneSeries]], _ plan: SystemPlan
  ) {
    for (index, process) in plan.model.processes.enumerated() where process.stockFrom != nil {
      for (source, values) in [
        (NumberSource.requiredInflow(index), process.required.inflow),
        (.requiredStock(index), process.required.stock),
      ] {
        guard case .input(let name)? = values, let drawn = sources[.input(name)] else { continue }
        let own = source.parameter(in: plan.model).cells
        for (cell, series) in drawn where sources[source]?[cell] == nil {
          let width = series.width
          sources[source, default: [:]][cell] = LaneSeries(
            width: width,
            values: own[cell].indices.flatMap { period in
              (0..<width).map { own[cell][period].isNaN ? .nan : series(period, $0) }
            })
        }
      }
    }
  }

  /// One series for all lanes of a block: draw after draw, each with its elements.
  private static func series(
    _ drawn: [LaneSeries?], _ base: [[Double]], _ draws: Int
  ) -> LaneSeries {
    let width = base.count
    if width == 1, let only = drawn[0] { return only }
    var values: [Double] = []
    for period in base[0].indices {
      for draw in 0..<draws {
        for element in 0..<width {
          values.append(drawn[element]?(period, draw) ?? base[element][period])
        }
      }
    }
    return LaneSeries(width: draws * width, values: values)
  }

  private static func putLifetimes(
    _ block: DrawnBlock, in numbers: inout PlanNumbers, _ plan: SystemPlan
  ) throws(EnsembleError) {
    let (model, width) = (plan.model, plan.split.width)
    var drawn: [Int: [Int: [Lifetime]]] = [:]
    for own in block.lifetimes { drawn[own.process, default: [:]][own.cell] = own.lifetimes }
    for (index, use) in plan.uses.enumerated() {
      guard let cells = drawn[use.process] else { continue }
      let process = model.processes[use.process]
      let table = plan.split.cells(of: model.space(over: process.dimensions))
      let members = (0..<width).map { table[use.cell * width + $0] }
      guard members.contains(where: { cells[$0] != nil }), let base = process.lifetimes else {
        continue
      }
      let lifetimes = (0..<block.lanes).flatMap { draw in
        members.map { cells[$0]?[draw] ?? base[$0] }
      }
      do throws(StockError) {
        let survival = try Survival(
          .byLane(lifetimes), over: model.time, timing: model.timing)
        numbers.survivals[index] = survival
        guard !process.initialStocks.isEmpty else { continue }
        var left: [[Double]] = []
        for lane in lifetimes.indices {
          let stock = process.initialStocks[members[lane % width]]
          left.append(try InheritedStock(stock, survival: survival, lane: lane).left)
        }
        numbers.inherited[index] = LaneSeries(lanes: left)
      } catch {
        throw .unsolvable("'\(process.name)': \(error)")
      }
    }
  }

  /// Whether every process cell of every lane keeps its balance, and nothing flows backwards.
  private func check(_ arena: [Double]) throws(EnsembleError) {
    let lanes = program.layout.lanes
    let numbers = arena.span
    var largest = 0.0
    for (cell, rows) in zip(plan.balanceCells, program.balanceRows) {
      for lane in 0..<lanes {
        let tolerance = MassBalance.tolerance(
          largestFlow: numbers[rows.largestFlow.start + lane],
          largestStock: numbers[rows.largestStock.start + lane])
        largest = max(largest, tolerance)
        guard !(numbers[rows.residual.start + lane] <= tolerance) else { continue }
        throw .unsolvable(
          "the mass balance of '\(plan.name(of: cell, lane: lane))' does not hold in one of its draws"
        )
      }
    }
    let lowest = (0..<lanes).reduce(0) { min($0, arena[program.lowest.start + $1]) }
    guard lowest >= -largest else {
      throw .unsolvable("a draw makes a flow negative (\(plainNumber(lowest)))")
    }
  }
}
