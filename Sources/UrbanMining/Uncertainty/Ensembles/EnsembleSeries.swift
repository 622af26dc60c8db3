internal import LinearAlgebra

/// A series of an ensemble: what it is, and how it follows from the flows and stocks of a draw.
struct EnsembleSeries: Sendable {
  /// What it is, without values.
  let label: SeriesLabel
  let formula: Formula

  enum Formula: Sendable {
    /// A sum of flows per year, or of stocks.
    case sum([LaneRow], isPerYear: Bool)
    /// What stocks gain in a period, per year.
    case gain(after: [LaneRow], before: [LaneRow])
    /// One sum over another; not a number where that is zero.
    case ratio([LaneRow], [LaneRow])
  }

  /// Writes its values, a number for each draw.
  /// - Parameters:
  ///   - values: room for periods × draws numbers.
  ///   - start: where they begin.
  func write(
    to values: inout [Double], at start: Int, from arena: [Double], time: TimeAxis, draws: Int,
    width: Int
  ) {
    for period in 0..<time.count {
      let first = start + period * draws
      let length = time.length(of: period)
      switch formula {
      case .sum(let rows, let isPerYear):
        EnsembleSeries.add(rows, in: period, to: &values, at: first, arena, draws, width)
        if isPerYear { EnsembleSeries.divide(&values, first..<first + draws, by: length) }
      case .gain(let after, let before):
        EnsembleSeries.add(before, in: period, to: &values, at: first, arena, draws, width)
        for place in first..<first + draws { values[place] = -values[place] }
        EnsembleSeries.add(after, in: period, to: &values, at: first, arena, draws, width)
        EnsembleSeries.divide(&values, first..<first + draws, by: length)
      case .ratio(let part, let whole):
        var divisor = [Double](repeating: 0, count: draws)
        EnsembleSeries.add(part, in: period, to: &values, at: first, arena, draws, width)
        EnsembleSeries.add(whole, in: period, to: &divisor, at: 0, arena, draws, width)
        for draw in 0..<draws {
          values[first + draw] = divisor[draw] == 0 ? .nan : values[first + draw] / divisor[draw]
        }
      }
    }
  }

  /// Adds rows of lanes, `width` of them to each draw.
  private static func add(
    _ rows: [LaneRow], in period: Int, to values: inout [Double], at first: Int, _ arena: [Double],
    _ draws: Int, _ width: Int
  ) {
    var out = values.mutableSpan
    let lanes = arena.span
    for row in rows {
      let offset = row.offset(in: period)
      if width == 1 {
        for draw in 0..<draws { out[first + draw] += lanes[offset + draw] }
      } else {
        for lane in 0..<draws * width { out[first + lane / width] += lanes[offset + lane] }
      }
    }
  }

  private static func divide(_ values: inout [Double], _ places: Range<Int>, by length: Double) {
    guard length != 1 else { return }
    for place in places { values[place] /= length }
  }
}

extension DrawSolver {
  /// The series of an ensemble.
  /// - Parameter isDetailed: every cell of every series beside the totals.
  func series(isDetailed: Bool) -> [EnsembleSeries] {
    stockSeries(isDetailed) + flowSeries(isDetailed) + indicatorSeries()
  }

