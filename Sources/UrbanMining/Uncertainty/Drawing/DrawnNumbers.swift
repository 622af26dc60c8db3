/// What one uncertain parameter does to the numbers that its key means.
struct DrawnNumbers {
  let parameter: UncertainParameter
  let target: ChangeTarget
  /// For each cell of the target which draw it takes.
  let draws: [Int]
  let scores: [DrawnScores]
  let lanes: Int
  /// How much of the change is made in each period; nil for all of it.
  let weights: [Double]?

  /// Changes cells, each of which holds its numbers period after period.
  func change(_ cells: inout [Int: [Double]]) {
    let whole = parameter.normalization == nil ? [] : total(of: target.cells, in: cells)
    switch parameter.change {
    case .relative(let distribution):
      apply(distribution, to: &cells) { value, factor in value * factor }
    case .absolute(let distribution):
      apply(distribution, to: &cells) { _, drawn in drawn }
    case .odds(let distribution): apply(distribution, to: &cells, oddsShare)
    case .dirichlet(let concentration): dirichlet(concentration, &cells)
    case .oneOf: break
    }
    if let normalization = parameter.normalization { normalize(normalization, whole, &cells) }
  }

  @inline(__always)
  private func apply(
    _ distribution: Distribution, to cells: inout [Int: [Double]],
    _ combine: (Double, Double) -> Double
  ) {
    let values = scores.map { $0.values(distribution) }
    for (cell, draw) in zip(target.cells, draws) {
      // Taken out, so that it is changed in place.
      guard var own = cells.removeValue(forKey: cell) else { continue }
      let count = lanes
      let factors = values[draw]
      let drawn = factors.span
      var result = own.mutableSpan
      for first in stride(from: 0, to: result.count, by: count) {
        let start = parameter.path == .once ? 0 : first
        if let weights {
          let weight = weights[first / count]
          for lane in 0..<count {
            let before = result[first + lane]
            result[first + lane] += weight * (combine(before, drawn[start + lane]) - before)
          }
          continue
        }
        for lane in 0..<count {
          result[first + lane] = combine(result[first + lane], drawn[start + lane])
        }
      }
      cells[cell] = own
    }
  }

  /// Gamma variables of the wanted means, divided by their sum.
  private func dirichlet(_ concentration: Double, _ cells: inout [Int: [Double]]) {
    var sums: [Double] = []
    for (place, cell) in target.cells.enumerated() {
      guard var own = cells[cell] else { continue }
      let drawn = scores[draws[place]]
      for index in own.indices where own[index] > 0 {
        // The share of the model is the same in all lanes until it is drawn.
        own[index] = GammaQuantile.value(
          shape: concentration * own[index],
          probability: drawn.probability(
            at: parameter.path == .once ? index % lanes : index))
      }
      sums.change(with: own) { $0 + $1 }
      cells[cell] = own
    }
    for cell in target.cells { cells[cell]?.change(with: sums) { $0 / $1 } }
  }

  // MARK: - Normalisation

  private func total(of members: [Int], in cells: [Int: [Double]]) -> [Double] {
    members.reduce(into: [Double]()) { sum, cell in
      guard let own = cells[cell] else { return }
      sum.change(with: own) { $0 + $1 }
    }
  }

  private func normalize(
    _ normalization: UncertainParameter.Normalization, _ whole: [Double],
    _ cells: inout [Int: [Double]]
  ) {
    var left = whole
    var rest = target.cells
    if case .priority(let elements) = normalization {
      for element in elements {
        guard
          let place = target.places.firstIndex(where: { $0[target.dimensions[0]] == element }),
          let own = cells[target.cells[place]]
        else { continue }
        var kept = own
        kept.change(with: left) { min($0, $1) }
        cells[target.cells[place]] = kept
        left.change(with: kept) { max(0, $0 - $1) }
        rest.removeAll { $0 == target.cells[place] }
      }
    }
    let sum = total(of: rest, in: cells)
    left.change(with: sum) { $1 > 0 ? $0 / $1 : 1 }
    for cell in rest { cells[cell]?.change(with: left) { $0 * $1 } }
  }
}

extension [Double] {
  /// Changes every number with its partner; an empty array becomes the other.
  @inline(__always)
  fileprivate mutating func change(with other: [Double], _ combine: (Double, Double) -> Double) {
    guard !isEmpty else {
      self = other
      return
    }
    let partners = other.span
    var own = mutableSpan
    for place in 0..<own.count { own[place] = combine(own[place], partners[place]) }
  }
}
