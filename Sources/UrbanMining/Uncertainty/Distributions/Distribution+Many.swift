internal import LinearAlgebra

// Many values at once: what every draw of an ensemble needs.
extension Distribution {
  /// The quantiles of probabilities above 0 and below 1.
  /// - Complexity: O(n), a few ns for each value of a normal or log-normal distribution.
  func quantiles(_ probabilities: [Double]) -> [Double] {
    switch family {
    case .normal, .logNormal:
      var scores = probabilities
      RandomNumbers.makeNormalScores(&scores)
      return values(atScores: scores)
    default: return probabilities.map(quantile)
    }
  }

  /// The values at scores of the standard normal distribution.
  func values(atScores scores: [Double]) -> [Double] {
    switch family {
    case .normal(let mean, let deviation): return scores.map { mean + deviation * $0 }
    case .logNormal(let median, let sigma):
      var values = scores.map { sigma * $0 }
      VectorMath.exp(&values)
      return values.map { median * $0 }
    default: return scores.map { quantile(NormalScore.probability($0)) }
    }
  }
}
