import LinearAlgebra
import Testing

@testable import UrbanMining

struct MarkovChainsTests {
  private func chains(
    draws: Int, seed: UInt64, start: [[Double]]? = nil,
    _ density: @escaping ([Double]) -> Double
  ) throws -> MarkovChains {
    var covariance = Matrix(rows: 2, columns: 2)
    covariance[0, 0] = 1
    covariance[1, 1] = 1
    return try MarkovChains(
      from: start ?? [[0, 0], [3, 3], [-3, 2], [1, -4]], covariance: covariance, draws: draws,
      seed: seed
    ) { (points) throws(FitError) in points.map(density) }
  }

  /// A normal mean with known variance and a normal prior, for two independent numbers: the posterior is
  /// normal, with precisions that add up.
  @Test func theConjugateCaseComesOut() throws {
    let data = [[4.1, 5.2, 3.7, 4.9], [-1.0, 0.5, 0.2, -0.4, 0.1, -0.6, 0.3, 0.05, 0.4]]
    let (prior, priorDeviation, deviations) = (1.0, 2.0, [1.5, 0.7])
    let own = try chains(draws: 20_000, seed: 11) { point in
      zip(data, zip(point, deviations)).reduce(0) { sum, part in
        let (values, (mean, deviation)) = part
        let known = (mean - prior) / priorDeviation
        return sum - known * known / 2
          - values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (2 * deviation * deviation)
      }
    }
    for index in 0..<2 {
      let precision =
        1 / (priorDeviation * priorDeviation)
        + Double(data[index].count) / (deviations[index] * deviations[index])
      let mean =
        (prior / (priorDeviation * priorDeviation)
          + data[index].reduce(0, +) / (deviations[index] * deviations[index])) / precision
      let summary = own.summary(of: index)
      let deviation = 1 / precision.squareRoot()
      // Four standard errors of a mean and of a deviation out of as many independent draws.
      let error = deviation / summary.effectiveSize.squareRoot()
      expectClose(summary.mean, mean, absolute: 4 * error)
      expectClose(summary.standardDeviation, deviation, absolute: 4 * error)
      expectClose(summary.high, mean + 1.959964 * deviation, absolute: 12 * error)
      #expect(summary.rHat < 1.01)
      #expect(summary.effectiveSize > 4000)
    }
    #expect((0.2...0.5).contains(own.acceptance))
  }

  /// A narrow ridge that no step along one axis could follow.
  @Test func correlatedNumbersAreFollowed() throws {
    let own = try chains(draws: 20_000, seed: 5) { point in
      let (x, y) = (point[0], point[1])
      return -(x * x - 2 * 0.99 * x * y + y * y) / (2 * (1 - 0.99 * 0.99))
    }
    for index in 0..<2 {
      let summary = own.summary(of: index)
      #expect(summary.rHat < 1.01)
      expectClose(summary.mean, 0, absolute: 4 / summary.effectiveSize.squareRoot())
      expectClose(
        summary.standardDeviation, 1, absolute: 4 / summary.effectiveSize.squareRoot())
    }
  }

  @Test func seedsFixTheChains() throws {
    func draws(_ seed: UInt64) throws -> [[[Double]]] {
      try chains(draws: 200, seed: seed) { -($0[0] * $0[0] + $0[1] * $0[1]) / 2 }.draws
    }
    #expect(try draws(3) == draws(3))
    #expect(try draws(3) != draws(4))
  }

  /// Two hills that no chain crosses between: R̂ says so.
  @Test func chainsThatDisagreeAreSeen() throws {
    let own = try chains(draws: 2000, seed: 2, start: [[-20, 0], [-20, 1], [20, 0], [20, 1]]) {
      let gap = 1000 * min(abs($0[0] - 20), abs($0[0] + 20))
      return -(gap * gap + $0[1] * $0[1]) / 2
    }
    #expect(own.summary(of: 0).rHat > 1.5)
    #expect(own.summary(of: 0).effectiveSize < 100)
  }
}
