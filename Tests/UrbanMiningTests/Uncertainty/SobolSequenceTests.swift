import Testing

@testable import UrbanMining

struct SobolSequenceTests {
  /// SciPy goes through the points in the order of Gray's code.
  @Test func pointsAreThoseOfSciPy() throws {
    let reference = try UncertaintyReference.read().sobol
    let sequence = SobolSequence(dimensions: SobolDirections.dimensions, scrambling: nil)
    for (dimension, points) in zip(reference.dimensions, reference.points) {
      let own = points.indices.map {
        sequence.digits(ofPoint: $0 ^ ($0 >> 1), dimension: dimension)
      }
      #expect(own == points, "dimension \(dimension)")
    }
  }

  /// Of 2ᵏ points there is one in each 2ᵏ-th part of every axis, scrambled or not.
  @Test(arguments: [nil, Philox(key: 1), Philox(key: 2)])
  func everyLayerHoldsOnePoint(_ scrambling: Philox?) {
    let sequence = SobolSequence(dimensions: 300, scrambling: scrambling)
    for dimension in [0, 1, 7, 299] {
      let layers = (0..<256).map { sequence.digits(ofPoint: $0, dimension: dimension) >> 45 }
      #expect(Set(layers).count == 256)
    }
  }

  @Test func scramblingMovesEveryPointAndKeepsThePairsBalanced() {
    let sequence = SobolSequence(dimensions: 2, scrambling: Philox(key: 8))
    #expect(sequence.value(ofPoint: 0, dimension: 0) != 0.5 * 0x1p-53)
    // The first two dimensions form a (0, 2)-sequence: 16 points, one in each of 4 × 4 squares.
    let squares = (0..<16).map {
      [
        sequence.digits(ofPoint: $0, dimension: 0) >> 51,
        sequence.digits(ofPoint: $0, dimension: 1) >> 51,
      ]
    }
    #expect(Set(squares).count == 16)
  }
}
