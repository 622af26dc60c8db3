// Shares that follow where others of the same source were changed.
extension ModelDraft {
  /// Lets the shares that changes left as they were follow, where one of these asks for it.
  mutating func rebalance(_ changes: [Scenario.Change], since before: ModelDraft) {
    var held: [String: Set<ShareCell>] = [:]
    var ways: [String: [Scenario.Rebalance]] = [:]
    for change in changes {
      for cell in shareCells(of: change.target) {
        let source = flows[cell.flow].from
        held[source, default: []].insert(cell)
        if let way = change.rebalance, ways[source]?.contains(way) != true {
          ways[source, default: []].append(way)
        }
      }
    }
    for process in base.processes {
      guard let way = ways[process.name], let held = held[process.name] else { continue }
      if way.count > 1 {
        faults.append(
          SystemFault(
            .process(process.name),
            "the shares of what leaves '\(process.name)' can't be rebalanced both in proportion and "
              + "by the remainder: choose one"))
      } else if way == [.remainder] {
        requireRemainder(of: process.name)
      } else {
        scaleOthers(of: process, than: held, since: before)
      }
    }
  }

  /// A cell of a flow that takes a share.
  struct ShareCell: Hashable {
    let flow: Int
    let cell: Int
  }

  /// The shares that a target means.
  func shareCells(of target: ChangeTarget) -> [ShareCell] {
    switch target.owner {
    case .lifetimes, .requiredInflow, .requiredStock: return []
    case .flow(let index):
      return flows[index].shareValues == nil
        ? [] : target.cells.map { ShareCell(flow: index, cell: $0) }
    case .input(let index):
      return flows.indices.filter { flows[$0].shareValues == .input(inputs[index].name) }
        .flatMap { flow in
          space(ofFlow: flow).places(in: target.space).enumerated()
            .filter { target.cells.contains($0.element) }
            .map { ShareCell(flow: flow, cell: $0.offset) }
        }
    }
  }

  private mutating func requireRemainder(of name: String) {
    guard !flows.contains(where: { $0.from == name && $0.rule == .remainder }) else { return }
    faults.append(
      SystemFault(
        .process(name),
        "'\(name)' has no remainder that could take the difference: with 'rebalance: proportional' its "
          + "other shares follow"))
  }

  /// others′ = others · (1 − Σ held′) / (1 − Σ held); a remainder follows by itself.
  private mutating func scaleOthers(
    of process: SystemModel.Process, than held: Set<ShareCell>, since before: ModelDraft
  ) {
    let outflows = flows.indices.filter { flows[$0].from == process.name }
    guard let bad = outflows.first(where: { !flows[$0].isPlainShare }) else {
      return scaleShares(of: process, than: held, outflows, since: before)
    }
    faults.append(
      SystemFault(
        .flow(bad),
        "what leaves '\(process.name)' can't be rebalanced in proportion: '\(flows[bad].key)' is "
          + "neither a plain share nor the remainder"))
  }

  private mutating func scaleShares(
    of process: SystemModel.Process, than held: Set<ShareCell>, _ outflows: [Int],
    since before: ModelDraft
  ) {
    let space = base.space(over: process.dimensions)
    let shares = outflows.filter { flows[$0].shareValues != nil }
    let now = shares.map { wideValues(ofFlow: $0) }
    let old = shares.map { before.wideValues(ofFlow: $0) }
    let leaving = shares.map { cellsLeaving(byFlow: $0) }
    var followed = now
    for place in 0..<space.count {
      var (sumBefore, sumNow) = (
        [Double](repeating: 0, count: base.time.count),
        [Double](repeating: 0, count: base.time.count)
      )
      var others: [(position: Int, cell: Int)] = []
      for (position, flow) in shares.enumerated() {
        for cell in leaving[position][place] {
          guard held.contains(ShareCell(flow: flow, cell: cell)) else {
            others.append((position, cell))
            continue
          }
          for period in sumNow.indices {
            sumBefore[period] += old[position].cells[cell][period]
            sumNow[period] += now[position].cells[cell][period]
          }
        }
      }
      guard let factors = factors(process, space, place, sumBefore, sumNow) else { return }
      for (position, cell) in others {
        let series = zip(followed[position].cells[cell], factors).map { $0 * $1 }
        followed[position] = followed[position].replacing(cell: cell, with: series)
      }
    }
    for (position, flow) in shares.enumerated() where followed[position] != now[position] {
      store(followed[position], inFlow: flow)
    }
  }

  private mutating func factors(
    _ process: SystemModel.Process, _ space: CellSpace, _ place: Int, _ before: [Double],
    _ now: [Double]
  ) -> [Double]? {
    // What rounding leaves of a sum of decimal fractions.
    let rounding = 64 * Double.ulpOfOne
    let elements = space.elements(of: place).joined(separator: ", ")
    let name = elements.isEmpty ? "'\(process.name)'" : "'\(process.name)' (\(elements))"
    var factors: [Double] = []
    for period in now.indices {
      let year = base.time.label(of: period)
      let (left, room) = (1 - before[period], 1 - now[period])
      if room < -rounding {
        faults.append(
          SystemFault(
            .process(process.name),
            "the shares that are set of what leaves \(name) sum to \(plainNumber(now[period])) in "
              + "\(year): no other share can make up for more than 1"))
        return nil
      }
      if abs(now[period] - before[period]) <= rounding {
        factors.append(1)
      } else if left > rounding {
        factors.append(max(0, room) / left)
      } else {
        faults.append(
          SystemFault(
            .process(process.name),
            "nothing else left \(name) in \(year), so there is nothing that could grow in "
              + "proportion: set the other shares too"))
        return nil
      }
    }
    return factors
  }
}
