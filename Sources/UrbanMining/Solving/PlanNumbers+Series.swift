extension PlanNumbers {
  /// The numbers that an operand stands for.
  /// - Complexity: O(T · lanes).
  func series(of operand: SystemPlan.Operand, over time: TimeAxis) -> LaneSeries {
    switch operand {
    case .slot(let slot): return slots[slot]
    case .amount(let slot):
      if time.evenLength == 1 { return slots[slot] }
      return slots[slot].map { value, period in value * time.length(of: period) }
    case .complement(let taken):
      let one = LaneSeries(width: 1, values: [Double](repeating: 1, count: time.count))
      let left = taken.reduce(one) { $0.combined(with: slots[$1], -) }
      // What rounding leaves of shares that sum to one is nothing.
      return left.map { value, _ in abs(value) < 64 * .ulpOfOne ? 0 : value }
    case .leaving(let use): return staying(use).map { value, _ in 1 - value }
    case .staying(let use): return staying(use)
    case .inherited(let use):
      return inherited[use]
        ?? LaneSeries(width: 1, values: [Double](repeating: 0, count: time.count))
    }
  }

  /// s(t, t) of a stock in service.
  private func staying(_ use: Int) -> LaneSeries {
    let survival = survivals[use]
    let width = survival.law.laneCount ?? 1
    if survival.isCurve {
      // The same for all cohorts.
      let first = (0..<width).map { survival.share(atEndOf: 0, ofCohort: 0, lane: $0) }
      var values: [Double] = []
      values.reserveCapacity(survival.time.count * width)
      for _ in 0..<survival.time.count { values += first }
      return LaneSeries(width: width, values: values)
    }
    return LaneSeries(
      width: width,
      values: (0..<survival.time.count * width).map {
        survival.share(atEndOf: $0 / width, ofCohort: $0 / width, lane: $0 % width)
      })
  }
}
