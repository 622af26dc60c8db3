internal import LinearAlgebra

/// A series of an ensemble: what it is, and how it follows from the flows and stocks of a draw.
struct EnsembleSeries: Sendable {
  /// What it is, without values.
  let label: SeriesLabel
  let formula: Formula

  enum Formula: Sendable {
    /// A sum of stocks, or of flows per year.
    case sum(PlanSum, isPerYear: Bool)
    /// One sum over another; not a number where that is zero.
    case ratio(PlanSum, PlanSum)

    /// What must be kept of each period.
    var sums: [PlanSum] {
      switch self {
      case .sum(let sum, _): [sum]
      case .ratio(let part, let whole): [part, whole]
      }
    }
  }

  /// The series of an ensemble.
  /// - Parameters:
  ///   - plan: what is solved.
  ///   - isDetailed: every cell of every series beside the totals.
  static func all(of plan: SystemPlan, isDetailed: Bool) -> [EnsembleSeries] {
    let list = SeriesList(plan: plan, isDetailed: isDetailed)
    return list.stocks + list.flows + list.indicators
  }
}

/// Where an ensemble's values go: a row for each series and period, a column for each draw.
struct ResultRows {
  /// Draws in a row.
  let length: Int
  /// The columns that are written.
  let columns: Range<Int>
}

extension EnsembleSeries {
  /// Writes its values.
  /// - Parameters:
  ///   - values: rows of results.
  ///   - first: the row of the first period.
  ///   - rows: which of their columns.
  ///   - sums: the rows of its sums in the arena, one or two.
  ///   - width: lanes of each draw, which are added up.
  func write(
    to values: inout [Double], from first: Int, _ rows: ResultRows, arena: [Double],
    sums: [LaneRow],
    time: TimeAxis, width: Int
  ) {
    var out = values.mutableSpan
    let lanes = arena.span
    let count = rows.columns.count
    for period in 0..<time.count {
      let start = (first + period) * rows.length + rows.columns.lowerBound
      func total(_ row: Int, _ draw: Int) -> Double {
        let offset = sums[row].offset(in: period) + draw * width
        return (1..<width).reduce(lanes[offset]) { $0 + lanes[offset + $1] }
      }
      let above = sums[0].offset(in: period)
      switch formula {
      case .sum where width == 1:
        for draw in 0..<count { out[start + draw] = lanes[above + draw] }
      case .sum:
        for draw in 0..<count { out[start + draw] = total(0, draw) }
      case .ratio where width == 1:
        let below = sums[1].offset(in: period)
        for draw in 0..<count {
          let divisor = lanes[below + draw]
          out[start + draw] = divisor == 0 ? .nan : lanes[above + draw] / divisor
        }
      case .ratio:
        for draw in 0..<count {
          let divisor = total(1, draw)
          out[start + draw] = divisor == 0 ? .nan : total(0, draw) / divisor
        }
      }
      if case .sum(_, isPerYear: true) = formula, time.length(of: period) != 1 {
        let length = time.length(of: period)
        for place in start..<start + count { out[place] /= length }
      }
    }
  }
}

/// Lists what a plan can be asked for.
private struct SeriesList {
  let plan: SystemPlan
  let isDetailed: Bool

  private var model: SystemModel { plan.model }
  private var mass: String { model.header.unit.rawValue }
  private var flow: String { mass + "/yr" }

  /// All cells of a space together, and each on its own where that is wanted.
  private func cells(_ space: CellSpace) -> [(cells: [Int], elements: [String: String])] {
    let own = isDetailed && space.count > 1 ? Array(0..<space.count) : []
    return [(Array(0..<space.count), [:])] + own.map { ([$0], space.labels(of: $0)) }
  }

  var stocks: [EnsembleSeries] {
    model.processes.indices.flatMap { index -> [EnsembleSeries] in
      let process = model.processes[index]
      let uses = plan.uses.indices.filter { plan.uses[$0].process == index }
      let sinks = plan.sinks.indices.filter { plan.sinks[$0].process == index }
      let stocks = uses + sinks.map { plan.uses.count + $0 }
      guard !stocks.isEmpty else { return [] }
      return cells(plan.layout.processSpaces[index]).flatMap { cells, elements in
        func one(
          _ kind: Series.Kind, _ unit: String, _ sum: PlanSum, isPerYear: Bool = true
        ) -> EnsembleSeries {
          EnsembleSeries(
            label: .init(
              kind: kind.rawValue, name: process.name, from: nil, to: nil, dimensions: elements,
              unit: unit), formula: .sum(sum, isPerYear: isPerYear))
        }
        let after = cells.map { PlanSum.Value.stock(stocks[$0]) }
        let before = cells.map { PlanSum.Value.stockBefore(stocks[$0]) }
        let inflows = PlanSum(nodes: cells, from: plan.layout.inflows[index])
        return [
          one(.stock, mass, PlanSum(added: after), isPerYear: false), one(.inflow, flow, inflows),
        ]
          + (uses.isEmpty
            ? [] : [one(.outflow, flow, PlanSum(nodes: cells, from: plan.layout.outflows[index]))])
          + [one(.addition, flow, PlanSum(added: after, subtracted: before))]
      }
    }
  }

  var flows: [EnsembleSeries] {
    model.flows.indices.flatMap { index -> [EnsembleSeries] in
      let own = model.flows[index]
      return cells(plan.layout.flowSpaces[index]).map { cells, elements in
        EnsembleSeries(
          label: .init(
            kind: Series.Kind.flow.rawValue, name: own.displayName, from: own.from, to: own.to,
            dimensions: elements, unit: flow),
          formula: .sum(PlanSum(nodes: cells, from: plan.layout.flows[index]), isPerYear: true))
      }
    }
  }

  /// The ratios of ``RecyclingIndicators`` that the roles of the model allow.
  var indicators: [EnsembleSeries] {
    func sum(_ roles: SystemModel.Role...) -> PlanSum {
      let flows = model.flows.indices.filter { index in
        model.flows[index].role.map(roles.contains) ?? false
      }
      return PlanSum(added: flows.flatMap { plan.layout.flows[$0].map { .node($0) } })
    }
    let endOfLife = PlanSum(added: plan.uses.map { .node($0.outflow) })
    let supply = sum(.primary, .newScrap, .oldScrap)
    let all: [(name: String, part: PlanSum, whole: PlanSum, needs: [SystemModel.Role])] = [
      ("eol_rr", sum(.oldScrap), endOfLife, [.oldScrap]),
      ("eol_cr", sum(.collected), endOfLife, [.collected]),
      ("eol_pr", sum(.oldScrap), sum(.collected), [.collected, .oldScrap]),
      ("rc", sum(.oldScrap, .newScrap), supply, [.primary]),
      ("osr", sum(.oldScrap), sum(.oldScrap, .newScrap), [.oldScrap, .newScrap]),
      ("eol_rir", sum(.oldScrap), supply, [.primary, .oldScrap]),
    ]
    return all.filter { $0.needs.allSatisfy(model.hasRole) }.map { own in
      EnsembleSeries(
        label: .init(
          kind: Series.Kind.indicator.rawValue, name: own.name, from: nil, to: nil, dimensions: [:],
          unit: "1"), formula: .ratio(own.part, own.whole))
    }
  }
}

extension PlanSum {
  fileprivate init(nodes cells: [Int], from range: Range<Int>) {
    self.init(added: cells.map { .node(range.lowerBound + $0) })
  }
}

extension CellSpace {
  fileprivate func labels(of cell: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(dimensions.map(\.name), elements(of: cell)))
  }
}
