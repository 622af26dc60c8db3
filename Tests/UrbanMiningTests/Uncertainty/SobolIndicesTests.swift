import Testing
import UrbanMining

struct SobolIndicesTests {
  @Test func areThoseOfSALib() throws {
    for reference in try UncertaintyReference.read().indices {
      let own = SobolIndices(
        a: reference.a, b: reference.b, ab: reference.ab, resamples: 1000, seed: 3)
      expectClose(own.first.map(\.value), reference.first, relative: 1e-11, absolute: 1e-13)
      expectClose(own.total.map(\.value), reference.total, relative: 1e-11, absolute: 1e-13)
      // Bootstraps of other random numbers: a thousand resamples tell a spread to some per cent.
      expectClose(own.first.map(\.halfWidth), reference.firstHalfWidth, relative: 0.15)
      expectClose(own.total.map(\.halfWidth), reference.totalHalfWidth, relative: 0.15)
    }
  }

  /// f = 3·x + y with x, y uniform: the shares of the variance are 0.9 and 0.1, there is no interaction.
  @Test func aSumSplitsItsVariance() {
    let points = (0..<64).map { row in (0..<4).map { Double((row * [1, 5, 27, 39][$0]) % 64) } }
    func value(_ x: Double, _ y: Double) -> Double { 3 * x + y }
    let indices = SobolIndices(
      a: points.map { value($0[0], $0[1]) }, b: points.map { value($0[2], $0[3]) },
      ab: [points.map { value($0[2], $0[1]) }, points.map { value($0[0], $0[3]) }])
    #expect(abs(indices.total[0].value - 0.9) < 0.3)
    #expect(indices.total[0].value > 4 * indices.total[1].value)
  }

  @Test func whatNothingMovesHasNoCauses() {
    let flat = [2.0, 2, 2]
    let indices = SobolIndices(a: flat, b: flat, ab: [flat])
    #expect(indices.first[0].value == 0 && indices.total[0].value == 0)
  }
}
