internal import LinearAlgebra

/// Solves (1 − G) · z = h for the torn nodes of a loop, in every lane.
struct LoopClosing: Sendable {
  /// The rows of z.
  let nodes: [LaneRow]
  /// Where the rows of h lie, and those of G, row after row.
  let outside: Int
  let gains: Int
  let lanes: Int
  /// Whether G is the same for all lanes.
  let isShared: Bool

  /// - Complexity: O(n³) for each lane, once where G is the same for all.
  func solve(in period: Int, on arena: inout [Double]) throws(LinearAlgebraError) {
    if isShared {
      try solve(lanes: 0..<lanes, in: period, on: &arena)
    } else {
      for lane in 0..<lanes { try solve(lanes: lane..<lane + 1, in: period, on: &arena) }
    }
  }

  private func solve(
    lanes block: Range<Int>, in period: Int, on arena: inout [Double]
  ) throws(LinearAlgebraError) {
    let count = nodes.count
    let first = block.lowerBound
    let back = Matrix(
      rows: count, columns: count,
      values: (0..<count * count).map { arena[gains + $0 * lanes + first] })
    let right = Matrix(
      rows: count, columns: block.count,
      values: (0..<count).flatMap { row in block.map { arena[outside + row * lanes + $0] } })
    let solution = try DenseSystem(coefficients: closing(back)).solve(right)
    for (row, node) in nodes.enumerated() {
      let start = node.offset(in: period)
      for lane in block { arena[start + lane] = solution[row, lane - first] }
    }
  }
}
