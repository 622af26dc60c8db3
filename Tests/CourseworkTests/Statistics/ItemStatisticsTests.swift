import Testing

@testable import Coursework

struct ItemStatisticsTests {
  /// From SciPy and numpy (`coursework_statistics.py`).
  struct ReferenceClass: Decodable {
    let weights: [Double]
    let credits: [[Double]]
    let facility: [Double]
    let discrimination: [Double]
    let upperLower: [Double]
  }

  private func grade(
    _ learner: Int, _ credits: [Double], weights: [Double], attempt: Int = 1
  ) -> Grade {
    Grade(
      submission: "\(learner)-\(attempt)", learner: "s\(learner)", assignment: "w3-stock",
      attempt: attempt, time: "2026-11-0\(attempt)T09:00:00Z", keyVersion: "original",
      engine: "test", points: 0, mostPoints: weights.reduce(0, +), hints: 0,
      questions: zip(credits, weights).enumerated().map { index, item in
        Grade.Question(
          id: "q\(index)", state: item.0 == 1 ? .right : item.0 > 0 ? .partial : .wrong,
          credit: item.0, mostPoints: item.1, mistake: nil, message: "", reading: "", number: nil,
          digits: nil, right: nil)
      })
  }

  /// To 1e-12: sums of at most 75 numbers near 1.
  @Test func agreesWithSciPy() throws {
    for reference in try Reference.read("coursework-statistics.json", as: [ReferenceClass].self) {
      let grades = reference.credits.enumerated().map {
        grade($0, $1, weights: reference.weights)
      }
      let items = ItemStatistics.all(grades)
      #expect(items.count == reference.weights.count)
      for (index, item) in items.enumerated() {
        #expect(abs(item.facility - reference.facility[index]) < 1e-12)
        let discrimination = try #require(item.discrimination)
        #expect(abs(discrimination - reference.discrimination[index]) < 1e-12)
        let upperLower = try #require(item.upperLower)
        #expect(abs(upperLower - reference.upperLower[index]) < 1e-12)
      }
    }
  }

  @Test func aQuestionThatAllAnswerAlikeTellsNobodyApart() {
    let items = ItemStatistics.all(
      (0..<10).map { grade($0, [1, $0 < 5 ? 1 : 0], weights: [1, 1]) })
    #expect(items[0].facility == 1)
    #expect(items[0].discrimination == nil)
    #expect(items[0].upperLower == 0)
  }

  /// Ten learners, rest scores 0 (six) and 1 (four), three at each end: below, the mean of the six is 1/3;
  /// above, that of the four is 3/4.
  @Test func tiedLearnersShareTheirPlaces() {
    let rests: [Double] = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
    let shares: [Double] = [1, 1, 0, 0, 0, 0, 1, 1, 1, 0]
    let value = ItemStatistics.upperLower(shares, rests)
    #expect(value.map { abs($0 - (0.75 - 1.0 / 3)) < 1e-15 } == true)
    #expect(ItemStatistics.upperLower(shares.reversed(), rests.reversed()) == value)
  }

  @Test func onlyTheLastAttemptOfALearnerCounts() {
    let items = ItemStatistics.all([
      grade(1, [0], weights: [1]), grade(1, [1], weights: [1], attempt: 2),
      grade(2, [0], weights: [1]),
    ])
    #expect(items[0].count == 2)
    #expect(items[0].facility == 0.5)
    #expect(items[0].upperLower == nil)
  }

  @Test func nobodyGivesNoStatistics() {
    #expect(ItemStatistics.all([]).isEmpty)
  }
}
