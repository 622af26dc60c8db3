internal import LinearAlgebra

/// The equations of a loop in one period and lane, with their coefficients as numbers.
///
/// For what is done lane by lane: whether a loop converges, and loops with limits.
struct LoopEquations {
  let loop: Loop
  /// For each member in the order `torn + order`: the equation that holds, as terms over members.
  private let terms: [[(member: Int, coefficient: Double)]]
  /// For each torn node the members that change with it.
  private let reach: [[Int]]

  /// Whether an equation subtracts another value.
  private let hasDifferences: Bool

  /// - Parameters:
  ///   - chosen: for each member which equation holds: 0, or 1 + the place of a limit; -1 for a value that
  ///     is taken as known.
  ///   - coefficient: the number behind a coefficient in this period and lane.
  init(
    _ loop: Loop, nodes: [SystemPlan.Node], chosen: [Int] = [],
    coefficient: (SystemPlan.Coefficient) -> Double
  ) {
    self.loop = loop
    let members = loop.members
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    reach = loop.reach.map { $0.compactMap { places[$0] } }
    terms = members.enumerated().map { place, node in
      let equation = chosen.isEmpty ? 0 : chosen[place]
      guard equation >= 0 else { return [] }
      let all = equation == 0 ? nodes[node].terms : nodes[node].limits[equation - 1].terms
      return all.compactMap { term in
        places[term.node].map { ($0, coefficient(term.coefficient)) }
      }
    }
    hasDifferences = terms.contains { $0.contains { $0.coefficient < 0 } }
  }

  /// G: how much of one unit in each torn node (column) comes back to each torn node (row).
  func gains() -> Matrix {
    let count = loop.torn.count
    var gains = Matrix(rows: count, columns: count)
    var slope = [Double](repeating: 0, count: terms.count)
    for column in 0..<count {
      slope[column] = 1
      for member in reach[column] { slope[member] = value(of: member, slope) }
      for row in 0..<count { gains[row, column] = value(of: row, slope) }
      for member in [column] + reach[column] { slope[member] = 0 }
    }
    return gains
  }

  /// The values of all members, from what each receives from outside the loop.
  /// - Complexity: O(torn · terms + torn³).
  func solve(outside: [Double]) throws(LinearAlgebraError) -> [Double] {
    let count = loop.torn.count
    var values = [Double](repeating: 0, count: terms.count)
    for member in count..<terms.count {
      values[member] = outside[member] + value(of: member, values)
    }
    let right = (0..<count).map { outside[$0] + value(of: $0, values) }
    let torn = try DenseSystem(coefficients: closing(gains())).solve(Matrix(column: right)).values
    values.replaceSubrange(0..<count, with: torn)
    for member in count..<terms.count {
      values[member] = outside[member] + value(of: member, values)
    }
    return values
  }

  /// Whether every unit that enters the loop leaves it after finitely many rounds on average.
  ///
  /// For gains of zero or more this holds exactly where 1 − G is a nonsingular M-matrix, that is, where
  /// the solution of (1 − G)·x = 1 is positive. Berman & Plemmons (1994), doi:10.1137/1.9781611971262,
  /// theorem 6.2.3, condition I₂₇. A gain within 1e-12 of one counts as one. With differences in it, a
  /// loop only needs a solution: what it means is checked in the flows.
  func converges() -> Bool {
    let ones = Matrix(rows: loop.torn.count, columns: 1, repeating: 1)
    guard let rounds = try? DenseSystem(coefficients: closing(gains())).solve(ones) else {
      return false
    }
    return rounds.values.allSatisfy { hasDifferences ? abs($0) < 1e12 : $0 > 0 && $0 < 1e12 }
  }

  private func value(of member: Int, _ values: [Double]) -> Double {
    terms[member].reduce(0) { $0 + $1.coefficient * values[$1.member] }
  }
}

/// 1 − G.
func closing(_ gains: Matrix) -> Matrix {
  var matrix = gains
  for index in matrix.values.indices { matrix.values[index] = -matrix.values[index] }
  for index in 0..<gains.rows { matrix[index, index] += 1 }
  return matrix
}
