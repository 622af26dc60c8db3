extension PlanNumbers {
  /// The numbers that an operand stands for.
  /// - Complexity: O(T · lanes).
  func series(of operand: SystemPlan.Operand, over time: TimeAxis) -> LaneSeries {
    switch operand {
    case .slot(let slot): return slots[slot]
    case .amount(let slot):
      if time.evenLength == 1 { return slots[slot] }
      return slots[slot].times((0..<time.count).map { time.length(of: $0) })
    case .complement(let taken):
      let left = taken.reduce(LaneSeries(steady: [1])) { $0.combined(with: slots[$1], -) }
      // What rounding leaves of shares that sum to one is nothing.
      return left.map { abs($0) < 64 * .ulpOfOne ? 0 : $0 }
    case .leaving(let use): return staying(use).map { 1 - $0 }
    case .staying(let use): return staying(use)
    case .inherited(let use):
      return inherited[use]
        ?? LaneSeries(steady: [0])
    }
  }

  /// s(t, t) of a stock in service.
  private func staying(_ use: Int) -> LaneSeries {
    let survival = survivals[use]
    let width = survival.law.laneCount ?? 1
    if survival.isCurve {
      // The same for all cohorts.
      return LaneSeries(
        steady: (0..<width).map { survival.share(atEndOf: 0, ofCohort: 0, lane: $0) })
    }
    return LaneSeries(
      width: width,
      values: (0..<survival.time.count * width).map {
        survival.share(atEndOf: $0 / width, ofCohort: $0 / width, lane: $0 % width)
      })
  }
}
