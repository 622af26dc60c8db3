internal import RealModule

/// The draws behind the ranks of metals.
struct ScoreDraws {
  let metals: [CriticalityAssessment.Metal]
  let indicators: [CriticalityIndicator]
  let weights: [CriticalityIndicator: Double]
  let draws: Int
  let seed: UInt64
  let drawsWeights: Bool

  func scores() -> [CriticalityAssessment.Score] {
    let base = indicators.map { weights[$0] ?? 0 }
    let values = metals.map { metal in
      composite(indicators.map { metal.indicators[$0]?.value }, base)
    }
    let (drawn, ranks) = drawn(base)
    let order = metals.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    return order.enumerated().map { place, index in
      let metal = metals[index]
      let known = zip(indicators, base).filter { metal.indicators[$0.0] != nil }
      let (sortedRanks, sortedScores) = (ranks[index].sorted(), drawn[index].sorted())
      return CriticalityAssessment.Score(
        metal: metal, value: values[index],
        coverage: known.reduce(0) { $0 + $1.1 } / base.reduce(0, +), rank: place + 1,
        rankRange: (
          rank(sortedRanks, 0.05), rank(sortedRanks, 0.5), rank(sortedRanks, 0.95)
        ),
        range: (
          Quantiles.typeSeven(ofSorted: sortedScores, at: 0.05),
          Quantiles.typeSeven(ofSorted: sortedScores, at: 0.95)
        ))
    }
  }

  /// The smallest rank that the share of the draws does not exceed.
  private func rank(_ sorted: [Int], _ share: Double) -> Int {
    let place = (share * Double(sorted.count)).rounded(.up)
    return sorted[min(max(Int(place) - 1, 0), sorted.count - 1)]
  }

  /// The weighted mean of those that are known.
  private func composite(_ values: [Double?], _ weights: [Double]) -> Double {
    var (sum, whole) = (0.0, 0.0)
    for (value, weight) in zip(values, weights) {
      guard let value else { continue }
      sum += weight * value
      whole += weight
    }
    return whole > 0 ? sum / whole : 0
  }

  /// The composite and the rank of every metal in every draw.
  private func drawn(_ base: [Double]) -> (scores: [[Double]], ranks: [[Int]]) {
    let names = metals.flatMap { metal in indicators.map { metal.name + "." + $0.rawValue } }
    let source = DrawSource(
      .monteCarlo, seed: seed, draws: draws,
      streams: names + indicators.map { "weight." + $0.rawValue })
    let families = metals.map { metal in indicators.map { triangle(metal.indicators[$0]) } }
    var scores = metals.map { _ in [Double]() }
    var ranks = metals.map { _ in [Int]() }
    for draw in 0..<draws {
      let weights = drawsWeights ? simplex(source, draw, names.count) : base
      let row = metals.indices.map { index in
        let values = indicators.indices.map { place -> Double? in
          let stream = index * indicators.count + place
          return families[index][place].map { $0(source.uniform(draw: draw, stream: stream)) }
        }
        return composite(values, weights)
      }
      for (place, index) in row.indices.sorted(by: { (row[$0], $1) > (row[$1], $0) }).enumerated() {
        ranks[index].append(place + 1)
      }
      for index in row.indices { scores[index].append(row[index]) }
    }
    return (scores, ranks)
  }

  /// The quantile function of a triangle over the range with its top at the value; a constant where the range
  /// is a point.
  private func triangle(_ share: RangedShare?) -> ((Double) -> Double)? {
    guard let share else { return nil }
    guard share.high > share.low,
      let family = try? Distribution.triangular(
        from: share.low, mode: share.value, to: share.high)
    else { return { _ in share.value } }
    return { family.quantile($0) }
  }

  /// A point of the simplex, all alike: exponential variables divided by their sum.
  private func simplex(_ source: DrawSource, _ draw: Int, _ first: Int) -> [Double] {
    let parts = indicators.indices.map { place in
      -Double.log(source.uniform(draw: draw, stream: first + place))
    }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}
