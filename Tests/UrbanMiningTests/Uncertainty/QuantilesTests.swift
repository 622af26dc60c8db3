import Testing

@testable import UrbanMining

struct QuantilesTests {
  @Test func areThoseOfNumPy() throws {
    let sample = try UncertaintyReference.read().sample
    let sorted = sample.values.sorted()
    expectClose(
      sample.probabilities.map { Quantiles.typeSeven(ofSorted: sorted, at: $0) },
      sample.quantiles, relative: 1e-14)
  }

  /// In any order, with ties, zeros and both signs: what sorting gives.
  @Test(arguments: [1, 2, 7, 1000]) func selectingIsSorting(count: Int) {
    var numbers = SeededNumbers(seed: 9)
    let values = (0..<count).map { place in
      [0, 3.25, Double.random(in: -2...2, using: &numbers), 1e-80][place % 4]
    }
    let sorted = values.sorted()
    let probabilities = [0, 0.025, 0.3, 0.5, 0.500001, 0.975, 1]
    let selected = Quantiles.typeSeven(
      of: values, at: probabilities, smallest: sorted[0], largest: sorted[count - 1])
    #expect(selected == probabilities.map { Quantiles.typeSeven(ofSorted: sorted, at: $0) })
  }

  @Test func aSingleNumberIsEveryQuantile() {
    #expect(Quantiles.typeSeven(ofSorted: [4], at: 0.3) == 4)
  }
}
