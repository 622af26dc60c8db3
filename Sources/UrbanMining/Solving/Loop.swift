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
  /// For each torn node, the other nodes that change with it alone, in the order of substitution.
  let reach: [[Int]]
  /// Whether an equation in it subtracts another of its values.
  let hasDifferences: Bool
  /// Whether a value in it is limited.
  let hasLimits: Bool

  /// Tears nodes until none of the rest depend on one another.
  ///
  /// The node with the most ways in and out inside the loop is torn first: near the least number, which
  /// is hard to find, and the same on every machine.
  /// - Complexity: O(torn nodes · edges of the loop).
  init(_ members: [Int], nodes: [SystemPlan.Node]) {
    // Inside the loop nodes are known by their place in `members`.
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let edges = members.map { nodes[$0].dependencies.compactMap { places[$0] } }
    var isTorn = [Bool](repeating: false, count: members.count)
    var groups = [Array(members.indices)]
    while let group = groups.popLast() {
      let centre = Loop.centre(of: group, edges)
      isTorn[centre] = true
      let rest = group.filter { $0 != centre }
      groups += Loop.components(of: rest, edges).filter { $0.count > 1 }
    }
    let rest = members.indices.filter { !isTorn[$0] }
    let order = Loop.components(of: rest, edges).map { $0[0] }
    self.torn = members.indices.filter { isTorn[$0] }.map { members[$0] }
    self.order = order.map { members[$0] }
    reach = members.indices.filter { isTorn[$0] }.map { start in
      var isReached = [Bool](repeating: false, count: members.count)
      isReached[start] = true
      return order.filter { node in
        isReached[node] = edges[node].contains { isReached[$0] }
        return isReached[node]
      }.map { members[$0] }
    }
    let inside = members.map { nodes[$0] }
    hasLimits = inside.contains { !$0.limits.isEmpty }
    hasDifferences = inside.contains { node in
      node.terms.contains { $0.coefficient == .minusOne && places[$0.node] != nil }
    }
  }

  /// All nodes of the loop.
  var members: [Int] { torn + order }

  /// The node of a group with the most ways in and out inside of it; of several the first.
  private static func centre(of group: [Int], _ edges: [[Int]]) -> Int {
    var degree = Dictionary(uniqueKeysWithValues: group.map { ($0, 0) })
    for node in group {
      for other in edges[node] where degree[other] != nil {
        degree[node, default: 0] += 1
        degree[other, default: 0] += 1
      }
    }
    return group.max { (degree[$0, default: 0], -$0) < (degree[$1, default: 0], -$1) } ?? group[0]
  }

  /// The strongly connected components of a part of the loop.
  private static func components(of group: [Int], _ edges: [[Int]]) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: group.enumerated().map { ($1, $0) })
    return stronglyConnectedComponents(
      dependencies: group.map { edges[$0].compactMap { places[$0] } }
    ).map { component in component.map { group[$0] } }
  }
}
