internal import LinearAlgebra

extension EnsembleSeries.Formula {
  /// The value in a period and its derivative with respect to the numbers of the arena, by their place.
  func derivatives(
    in period: Int, of arena: [Double], lanes: Int, length: Double
  ) -> (value: Double, seeds: [Int: Double]) {
    var seeds: [Int: Double] = [:]
    func total(_ rows: [LaneRow]) -> Double {
      rows.reduce(0) { sum, row in
        (0..<lanes).reduce(sum) { $0 + arena[row.offset(in: period) + $1] }
      }
    }
    func seed(_ rows: [LaneRow], _ weight: Double) {
      for row in rows {
        for lane in 0..<lanes { seeds[row.offset(in: period) + lane, default: 0] += weight }
      }
    }
    switch self {
    case .sum(let rows, let isPerYear):
      let factor = isPerYear ? 1 / length : 1
      seed(rows, factor)
      return (total(rows) * factor, seeds)
    case .gain(let after, let before):
      seed(after, 1 / length)
      seed(before, -1 / length)
      return ((total(after) - total(before)) / length, seeds)
    case .ratio(let part, let whole):
      let (above, below) = (total(part), total(whole))
      seed(part, 1 / below)
      seed(whole, -above / (below * below))
      return (above / below, seeds)
    }
  }
}
