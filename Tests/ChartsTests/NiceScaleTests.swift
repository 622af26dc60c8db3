import Testing

@testable import Charts

struct NiceScaleTests {
  @Test(
    arguments: [
      (467, 100, 500), (500, 100, 500), (501, 100, 600), (700, 200, 800), (1, 0.2, 1),
      (0.07, 0.02, 0.08), (1e12, 2e11, 1e12), (1e-6, 2e-7, 1e-6), (0, 0.2, 1), (6, 1, 6),
    ] as [(Double, Double, Double)])
  func stepsAreRound(_ maximum: Double, _ step: Double, _ top: Double) {
    let scale = NiceScale(covering: maximum)
    #expect(scale.ticks[0] == 0)
    #expect(scale.ticks[1] == step)
    #expect(scale.top == top)
  }

  @Test(
    arguments: [
      (7, -2, 2, -2, 8), (0, -30, 5, -30, 0), (100, -1, 20, -20, 100), (1, -1, 0.5, -1, 1),
    ] as [(Double, Double, Double, Double, Double)])
  func whatIsBelowZeroHasItsSteps(
    _ maximum: Double, _ minimum: Double, _ step: Double, _ bottom: Double, _ top: Double
  ) {
    let scale = NiceScale(covering: maximum, downTo: minimum)
    #expect(scale.bottom == bottom && scale.top == top)
    #expect(scale.ticks[1] - scale.ticks[0] == step)
    #expect(scale.labels(in: Magnitude(of: 1))[0].hasPrefix("\u{2212}"))
  }

  @Test func everyScaleCoversAndIsNotWasteful() {
    var generator = SplitMix64(state: 7)
    for _ in 0..<2000 {
      let maximum =
        DecimalPower.value(Int.random(in: -290...290, using: &generator))
        * Double.random(in: 1...10, using: &generator)
      let scale = NiceScale(covering: maximum)
      // The rounding of top · 10^-n may pass a tick by the last bit.
      #expect(scale.top >= maximum * (1 - 1e-15))
      #expect(maximum > 0.5 * scale.top)
      #expect((3...6).contains(scale.count))
    }
  }

  @Test func labelsAreMultiplesOfTheMagnitude() {
    let labels = { (top: Double) in
      NiceScale(covering: top).labels(in: Magnitude(of: top))
    }
    #expect(labels(467) == ["0", "100", "200", "300", "400", "500"])
    #expect(labels(1) == ["0", "0.2", "0.4", "0.6", "0.8", "1"])
    #expect(labels(2.1e12) == ["0", "0.5", "1", "1.5", "2", "2.5"])
    #expect(labels(2500).last == "2\u{2009}500")
  }
}
