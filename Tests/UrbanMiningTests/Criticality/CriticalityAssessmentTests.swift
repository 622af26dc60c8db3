import Testing
import UrbanMining

@Suite struct CriticalityAssessmentTests {
  private static func metals() throws -> [CriticalityAssessment.Metal] {
    [
      .init(
        "a",
        [
          .concentration: try RangedShare(0.6, low: 0.3, high: 0.8),
          .importReliance: try RangedShare(0.2, low: 0.1, high: 0.5),
        ]),
      .init(
        "b",
        [
          .concentration: try RangedShare(0.45, low: 0.4, high: 0.7),
          .importReliance: try RangedShare(0.7, low: 0.2, high: 0.9),
        ]),
      .init("c", [.concentration: try RangedShare(0.55, low: 0.5, high: 0.6)]),
    ]
  }

  private static let weights: [CriticalityIndicator: Double] = [
    .concentration: 0.7, .importReliance: 0.3,
  ]

  /// Against 400,000 draws of NumPy; 40,000 of ours leave a standard error of 0.0025 on a share.
  @Test func scoresAndRangesAreThoseOfNumPy() throws {
    let reference = try ScarcityReference.read().ranks
    let assessment = try CriticalityAssessment(
      Self.metals(), weights: Self.weights, draws: 40_000, seed: 7)
    #expect(assessment.scores.map(\.metal.name) == ["c", "b", "a"])
    for score in assessment.scores {
      let name = score.metal.name
      expectClose(score.value, try #require(reference.value[name]), relative: 1e-12)
      expectClose(score.range.low, try #require(reference.low[name]), absolute: 0.004)
      expectClose(score.range.high, try #require(reference.high[name]), absolute: 0.004)
    }
    expectClose(assessment.scores.map(\.coverage), [0.7, 1, 1])
    // a is first in 13 of 100 draws, so within 90 of 100 it may be; so may all.
    #expect(assessment.scores.map(\.rankRange.low) == [1, 1, 1])
    #expect(assessment.scores[2].rankRange.high == 3)
  }

  @Test func rankIsCertainWhereRangesAreApart() throws {
    let metals = try ["low", "high"].enumerated().map { place, name in
      let value = 0.2 + 0.5 * Double(place)
      return CriticalityAssessment.Metal(
        name, [.concentration: try RangedShare(value, low: value - 0.1, high: value + 0.1)])
    }
    let scores = try CriticalityAssessment(metals, weights: [.concentration: 1], draws: 500).scores
    #expect(scores.map(\.metal.name) == ["high", "low"])
    for score in scores {
      #expect(score.rankRange == (score.rank, score.rank, score.rank))
    }
  }

  @Test func aDrawDependsOnTheSeedAndItselfAlone() throws {
    func scores(_ draws: Int, _ seed: UInt64) throws -> [CriticalityAssessment.Score] {
      try CriticalityAssessment(
        Self.metals(), weights: Self.weights, draws: draws, seed: seed, drawsWeights: true
      ).scores
    }
    #expect(try scores(300, 5) == scores(300, 5))
    #expect(try scores(300, 5).map(\.range.low) != scores(300, 6).map(\.range.low))
  }

  @Test func drawnWeightsWidenTheRange() throws {
    func width(_ drawsWeights: Bool) throws -> Double {
      let scores = try CriticalityAssessment(
        Self.metals(), weights: Self.weights, draws: 4000, drawsWeights: drawsWeights
      ).scores
      let range = try #require(scores.first { $0.metal.name == "b" }).range
      return range.high - range.low
    }
    #expect(try width(true) > width(false))
  }

  @Test func refusesWeightsThatDoNotSumAndMetalsWithoutFigures() throws {
    #expect(throws: CriticalityError.weightsDoNotSumToOne(0.9)) {
      try CriticalityAssessment(Self.metals(), weights: [.concentration: 0.9])
    }
    #expect(throws: CriticalityError.self) {
      try CriticalityAssessment(
        Self.metals(), weights: [.concentration: 1.2, .importReliance: -0.2])
    }
    #expect(throws: CriticalityError.noMetals) {
      try CriticalityAssessment(Self.metals(), weights: [.companionality: 1])
    }
    #expect(throws: CriticalityError.noDraws(0)) {
      try CriticalityAssessment(Self.metals(), weights: Self.weights, draws: 0)
    }
  }
}
