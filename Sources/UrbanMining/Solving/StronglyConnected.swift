/// The strongly connected components of a directed graph, each after all that it depends on.
///
/// Tarjan (1972), doi:10.1137/0201010, without recursion so that long chains fit.
/// - Parameters:
///   - dependencies: for each node, the nodes that must be known before it.
///   - leftOut: nodes that are taken not to be there; none where it is empty.
/// - Returns: lists of nodes; a list of one node without an edge to itself is no loop.
/// - Complexity: O(nodes + edges).
func stronglyConnectedComponents(
  dependencies: [[Int]], without leftOut: [Bool] = []
) -> [[Int]] {
  let count = dependencies.count
  let leftOut = leftOut.isEmpty ? [Bool](repeating: false, count: count) : leftOut
  var order = [Int](repeating: -1, count: count)
  var lowest = [Int](repeating: 0, count: count)
  var isOpen = [Bool](repeating: false, count: count)
  var open: [Int] = []
  var components: [[Int]] = []
  var visited = 0

  for root in 0..<count where order[root] < 0 && !leftOut[root] {
    var path: [(node: Int, next: Int)] = [(root, 0)]
    while let (node, next) = path.last {
      if next == 0 && order[node] < 0 {
        order[node] = visited
        lowest[node] = visited
        visited += 1
        open.append(node)
        isOpen[node] = true
      }
      if next < dependencies[node].count {
        path[path.count - 1].next += 1
        let other = dependencies[node][next]
        if leftOut[other] { continue }
        if order[other] < 0 {
          path.append((other, 0))
        } else if isOpen[other] {
          lowest[node] = min(lowest[node], order[other])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
      if lowest[node] == order[node], let start = open.lastIndex(of: node) {
        components.append(open[start...].sorted())
        for member in open[start...] { isOpen[member] = false }
        open.removeSubrange(start...)
      }
    }
  }
  return components
}
