internal import LinearAlgebra

/// Where everything that a block of lanes needs lies in one piece of memory.
///
/// A *row* holds one number for each lane of the block; rows of one thing lie period after period.
struct ArenaLayout: Sendable {
  let lanes: Int
  let periods: Int
  private(set) var size = 0
  /// The number 1.
  let one: LaneRow
  private let nodes: Int
  private let stocks: Int
  private(set) var operands: [SystemPlan.Operand: Place] = [:]

  /// Where a number of the plan lies: a row of lanes, or one number for all.
  struct Place: Hashable, Sendable {
    let row: LaneRow
    let isByLane: Bool
  }

  /// - Parameters:
  ///   - nodes: how many unknowns there are.
  ///   - stocks: how many stocks, in service or sinks.
  init(lanes: Int, periods: Int, nodes: Int, stocks: Int) {
    self.lanes = lanes
    self.periods = periods
    self.nodes = 0
    self.stocks = nodes * periods * lanes
    let afterStocks = self.stocks + stocks * (periods + 1) * lanes
    one = LaneRow(start: afterStocks, step: 0)
    size = afterStocks + 1
  }

  /// The value of a node.
  func node(_ index: Int) -> LaneRow {
    LaneRow(start: nodes + index * periods * lanes, step: lanes)
  }

  /// A stock at the start of a period.
  func stockBefore(_ index: Int) -> LaneRow {
    LaneRow(start: stocks + index * (periods + 1) * lanes, step: lanes)
  }

  /// A stock at the end of a period.
  func stockAfter(_ index: Int) -> LaneRow {
    LaneRow(start: stockBefore(index).start + lanes, step: lanes)
  }

  /// Room for rows that every period uses anew.
  mutating func scratch(rows: Int = 1) -> LaneRow {
    LaneRow(start: take(rows * lanes), step: 0)
  }

  /// Room for a series.
  mutating func series(isByLane: Bool) -> Place {
    let width = isByLane ? lanes : 1
    return Place(row: LaneRow(start: take(periods * width), step: width), isByLane: isByLane)
  }

  /// Room for an operand; the same each time that it is asked for.
  mutating func place(of operand: SystemPlan.Operand, isByLane: Bool) -> Place {
    if let known = operands[operand] { return known }
    let place = series(isByLane: isByLane)
    operands[operand] = place
    return place
  }

  mutating func take(_ count: Int) -> Int {
    defer { size += count }
    return size
  }
}

extension LaneRow {
  /// A later row of the same room.
  func moved(by numbers: Int) -> LaneRow { LaneRow(start: start + numbers, step: step) }
}
