/// The order of a Sankey diagram: which links go backward, which column a node stands in, and who stands
/// above whom. It depends on the order of nodes and links alone, so that equal charts look alike.
///
/// Sugiyama, Tagawa and Toda 1981 (doi 10.1109/TSMC.1981.4308636), with values as weights.
struct SankeyGraph: Hashable, Sendable {
  /// A link between nodes by their places.
  struct Edge: Hashable, Sendable {
    let from: Int
    let to: Int
    let weight: Double
  }

  /// What takes room in a column: a node, or a link that passes it.
  enum Slot: Hashable, Sendable {
    case node(Int)
    case passing(edge: Int)
  }

  let edges: [Edge]
  /// Whether a link runs against the columns.
  let isBackward: [Bool]
  /// The column of each node.
  let layers: [Int]
  /// What stands in each column, from the top.
  let columns: [[Slot]]

  /// - Parameters:
  ///   - count: how many nodes there are.
  ///   - edges: the links, none from a node to itself.
  ///   - given: the columns that were asked for, by node.
  ///   - ranks: the order within a column that was asked for, by node.
  /// - Complexity: O(sweeps · columns · links²) in the worst case, for tens of links.
  init(count: Int, edges: [Edge], given: [Int?], ranks: [Int?]) {
    self.edges = edges
    let found = SankeyGraph.backward(count, edges, given)
    isBackward = found
    let layers = SankeyGraph.layers(count, edges, found, given)
    self.layers = layers
    let width = (layers.max() ?? 0) + 1
    var columns = [[Slot]](repeating: [], count: width)
    for node in 0..<count { columns[layers[node]].append(.node(node)) }
    for (index, edge) in edges.enumerated() where !found[index] {
      for layer in layers[edge.from] + 1..<max(layers[edge.from] + 1, layers[edge.to]) {
        columns[layer].append(.passing(edge: index))
      }
    }
    let sweeper = SankeySweeper(edges: edges, isBackward: found, layers: layers, ranks: ranks)
    self.columns = sweeper.ordered(columns)
  }

  /// The links that close a loop: found from the nodes that nothing enters, in their order; where columns
  /// were asked for, those that run against them.
  private static func backward(_ count: Int, _ edges: [Edge], _ given: [Int?]) -> [Bool] {
    var result = [Bool](repeating: false, count: edges.count)
    for (index, edge) in edges.enumerated() {
      if let from = given[edge.from], let to = given[edge.to] { result[index] = to <= from }
    }
    let out = (0..<count).map { node in
      edges.indices.filter { edges[$0].from == node && !result[$0] }
    }
    let entered = Set(edges.indices.filter { !result[$0] }.map { edges[$0].to })
    var state = [Int](repeating: 0, count: count)
    let roots = (0..<count).filter { !entered.contains($0) } + (0..<count)
    for root in roots where state[root] == 0 {
      // A stack of nodes with the next of their links to follow.
      var stack = [(node: root, next: 0)]
      state[root] = 1
      while let top = stack.last {
        guard top.next < out[top.node].count else {
          state[top.node] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let link = out[top.node][top.next]
        let target = edges[link].to
        if state[target] == 1 {
          result[link] = true
        } else if state[target] == 0 {
          state[target] = 1
          stack.append((target, 0))
        }
      }
    }
    return result
  }

  /// The longest way from the left along links that are not backward; sources then move to the right, up
  /// to what they feed.
  private static func layers(
    _ count: Int, _ edges: [Edge], _ isBackward: [Bool], _ given: [Int?]
  ) -> [Int] {
    let forward = edges.indices.filter { !isBackward[$0] }.map { edges[$0] }
    var layers = given.map { $0 ?? 0 }
    // As many rounds as there are nodes settle every way without a loop.
    for _ in 0..<count {
      var isSettled = true
      for edge in forward where given[edge.to] == nil && layers[edge.to] <= layers[edge.from] {
        layers[edge.to] = layers[edge.from] + 1
        isSettled = false
      }
      if isSettled { break }
    }
    for node in 0..<count where given[node] == nil && !forward.contains(where: { $0.to == node }) {
      let fed = forward.filter { $0.from == node }.map { layers[$0.to] }
      if let nearest = fed.min() { layers[node] = max(0, nearest - 1) }
    }
    let first = layers.min() ?? 0
    return layers.map { $0 - first }
  }
}

/// Reorders columns until few links cross.
struct SankeySweeper {
  let edges: [SankeyGraph.Edge]
  let isBackward: [Bool]
  let layers: [Int]
  let ranks: [Int?]

