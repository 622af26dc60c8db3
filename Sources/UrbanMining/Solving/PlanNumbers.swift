/// The numbers of a plan: what its equations refer to by place, for each lane.
///
/// A plan is compiled once; an ensemble solves it again with other numbers.
struct PlanNumbers: Sendable {
  /// One for each cell of each parameter that the system uses.
  var slots: [LaneSeries]
  /// One for each stock in service: for all lanes, or by lane.
  var survivals: [Survival]
  /// What is left of the initial stock of each stock in service at the end of each period; nil without.
  var inherited: [LaneSeries?]
  /// What each stock (those in service, then the sinks) holds before the first period, by lane or for all.
  var initialStocks: [[Double]]

  /// Whether an operand differs by lane.
  func isByLane(_ operand: SystemPlan.Operand) -> Bool {
    switch operand {
    case .slot(let slot), .amount(let slot): slots[slot].width > 1
    case .complement(let taken): taken.contains { slots[$0].width > 1 }
    case .leaving(let use), .staying(let use): survivals[use].law.laneCount != nil
    case .inherited(let use): (inherited[use]?.width ?? 1) > 1
    }
  }

  /// Whether an operand is the same in all periods.
  func isSteady(_ operand: SystemPlan.Operand, over time: TimeAxis) -> Bool {
    switch operand {
    case .slot(let slot): slots[slot].isSteady
    case .amount(let slot): slots[slot].isSteady && time.evenLength == 1
    case .complement(let taken): taken.allSatisfy { slots[$0].isSteady }
    case .leaving(let use), .staying(let use): survivals[use].isCurve
    case .inherited(let use): inherited[use]?.isSteady ?? true
    }
  }
}
