import Testing

@testable import UrbanMining

struct SamplerTests {
  private func source(_ sampler: Sampler, draws: Int, streams: Int = 4) -> DrawSource {
    DrawSource(sampler, seed: 5, draws: draws, streams: (0..<streams).map { "stream \($0)" })
  }

  @Test func aLatinHypercubeHasOneDrawInEachLayer() {
    let source = source(.latinHypercube, draws: 100)
    for stream in 0..<4 {
      let layers = (0..<100).map { Int(source.uniform(draw: $0, stream: stream) * 100) }
      #expect(Set(layers).count == 100)
    }
  }

  @Test(arguments: Sampler.allCases)
  func aDrawDependsOnItsNumberAndStreamAlone(_ sampler: Sampler) {
    let whole = source(sampler, draws: 500)
    let other = source(sampler, draws: 500)
    #expect(
      (0..<500).reversed().map { other.uniform(draw: $0, stream: 2) }
        == (0..<500).reversed().map { whole.uniform(draw: $0, stream: 2) })
    // Several at once are the same.
    var some = [0.25]
    whole.append(37..<120, stream: 3, to: &some)
    #expect(some == [0.25] + (37..<120).map { other.uniform(draw: $0, stream: 3) })
  }

  @Test func aStreamStaysWhenOthersCome() {
    let few = DrawSource(.monteCarlo, seed: 1, draws: 9, streams: ["b"])
    let many = DrawSource(.monteCarlo, seed: 1, draws: 9, streams: ["a", "b"])
    #expect(few.uniform(draw: 3, stream: 0) == many.uniform(draw: 3, stream: 1))
  }

  /// The error of the mean of Π (1 + (uₖ − ½)/2), which is 1: root mean square over eight seeds.
  @Test func layersAndSequencesConvergeFasterThanChance() {
    func error(_ sampler: Sampler) -> Double {
      let squares = (0..<8).map { seed -> Double in
        let source = DrawSource(
          sampler, seed: UInt64(seed), draws: 1024, streams: ["a", "b", "c", "d"])
        let sum = (0..<1024).reduce(0.0) { sum, draw in
          sum
            + (0..<4).reduce(1.0) { $0 * (1 + (source.uniform(draw: draw, stream: $1) - 0.5) / 2) }
        }
        return (sum / 1024 - 1) * (sum / 1024 - 1)
      }
      return (squares.reduce(0, +) / 8).squareRoot()
    }
    let (chance, layers, points) = (error(.monteCarlo), error(.latinHypercube), error(.sobol))
    #expect(chance > 0.003 && chance < 0.02)
    #expect(layers < chance / 4)
    #expect(points < layers / 4)
  }

  @Test func streamsBeyondTheSequenceAreStillFilled() {
    let streams = SobolDirections.dimensions + 2
    let source = source(.sobol, draws: 64, streams: streams)
    let last = (0..<64).map { source.uniform(draw: $0, stream: streams - 1) }
    #expect(Set(last).count == 64 && last.allSatisfy { $0 > 0 && $0 < 1 })
  }
}
