import Testing
import UrbanMining

struct QuantilesTests {
  @Test func areThoseOfNumPy() throws {
    let sample = try UncertaintyReference.read().sample
    let sorted = sample.values.sorted()
    expectClose(
      sample.probabilities.map { Quantiles.typeSeven(ofSorted: sorted, at: $0) },
      sample.quantiles, relative: 1e-14)
  }

  @Test func aSingleNumberIsEveryQuantile() {
    #expect(Quantiles.typeSeven(ofSorted: [4], at: 0.3) == 4)
  }
}
