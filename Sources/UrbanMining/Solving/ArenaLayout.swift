internal import LinearAlgebra

/// Where everything that a block of lanes needs lies in one piece of memory.
///
/// A *row* holds one number for each lane of the block. What one period needs lies together: all nodes, then
/// those of the next period; the same for the numbers of the plan and the stocks. So a march goes
/// through memory from one end to the other.
struct ArenaLayout: Sendable {
  let lanes: Int
  let periods: Int
  private(set) var size = 0
  /// The number 1.
  let one: LaneRow
  /// Where each number of the plan lies.
  let operands: [SystemPlan.Operand: Place]
  private let nodes: Slab
  private let stocks: Slab

  /// Rows of many things, together for each period.
  private struct Slab {
    let start: Int
    let count: Int
    let width: Int

    func row(_ index: Int) -> LaneRow {
      LaneRow(start: start + index * width, step: count * width)
    }
  }

  /// Where a number of the plan lies: a row of lanes, or one number for all.
  struct Place: Hashable, Sendable {
    let row: LaneRow
    let isByLane: Bool
  }

  /// - Parameters:
  ///   - nodes: how many unknowns there are.
  ///   - stocks: how many stocks, in service or sinks.
  ///   - shared: the numbers of the plan that are the same for all lanes.
  ///   - own: those that differ by lane.
  init(
    lanes: Int, periods: Int, nodes: Int, stocks: Int, shared: [SystemPlan.Operand],
    own: [SystemPlan.Operand]
  ) {
    var next = 0
    func slab(_ count: Int, width: Int, periods: Int) -> Slab {
      defer { next += count * width * periods }
      return Slab(start: next, count: count, width: width)
    }
    self.lanes = lanes
    self.periods = periods
    self.nodes = slab(nodes, width: lanes, periods: periods)
    self.stocks = slab(stocks, width: lanes, periods: periods + 1)
    let (sharedSlab, ownSlab) = (
      slab(shared.count, width: 1, periods: periods),
      slab(own.count, width: lanes, periods: periods)
    )
    var operands: [SystemPlan.Operand: Place] = [:]
    for (index, operand) in shared.enumerated() {
      operands[operand] = Place(row: sharedSlab.row(index), isByLane: false)
    }
    for (index, operand) in own.enumerated() {
      operands[operand] = Place(row: ownSlab.row(index), isByLane: true)
    }
    self.operands = operands
    one = LaneRow(start: next, step: 0)
    size = next + 1
  }

  /// The value of a node.
  func node(_ index: Int) -> LaneRow { nodes.row(index) }

  /// A stock at the start of a period.
  func stockBefore(_ index: Int) -> LaneRow { stocks.row(index) }

  /// A stock at the end of a period.
  func stockAfter(_ index: Int) -> LaneRow {
    let before = stocks.row(index)
    return before.moved(by: before.step)
  }

  /// Room for rows that every period uses anew.
  mutating func scratch(rows: Int = 1) -> LaneRow {
    LaneRow(start: take(rows * lanes), step: 0)
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
