internal import LinearAlgebra

/// A loop within a period: nodes that depend on one another.
///
/// A few nodes are *torn*, that is, taken as unknowns z, so that all others follow from them by
/// substitution in `order`. Every value is then an affine function of z, and the equations of the torn
/// nodes close to the small dense system
/// ```
/// (1 − G) · z = h
/// ```
/// with the gains G (what comes back of each torn unknown) and h (what comes from outside the loop).
/// Steward (1965), doi:10.1137/0702028.
struct Loop: Sendable {
  /// The nodes that are solved for.
  let torn: [Int]
  /// The other nodes, each after all that it depends on.
  let order: [Int]

  /// Tears nodes until none of the rest depend on one another.
  ///
  /// The node with the most ways in and out inside the loop is torn first: near the least number, which
  /// is hard to find, and the same on every machine.
  init(_ members: [Int], nodes: [SystemPlan.Node]) {
    var torn: [Int] = []

    var groups = [members]
    while let group = groups.popLast() {
      let inside = Set(group)
      let edges = group.map { nodes[$0].terms.map(\.node).filter(inside.contains) }
      var degree = Dictionary(uniqueKeysWithValues: group.map { ($0, 0) })
      for (node, others) in zip(group, edges) {
        for other in others {
          degree[node, default: 0] += 1
          degree[other, default: 0] += 1
        }
      }
      guard
        let centre = group.max(by: { (degree[$0, default: 0], -$0) < (degree[$1, default: 0], -$1) }
        )
      else { continue }
      torn.append(centre)
      let rest = group.filter { $0 != centre }
      let index = Dictionary(uniqueKeysWithValues: rest.enumerated().map { ($1, $0) })
      let dependencies = rest.map { nodes[$0].terms.compactMap { index[$0.node] } }
      for component in stronglyConnectedComponents(dependencies: dependencies)
      where component.count > 1 {
        groups.append(component.map { rest[$0] })
      }
    }
    self.torn = torn.sorted()
    let rest = members.filter { !torn.contains($0) }
    let index = Dictionary(uniqueKeysWithValues: rest.enumerated().map { ($1, $0) })
    self.order = stronglyConnectedComponents(
      dependencies: rest.map { nodes[$0].terms.compactMap { index[$0.node] } }
    ).map { rest[$0[0]] }
  }

  /// G: how much of one unit in each torn node (column) comes back to each torn node (row).
  func gains(at period: Int, lane: Int, nodes: [SystemPlan.Node]) -> Matrix {
    var gains = Matrix(rows: torn.count, columns: torn.count)
    var slope: [Int: Double] = [:]
    for (column, unknown) in torn.enumerated() {
      slope.removeAll(keepingCapacity: true)
      slope[unknown] = 1
      func value(of node: Int) -> Double {
        nodes[node].terms.reduce(0) {
          $0 + $1.coefficient(period, lane) * (slope[$1.node] ?? 0)
        }
      }
      for node in order { slope[node] = value(of: node) }
      for (row, node) in torn.enumerated() { gains[row, column] = value(of: node) }
    }
    return gains
  }

  /// Whether every unit that enters the loop leaves it after finitely many rounds on average.
  ///
  /// For gains of zero or more this holds exactly where 1 − G is a nonsingular M-matrix, that is, where
  /// the solution of (1 − G)·x = 1 is positive. Berman & Plemmons (1994), doi:10.1137/1.9781611971262,
  /// theorem 6.2.3, condition I₂₇. A gain within 1e-12 of one counts as one.
  func converges(at period: Int, lane: Int, nodes: [SystemPlan.Node]) -> Bool {
    let gains = gains(at: period, lane: lane, nodes: nodes)
    let ones = Matrix(rows: torn.count, columns: 1, repeating: 1)
    guard let rounds = try? DenseSystem(coefficients: Loop.closing(gains)).solve(ones) else {
      return false
    }
    return rounds.values.allSatisfy { $0 > 0 && $0 < 1e12 }
  }

  /// z for one lane, from what comes from outside the loop.
  func solve(gains: Matrix, outside: [Double]) throws(LinearAlgebraError) -> [Double] {
    if torn.count == 1 { return [outside[0] / (1 - gains[0, 0])] }
    return try DenseSystem(coefficients: Loop.closing(gains)).solve(Matrix(column: outside)).values
  }

  /// 1 − G.
  private static func closing(_ gains: Matrix) -> Matrix {
    var matrix = gains
    for index in matrix.values.indices { matrix.values[index] = -matrix.values[index] }
    for index in 0..<gains.rows { matrix[index, index] += 1 }
    return matrix
  }
}
