/// Nodes of a loop that, once they are known, leave no loop among the others.
struct Tearing {
  let torn: [Int]
  /// The other nodes, each after all that it depends on.
  let order: [Int]
  /// For each node the others that depend on it, without those that are torn.
  private let followers: [[Int]]

  /// Which node of a part that is still a loop is torn next; of several the first, but of several with many
  /// ways all at once: a large system has as many such nodes as regions.
  enum Rule: CaseIterable {
    case mostWays, mostWaysIn, mostWaysOut
  }

  /// - Parameters:
  ///   - edges: for each node the nodes that it depends on.
  ///   - rule: which node is torn next.
  /// - Complexity: O(torn nodes · edges).
  init(_ edges: [[Int]], rule: Rule) {
    var isTorn = [Bool](repeating: false, count: edges.count)
    var components = stronglyConnectedComponents(dependencies: edges)
    while true {
      let loops = components.filter { $0.count > 1 }
      guard !loops.isEmpty else { break }
      for node in loops.flatMap({ Tearing.centres(of: $0, edges, rule, isTorn) }) {
        isTorn[node] = true
      }
      components = stronglyConnectedComponents(dependencies: edges, without: isTorn)
    }
    let order = components.map { $0[0] }
    self.order = order
    let torn = edges.indices.filter { isTorn[$0] }
    self.torn = torn

    // From each torn node forwards, through nodes that are not torn.
    var followers = [[Int]](repeating: [], count: edges.count)
    for node in order {
      for other in edges[node] { followers[other].append(node) }
    }
    self.followers = followers
  }

  /// For each torn node, the other nodes that change with it alone, in the order of substitution.
  /// - Complexity: O(torn nodes · what each reaches).
  func reach() -> [[Int]] {
    var turns = [Int](repeating: 0, count: followers.count)
    for (turn, node) in order.enumerated() { turns[node] = turn }
    var reached: [[Int]] = []
    visit { nodes in
      reached.append(nodes.sorted { turns[$0] < turns[$1] })
      return true
    }
    return reached
  }

  /// How many values change when each torn node is changed in turn; nil where it is more than `limit`.
  func effort(atMost limit: Int) -> Int? {
    var effort = 0
    visit { nodes in
      effort += nodes.count
      return effort <= limit
    }
    return effort <= limit ? effort : nil
  }

  /// Calls `body` with what each torn node reaches, until it returns false.
  private func visit(_ body: (_ reached: [Int]) -> Bool) {
    var visitor = [Int](repeating: -1, count: followers.count)
    for start in torn {
      var reached: [Int] = []
      var open = followers[start]
      while let node = open.popLast() {
        guard visitor[node] != start else { continue }
        visitor[node] = start
        reached.append(node)
        open += followers[node]
      }
      if !body(reached) { return }
    }
  }

  private static func centres(
    of loop: [Int], _ edges: [[Int]], _ rule: Rule, _ isTorn: [Bool]
  ) -> [Int] {
    var places: [Int: Int] = [:]
    for (place, node) in loop.enumerated() { places[node] = place }
    var (ins, outs) = (
      [Int](repeating: 0, count: loop.count), [Int](repeating: 0, count: loop.count)
    )
    for (place, node) in loop.enumerated() {
      for other in edges[node] where !isTorn[other] {
        guard let source = places[other] else { continue }
        ins[place] += 1
        outs[source] += 1
      }
    }
    func weight(_ place: Int) -> Int {
      switch rule {
      case .mostWays: ins[place] + outs[place]
      case .mostWaysIn: ins[place]
      case .mostWaysOut: outs[place]
      }
    }
    let most = loop.indices.reduce(0) { max($0, weight($1)) }
    let centres = loop.indices.filter { weight($0) == most }.map { loop[$0] }
    return most >= 16 ? centres : Array(centres.prefix(1))
  }
}
