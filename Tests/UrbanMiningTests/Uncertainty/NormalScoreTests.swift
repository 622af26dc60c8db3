import Testing

@testable import UrbanMining

struct NormalScoreTests {
  /// SciPy: norm.ppf.
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-12, -7.034483825301131), (0.003, -2.7477813854449926),
    (0.075, -1.4395314709384563), (0.0750001, -1.4395307645017301), (0.4, -0.2533471031357997),
    (0.5, 0), (0.9999, 3.719016485455709),
  ])
  func isThatOfSciPy(_ probability: Double, _ score: Double) {
    expectClose(NormalScore.value(probability), score, relative: 2e-15, absolute: 1e-15)
  }

  @Test func agreesWithTheSlowOneEverywhere() {
    for index in 1..<4000 {
      let p = Double(index) / 4000
      expectClose(
        NormalScore.value(p), StandardNormal.quantile(p), relative: 1e-14, absolute: 2e-16)
    }
  }

  @Test func goesThereAndBack() {
    for p in [1e-9, 0.02, 0.5, 0.77, 0.999] {
      expectClose(NormalScore.probability(NormalScore.value(p)), p, relative: 1e-13)
    }
    #expect(NormalScore.probability(40) < 1 && NormalScore.probability(-60) > 0)
  }
}
