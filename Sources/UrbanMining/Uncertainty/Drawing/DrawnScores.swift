internal import LinearAlgebra

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
    RandomNumbers.makeNormalScores(&values)
    isNormal = true
  }

  /// Makes a path of independent scores, in which those of neighbouring periods have this correlation.
  mutating func makePath(correlation: Double, lanes: Int) {
    makeNormal()
    let fresh = (1 - correlation * correlation).squareRoot()
    var path = values.mutableSpan
    for place in min(lanes, path.count)..<path.count {
      path[place] = correlation * path[place - lanes] + fresh * path[place]
    }
  }

  /// The values of a distribution.
  func values(_ distribution: Distribution) -> [Double] {
    isNormal ? distribution.values(atScores: values) : distribution.quantiles(values)
  }

  /// The value of a distribution at a place.
  func value(_ distribution: Distribution, at place: Int) -> Double {
    isNormal
      ? distribution.value(atScore: values[place]) : distribution.quantile(values[place])
  }

  func probability(at place: Int) -> Double {
    isNormal ? NormalScore.probability(values[place]) : values[place]
  }
}
