internal import LinearAlgebra

/// Where everything that a block of lanes needs lies in one piece of memory.
///
/// A *row* holds one number for each lane of the block. Where all periods are kept, what one period needs
/// lies together: all nodes, then those of the next period; the same for the numbers of the plan and the
/// stocks. So a march goes through memory from one end to the other. Where they are not, every period uses
/// the same rows, which then stay in the cache.
struct ArenaLayout: Sendable {
  let lanes: Int
  let periods: Int
  let history: History
  private(set) var size = 0
  /// The number 1.
  let one: LaneRow
  /// Where each number of the plan lies.
  let operands: [SystemPlan.Operand: Place]
  private let nodes: [LaneRow]
  private let stocks: Slab

  /// What is still there after the last period.
  enum History: Sendable {
    /// The values of all nodes and stocks.
    case everything
    /// Nothing but the values of these nodes, which later periods need.
    case nodes([Int])
  }

  /// Rows of many things, together for each period.
  private struct Slab {
    let start: Int
    let count: Int
    let width: Int
    /// Whether every period has rows of its own.
    var moves = true

    func row(_ index: Int) -> LaneRow {
      LaneRow(start: start + index * width, step: moves ? count * width : 0)
    }
  }

  /// A number of the plan, and how many of it there are.
  struct Number: Hashable, Sendable {
    let operand: SystemPlan.Operand
    /// Whether it differs by lane.
    let isByLane: Bool
    /// Whether it is the same in all periods.
    let isSteady: Bool
  }

  /// Where a number of the plan lies: a row of lanes, or one number for all.
  struct Place: Hashable, Sendable {
    let row: LaneRow
    let isByLane: Bool
  }

  /// - Parameters:
  ///   - nodes: how many unknowns there are.
  ///   - stocks: how many stocks, in service or sinks.
  ///   - numbers: the numbers of the plan.
  ///   - history: what is kept of each period.
  init(
    lanes: Int, periods: Int, nodes: Int, stocks: Int, numbers: [Number],
    history: History = .everything
  ) {
    var next = 0
    func slab(_ count: Int, width: Int, periods: Int?) -> Slab {
      defer { next += count * width * (periods ?? 1) }
      return Slab(start: next, count: count, width: width, moves: periods != nil)
    }
    self.lanes = lanes
    self.periods = periods
    self.history = history
    switch history {
    case .everything:
      let all = slab(nodes, width: lanes, periods: periods)
      self.nodes = (0..<nodes).map(all.row)
      self.stocks = slab(stocks, width: lanes, periods: periods + 1)
    case .nodes(let kept):
      let kept = Set(kept)
      self.nodes = (0..<nodes).map { node in
        slab(1, width: lanes, periods: kept.contains(node) ? periods : nil).row(0)
      }
      // Before and after each period.
      self.stocks = slab(2 * stocks, width: lanes, periods: nil)
    }
    var operands: [SystemPlan.Operand: Place] = [:]
    for isByLane in [false, true] {
      for isSteady in [false, true] {
        let own = numbers.filter { $0.isByLane == isByLane && $0.isSteady == isSteady }
        let slab = slab(
          own.count, width: isByLane ? lanes : 1, periods: isSteady ? nil : periods)
        for (index, number) in own.enumerated() {
          operands[number.operand] = Place(row: slab.row(index), isByLane: isByLane)
        }
      }
    }
    self.operands = operands
    one = LaneRow(start: next, step: 0)
    size = next + 1
  }

  /// The value of a node.
  func node(_ index: Int) -> LaneRow { nodes[index] }

  /// A stock at the start of a period.
  func stockBefore(_ index: Int) -> LaneRow { stocks.row(stocks.moves ? index : 2 * index) }

  /// A stock at the end of a period.
  func stockAfter(_ index: Int) -> LaneRow {
    stocks.moves
      ? stocks.row(index).moved(by: stocks.row(index).step) : stocks.row(2 * index + 1)
  }

  /// Room for rows that every period uses anew.
  mutating func scratch(rows: Int = 1) -> LaneRow {
    LaneRow(start: take(rows * lanes), step: 0)
  }

  /// Room for a row in each period.
  mutating func series() -> LaneRow {
    LaneRow(start: take(periods * lanes), step: lanes)
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
