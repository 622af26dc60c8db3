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
  func lifetime(
    _ base: Lifetime, _ scores: DrawnScores, at lane: Int
  ) throws(LifetimeError) -> Lifetime {
    switch change {
    case .relative(let distribution):
      let factor = try Double.positive(scores.value(distribution, at: lane), "factor")
      guard let label else {
        return base.rescaled(by: factor)
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
