extension SystemModel {
  /// Whether another model differs in numbers only.
  func hasStructure(of other: SystemModel) -> Bool {
    time == other.time && timing == other.timing && dimensions == other.dimensions
      && header.unit == other.header.unit
      && processes.count == other.processes.count && flows.count == other.flows.count
      && zip(processes, other.processes).allSatisfy { $0.hasStructure(of: $1) }
      && zip(flows, other.flows).allSatisfy { $0.hasStructure(of: $1) }
  }
}

extension SystemModel.Process {
  fileprivate func hasStructure(of other: Self) -> Bool {
    let isSameKind =
      switch (kind, other.kind) {
      case (.use, .use): true
      default: kind == other.kind
      }
    let isSameDrive =
      switch (drive, other.drive) {
      case (.target, .target): hasSameRequirements(as: other)
      case (.byCell(let ways, _, _), .byCell(let others, _, _)):
        ways == others && hasSameRequirements(as: other)
      default: drive == other.drive
      }
    return name == other.name && dimensions == other.dimensions && isSameKind && isSameDrive
      && stockFrom == other.stockFrom && initialStocks.count == other.initialStocks.count
      && negativeInflow == other.negativeInflow
  }

  private func hasSameRequirements(as other: Self) -> Bool {
    (required.inflow == nil) == (other.required.inflow == nil)
      && (required.stock == nil) == (other.required.stock == nil)
  }
}

extension SystemModel.Flow {
  fileprivate func hasStructure(of other: Self) -> Bool {
    let isSameRule =
      switch (rule, other.rule) {
      case (.fill, .fill): rule == other.rule
      default: rule.word == other.rule.word
      }
    let isSameLimit =
      switch (limit, other.limit) {
      case (.amount, .amount): true
      default: limit == other.limit
      }
    return from == other.from && to == other.to && role == other.role && isSameRule && isSameLimit
      && only == other.only && across == other.across
  }
}