  /// The best of 24 sweeps, forth and back, by the weight of the crossings that are left.
  func ordered(_ columns: [[SankeyGraph.Slot]]) -> [[SankeyGraph.Slot]] {
    var current = columns.map(obeyingRanks)
    var best = (columns: current, crossings: crossings(current))
    for sweep in 0..<24 where best.crossings > 0 {
      let isForth = sweep.isMultiple(of: 2)
      let order =
        isForth ? Array(current.indices.dropFirst()) : current.indices.dropLast().reversed()
      for column in order {
        let other = places(current[isForth ? column - 1 : column + 1])
        let own = places(current[column])
        let wanted = current[column].map { slot -> Double in
          let neighbours = neighbours(of: slot, in: column, isForth: isForth).compactMap {
            slot, weight in
            other[slot].map { (Double($0), weight) }
          }
          let weight = neighbours.reduce(0) { $0 + $1.1 }
          return weight > 0
            ? neighbours.reduce(0) { $0 + $1.0 * $1.1 } / weight : Double(own[slot] ?? 0)
        }
        let sorted = current[column].indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        current[column] = obeyingRanks(sorted.map { current[column][$0] })
      }
      let crossings = crossings(current)
      if crossings < best.crossings { best = (current, crossings) }
    }
    return best.columns
  }

  /// The slots that a slot is joined to in the column before or after it.
  private func neighbours(
    of slot: SankeyGraph.Slot, in column: Int, isForth: Bool
  ) -> [(SankeyGraph.Slot, Double)] {
    let joined: [Int] =
      switch slot {
      case .passing(let edge): [edge]
      case .node(let node):
        edges.indices.filter {
          !isBackward[$0] && (isForth ? edges[$0].to : edges[$0].from) == node
        }
      }
    return joined.map { index in
      let edge = edges[index]
      let end = isForth ? edge.from : edge.to
      let isNext = layers[end] == (isForth ? column - 1 : column + 1)
      return (isNext ? .node(end) : .passing(edge: index), edge.weight)
    }
  }

  /// Nodes with a rank swap places among themselves until they stand in its order.
  private func obeyingRanks(_ column: [SankeyGraph.Slot]) -> [SankeyGraph.Slot] {
    func rank(_ slot: SankeyGraph.Slot) -> Int? {
      if case .node(let node) = slot { ranks[node] } else { nil }
    }
    let ranked = column.indices.filter { rank(column[$0]) != nil }
    let sorted = ranked.sorted { (rank(column[$0]) ?? 0, $0) < (rank(column[$1]) ?? 0, $1) }
    var result = column
    for (place, source) in zip(ranked, sorted) { result[place] = column[source] }
    return result
  }

  private func places(_ column: [SankeyGraph.Slot]) -> [SankeyGraph.Slot: Int] {
    Dictionary(uniqueKeysWithValues: column.enumerated().map { ($1, $0) })
  }

  /// The sum over crossing pairs of the smaller of their weights.
  func crossings(_ columns: [[SankeyGraph.Slot]]) -> Double {
    var total = 0.0
    for column in columns.indices.dropFirst() {
      let (left, right) = (places(columns[column - 1]), places(columns[column]))
      let pieces = columns[column].flatMap { slot in
        neighbours(of: slot, in: column, isForth: true).compactMap { from, weight in
          left[from].map { (from: $0, to: right[slot] ?? 0, weight: weight) }
        }
      }
      for (index, one) in pieces.enumerated() {
        for other in pieces[(index + 1)...]
        where (one.from - other.from) * (one.to - other.to) < 0 {
          total += min(one.weight, other.weight)
        }
      }
    }
    return total
  }
}
