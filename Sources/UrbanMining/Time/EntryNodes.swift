internal import LinearAlgebra

// When in its period a cohort enters, as points with weights: for an even rate as many as it takes.
extension InflowTiming {
  /// The error of every s(t, c) that an even rate of inflow may have: a share of the cohort.
  static let tolerance = 1e-10

  /// The nodes for a lifetime that a cohort keeps.
  /// - Parameters:
  ///   - lifetime: how long a unit stays.
  ///   - ages: those ages, of what enters at the start of the period, at which the survival counts.
  ///   - length: the length of the period, by which what enters at its end is younger.
  /// - Complexity: about 30 survivals of all ages for a smooth lifetime.
  func nodes(
    for lifetime: Lifetime, ages: [Double], length: Double
  ) -> [(position: Double, weight: Double)] {
    nodes(cuts: cuts(for: [lifetime], ages: ages, length: length)) { position in
      survivalBlock(of: [lifetime], atAges: ages.map { max(0, $0 - position * length) }).values
    }
  }

  /// The nodes with which the integral of every quantity over the period is within the tolerance.
  /// - Parameters:
  ///   - cuts: the positions at which a quantity jumps or bends.
  ///   - quantities: values at a position, always as many.
  func nodes(
    cuts: [Double], _ quantities: (Double) -> [Double]
  ) -> [(position: Double, weight: Double)] {
    if let nodes { return nodes }
    let bounds = [0] + Set(cuts.filter { $0 > 0 && $0 < 1 }).sorted() + [1]
    return zip(bounds, bounds.dropFirst()).flatMap { from, to in
      panel(from, to, integral(quantities, from, to), quantities, depth: 0)
    }
  }

  /// The positions at which something of a survival's jumps or kinks is met at one of the ages.
  func cuts(for lifetimes: [Lifetime], ages: [Double], length: Double) -> [Double] {
    guard nodes == nil else { return [] }
    let oldest = ages.reduce(0, max)
    return lifetimes.flatMap { $0.breaks(below: oldest) }.flatMap { point in
      ages.lazy.filter { $0 > point && $0 - length < point }.map { ($0 - point) / length }
    }
  }

  /// The rule on a panel, or on its halves where those tell another value.
  private func panel(
    _ from: Double, _ to: Double, _ whole: [Double], _ quantities: (Double) -> [Double], depth: Int
  ) -> [(position: Double, weight: Double)] {
    let middle = from + (to - from) / 2
    let halves = [integral(quantities, from, middle), integral(quantities, middle, to)]
    let difference = whole.indices.reduce(0.0) {
      max($0, abs(whole[$1] - halves[0][$1] - halves[1][$1]))
    }
    // The halves are right to far more than the difference, which many panels may add up.
    if difference <= InflowTiming.tolerance / 10 || depth == 48 {
      return [(from, middle), (middle, to)].flatMap { from, to in
        InflowTiming.rule.map { (from + $0.position * (to - from), $0.weight * (to - from)) }
      }
    }
    return panel(from, middle, halves[0], quantities, depth: depth + 1)
      + panel(middle, to, halves[1], quantities, depth: depth + 1)
  }

  private func integral(
    _ quantities: (Double) -> [Double], _ from: Double, _ to: Double
  ) -> [Double] {
    var sum: [Double] = []
    for node in InflowTiming.rule {
      let weight = node.weight * (to - from)
      let values = quantities(from + node.position * (to - from))
      sum = sum.isEmpty ? values.map { weight * $0 } : zip(sum, values).map { $0 + weight * $1 }
    }
    return sum
  }

  /// Gauss–Legendre with 7 points on [0, 1], exact up to degree 13: none of them at an end, where a survival
  /// may jump. Abramowitz & Stegun (1964), table 25.4.
  private static let rule: [(position: Double, weight: Double)] = {
    let half = [
      (0.0, 0.417_959_183_673_469_39), (0.405_845_151_377_397_17, 0.381_830_050_505_118_95),
      (0.741_531_185_599_394_44, 0.279_705_391_489_276_67),
      (0.949_107_912_342_758_52, 0.129_484_966_168_869_69),
    ]
    return (half.dropFirst().map { (-$0.0, $0.1) } + half)
      .map { (position: (1 + $0.0) / 2, weight: $0.1 / 2) }
  }()
}
