/// The exact values that can't all hold, contradiction by contradiction.
struct Contradictions {
  let groups: [ReconciliationError.Contradiction]

  /// - Parameters:
  ///   - shares: of each equation, by its place, in what nothing can make up for.
  ///   - system: its equations come first.
  ///   - values: where they were made linear.
  init(_ shares: [Int: Double], in system: MeasuredSystem, at values: [Double]) {
    let most = shares.values.reduce(0) { max($0, abs($1)) }
    let involved = shares.filter { abs($0.value) > 1e-6 * most }.keys.sorted()
    var rest = involved.filter { $0 < system.equations.count }
    var groups: [ReconciliationError.Contradiction] = []
    while !rest.isEmpty {
      // Equations with a quantity in common that can move belong together.
      var group = [rest.removeFirst()]
      var free = Contradictions.free(group[0], system, values)
      while let next = rest.firstIndex(where: { place in
        !free.isDisjoint(with: Contradictions.free(place, system, values))
      }) {
        let place = rest.remove(at: next)
        free.formUnion(Contradictions.free(place, system, values))
        group.append(place)
      }
      var slopes = [Double](repeating: 0, count: values.count)
      for place in group {
        let share = shares[place] ?? 0
        system.equations[place].forEachSlope(values) { slopes[$0] += share * $1 }
      }
      let exact = system.quantities.indices.filter { place in
        guard case .exact = system.quantities[place].knowledge else { return false }
        return abs(slopes[place]) > 1e-6 * most
      }
      groups.append(
        .init(
          exact: exact.map { system.quantities[$0].name },
          equations: group.sorted().map { system.equations[$0].name }))
    }
    self.groups = groups.filter { !$0.exact.isEmpty }
  }

  /// What can move in an equation.
  private static func free(_ place: Int, _ system: MeasuredSystem, _ values: [Double]) -> Set<Int> {
    var free: Set<Int> = []
    system.equations[place].forEachSlope(values) { quantity, slope in
      if case .exact = system.quantities[quantity].knowledge { return }
      if slope != 0 { free.insert(quantity) }
    }
    return free
  }
}
