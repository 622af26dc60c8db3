/// The uncertain numbers of a model in a block of draws: only what changes.
struct DrawnBlock: Sendable {
  let lanes: Int
  var numbers: [Numbers]
  var lifetimes: [Lifetimes]

  /// The numbers of one cell: period after period, one for each lane.
  struct Numbers: Sendable {
    let owner: ChangeTarget.Owner
    let cell: Int
    let values: [Double]
  }

  /// The lifetimes of one cell of a stock in service, one for each lane.
  struct Lifetimes: Sendable {
    let process: Int
    let cell: Int
    let lifetimes: [Lifetime]
  }
}

/// What the draws of a quantity are made from: numbers between 0 and 1, or scores of the standard normal
/// distribution where they are correlated.
struct DrawnScores: Sendable {
  /// Period after period (or once), one for each lane.
  var values: [Double]
  private(set) var isNormal = false

  init(values: [Double]) {
    self.values = values
  }

  /// Turns probabilities into scores.
  mutating func makeNormal() {
    guard !isNormal else { return }
    for place in values.indices { values[place] = NormalScore.value(values[place]) }
    isNormal = true
  }

  /// The value of a distribution.
  func value(_ distribution: Distribution, at place: Int) -> Double {
    isNormal
      ? distribution.value(atScore: values[place]) : distribution.quantile(values[place])
  }

  func probability(at place: Int) -> Double {
    isNormal ? NormalScore.probability(values[place]) : values[place]
  }
}

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

/// What one uncertain parameter does to a lifetime.
struct LifetimeChange {
  private let change: UncertainParameter.Change
  private let label: String?
  /// The weights up to each choice, as shares of all.
  private let cumulative: [Double]

  init(_ parameter: UncertainParameter, _ target: UncertainTarget) {
    change = parameter.change
    label = target.parameter
    guard case .oneOf(let choices) = parameter.change else {
      cumulative = []
      return
    }
    let total = choices.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    cumulative = choices.map { choice in
      sum += choice.weight
      return sum / total
    }
  }

  /// The lifetime that a draw stands for.
  ///
  /// A stretched lifetime has no text of its own, since nobody reads that of a draw.
  func lifetime(
    _ base: Lifetime, _ scores: DrawnScores, at lane: Int
  ) throws(LifetimeError) -> Lifetime {
    switch change {
    case .relative(let distribution):
      let factor = try Double.positive(scores.value(distribution, at: lane), "factor")
      guard let label else {
        return Lifetime(base.family.distribution.stretched(by: factor), description: "")
      }
      guard let own = LifetimeParameters(base), let value = own[label] else { return base }
      return try own.replacing(label, by: value * factor)
    case .absolute(let distribution):
      guard let label, let own = LifetimeParameters(base) else { return base }
      return try own.replacing(label, by: scores.value(distribution, at: lane))
    case .oneOf(let choices):
      let place =
        firstIndex(in: cumulative) { $0 > scores.probability(at: lane) } ?? choices.count - 1
      return try choices[place].lifetime(insteadOf: base)
    case .odds, .dirichlet: return base
    }
  }
}
