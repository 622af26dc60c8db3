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