  private func stockSeries(_ isDetailed: Bool) -> [EnsembleSeries] {
    let (model, layout) = (plan.model, program.layout)
    return model.processes.indices.flatMap { index -> [EnsembleSeries] in
      let process = model.processes[index]
      let uses = plan.uses.indices.filter { plan.uses[$0].process == index }
      let sinks = plan.sinks.indices.filter { plan.sinks[$0].process == index }
      let stocks = uses + sinks.map { plan.uses.count + $0 }
      guard !stocks.isEmpty else { return [] }
      func series(_ cells: [Int], _ elements: [String: String]) -> [EnsembleSeries] {
        func one(
          _ kind: Series.Kind, _ unit: String, _ formula: EnsembleSeries.Formula
        ) -> EnsembleSeries {
          EnsembleSeries(
            label: .init(
              kind: kind.rawValue, name: process.name, from: nil, to: nil, dimensions: elements,
              unit: unit), formula: formula)
        }
        let after = cells.map { layout.stockAfter(stocks[$0]) }
        let before = cells.map { layout.stockBefore(stocks[$0]) }
        let inflows = cells.map { layout.node(plan.layout.inflows[index].lowerBound + $0) }
        let outflows = cells.map { layout.node(plan.layout.outflows[index].lowerBound + $0) }
        return [
          one(.stock, mass, .sum(after, isPerYear: false)),
          one(.inflow, flow, .sum(inflows, isPerYear: true)),
        ] + (uses.isEmpty ? [] : [one(.outflow, flow, .sum(outflows, isPerYear: true))])
          + [one(.addition, flow, .gain(after: after, before: before))]
      }
      let space = plan.layout.processSpaces[index]
      let cells = isDetailed && space.count > 1 ? Array(0..<space.count) : []
      return series(Array(0..<space.count), [:])
        + cells.flatMap { series([$0], space.labels(of: $0)) }
    }
  }

  private func flowSeries(_ isDetailed: Bool) -> [EnsembleSeries] {
    let model = plan.model
    return model.flows.indices.flatMap { index -> [EnsembleSeries] in
      let own = model.flows[index]
      func series(_ cells: [Int], _ elements: [String: String]) -> EnsembleSeries {
        let nodes = cells.map { program.layout.node(plan.layout.flows[index].lowerBound + $0) }
        return EnsembleSeries(
          label: .init(
            kind: Series.Kind.flow.rawValue, name: own.displayName, from: own.from, to: own.to,
            dimensions: elements, unit: flow), formula: .sum(nodes, isPerYear: true))
      }
      let space = plan.layout.flowSpaces[index]
      let cells = isDetailed && space.count > 1 ? Array(0..<space.count) : []
      return [series(Array(0..<space.count), [:])]
        + cells.map { series([$0], space.labels(of: $0)) }
    }
  }

  /// The ratios of ``RecyclingIndicators`` that the roles of the model allow.
  private func indicatorSeries() -> [EnsembleSeries] {
    let model = plan.model
    func rows(_ roles: SystemModel.Role...) -> [LaneRow] {
      model.flows.indices.filter { index in model.flows[index].role.map(roles.contains) ?? false }
        .flatMap { plan.layout.flows[$0].map(program.layout.node) }
    }
    let endOfLife = plan.uses.map { program.layout.node($0.outflow) }
    let supply = rows(.primary, .newScrap, .oldScrap)
    let all: [(name: String, part: [LaneRow], whole: [LaneRow], needs: [SystemModel.Role])] = [
      ("eol_rr", rows(.oldScrap), endOfLife, [.oldScrap]),
      ("eol_cr", rows(.collected), endOfLife, [.collected]),
      ("eol_pr", rows(.oldScrap), rows(.collected), [.collected, .oldScrap]),
      ("rc", rows(.oldScrap, .newScrap), supply, [.primary]),
      ("osr", rows(.oldScrap), rows(.oldScrap, .newScrap), [.oldScrap, .newScrap]),
      ("eol_rir", rows(.oldScrap), supply, [.primary, .oldScrap]),
    ]
    return all.filter { $0.needs.allSatisfy(model.hasRole) }.map { own in
      EnsembleSeries(
        label: .init(
          kind: Series.Kind.indicator.rawValue, name: own.name, from: nil, to: nil, dimensions: [:],
          unit: "1"), formula: .ratio(own.part, own.whole))
    }
  }

  private var mass: String { plan.model.header.unit.rawValue }
  private var flow: String { mass + "/yr" }
}

extension CellSpace {
  fileprivate func labels(of cell: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(dimensions.map(\.name), elements(of: cell)))
  }
}
