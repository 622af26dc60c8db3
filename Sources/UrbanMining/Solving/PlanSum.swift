internal import LinearAlgebra

/// A sum of values of a solved plan: some are added, some subtracted.
struct PlanSum: Hashable, Sendable {
  let added: [Value]
  var subtracted: [Value] = []

  /// One value of a plan in a period.
  enum Value: Hashable, Sendable {
    case node(Int)
    /// What a stock (those in service, then the sinks) holds at the end of the period.
    case stock(Int)
    /// What it holds at the start.
    case stockBefore(Int)
  }

  /// Each value with its sign, in the order in which they are summed.
  var terms: [(value: Value, sign: Double)] {
    added.map { ($0, 1) } + subtracted.map { ($0, -1) }
  }
}

extension ArenaLayout {
  func row(of value: PlanSum.Value) -> LaneRow {
    switch value {
    case .node(let index): node(index)
    case .stock(let index): stockAfter(index)
    case .stockBefore(let index): stockBefore(index)
    }
  }
}
