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
  /// Whether a value in it is limited.
  let hasLimits: Bool

  /// Tears nodes until none of the rest depend on one another.
  ///
  /// The node with the most ways in and out inside of a part that is still a loop is torn first: near the
  /// least number, which is hard to find, and the same on every machine. Where many flows fan out and come
  /// together, it matters on which side one tears: of the most ways in and out, the most ways in, and the
  /// most ways out, the rule is taken that tears least and changes least with each torn node.
  /// - Complexity: O(torn nodes · edges of the loop).
  init(_ members: [Int], nodes: [SystemPlan.Node]) {
    // Inside the loop nodes are known by their place in `members`.
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let edges = members.map { nodes[$0].dependencies.compactMap { places[$0] } }
    var best = Tearing(edges, rule: .mostWays)
    var effort = best.effort(atMost: .max) ?? .max
    for rule in Tearing.Rule.allCases.dropFirst() {
      let other = Tearing(edges, rule: rule)
      guard other.torn.count <= best.torn.count else { continue }
      let limit = other.torn.count < best.torn.count ? .max : effort - 1
      guard let less = other.effort(atMost: limit) else { continue }
      (best, effort) = (other, less)
    }
    torn = best.torn.map { members[$0] }
    order = best.order.map { members[$0] }
    reach = best.reach().map { $0.map { members[$0] } }
    let inside = members.map { nodes[$0] }
    hasLimits = inside.contains { !$0.limits.isEmpty }
  }

  /// All nodes of the loop.
  var members: [Int] { torn + order }
}
