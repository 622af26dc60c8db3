internal import LinearAlgebra

extension EnsembleSeries.Formula {
  /// The value in a period and its derivative with respect to the numbers of the arena, by their place.
  func derivatives(
    in period: Int, of arena: [Double], _ layout: ArenaLayout, length: Double
  ) -> (value: Double, seeds: [Int: Double]) {
    var seeds: [Int: Double] = [:]
    func places(_ value: PlanSum.Value) -> Range<Int> {
      let start = layout.row(of: value).offset(in: period)
      return start..<start + layout.lanes
    }
    func total(_ sum: PlanSum) -> Double {
      sum.terms.reduce(0) { total, term in
        places(term.value).reduce(total) { $0 + term.sign * arena[$1] }
      }
    }
    func seed(_ sum: PlanSum, _ weight: Double) {
      for term in sum.terms {
        for place in places(term.value) { seeds[place, default: 0] += term.sign * weight }
      }
    }
    switch self {
    case .sum(let sum, let isPerYear):
      let factor = isPerYear ? 1 / length : 1
      seed(sum, factor)
      return (total(sum) * factor, seeds)
    case .ratio(let part, let whole):
      let (above, below) = (total(part), total(whole))
      seed(part, 1 / below)
      seed(whole, -above / (below * below))
      return (above / below, seeds)
    }
  }
}
