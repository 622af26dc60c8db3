/// What one uncertain parameter does to the numbers that its key means.
struct DrawnNumbers {
  let parameter: UncertainParameter
  let target: ChangeTarget
  /// For each cell of the target which draw it takes.
  let draws: [Int]
  let scores: [DrawnScores]
  let lanes: Int

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

  private func apply(
    _ distribution: Distribution, to cells: inout [Int: [Double]],
    _ combine: (Double, Double) -> Double
  ) {
    let values = scores.map { own in own.values.indices.map { own.value(distribution, at: $0) } }
    for (cell, draw) in zip(target.cells, draws) {
      guard var own = cells[cell] else { continue }
      let drawn = values[draw]
      let isOnce = parameter.path == .once
      let (source, count) = (drawn.span, lanes)
      var result = own.mutableSpan
      for first in stride(from: 0, to: result.count, by: count) {
        let start = isOnce ? 0 : first
        for lane in 0..<count {
          result[first + lane] = combine(result[first + lane], source[start + lane])
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
      sums = sums.isEmpty ? own : zip(sums, own).map { $0 + $1 }
      cells[cell] = own
    }
    for cell in target.cells { cells[cell] = cells[cell].map { zip($0, sums).map { $0 / $1 } } }
  }

  // MARK: - Normalisation

  private func total(of members: [Int], in cells: [Int: [Double]]) -> [Double] {
    members.reduce(into: [Double]()) { sum, cell in
      guard let own = cells[cell] else { return }
      sum = sum.isEmpty ? own : zip(sum, own).map { $0 + $1 }
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
        let kept = zip(own, left).map { min($0, $1) }
        cells[target.cells[place]] = kept
        left = zip(left, kept).map { max(0, $0 - $1) }
        rest.removeAll { $0 == target.cells[place] }
      }
    }
    let sum = total(of: rest, in: cells)
    for cell in rest {
      guard var own = cells[cell] else { continue }
      for index in own.indices where sum[index] > 0 { own[index] *= left[index] / sum[index] }
      cells[cell] = own
    }
  }
}
