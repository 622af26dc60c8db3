import Testing

@testable import UrbanMining

struct NormalScoreTests {
  /// SciPy: norm.cdf.
  @Test(arguments: [(-3.0, 0.0013498980316300933), (0, 0.5), (1.5, 0.9331927987311419)])
  func isTheShareBelow(_ score: Double, _ probability: Double) {
    expectClose(NormalScore.probability(score), probability, relative: 4e-15)
  }

  @Test func isNeverZeroOrOne() {
    #expect(NormalScore.probability(40) < 1 && NormalScore.probability(-60) > 0)
  }
}
