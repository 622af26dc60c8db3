import Testing

@testable import Coursework

struct VariantDrawTests {
  private static let secret = CourseSecret(Array("a secret of the test".utf8))

  private static func test(version: Int = 3, secret: CourseSecret = secret) -> Assignment {
    Assignment(
      id: "w9-test", version: version, week: 9, title: "Test", outcome: "test",
      statement: "",
      parameters: [
        Parameter("growth", 20...45, by: 5, decimals: 3), Parameter("mean", 18...32),
        Parameter("metal", oneOf: ["copper", "zinc", "lead"]),
      ],
      questions: ["a", "b", "c", "d", "e"].map { id in
        Question(id, "", reading: "", .number(in: .share, answer: { _ in 1 }))
      },
      drawnQuestions: 3, solution: "")
  }

  /// The digests and numbers are Python's.
  @Test func isTheSameOnEveryPlatform() throws {
    for seed in try VariantsReference.read().seeds {
      let learner = try LearnerID(seed.learner)
      let digest = VariantDrawTests.secret.seed(assignment: "w9-test", version: 3, learner: learner)
      #expect(Digest.hexadecimal(digest) == seed.digest)
      var generator = VariantGenerator(seed: digest)
      #expect((0..<5).map { _ in "\(generator.next())" } == seed.numbers)
      let variant = try VariantDrawTests.test().variant(
        for: learner, secret: VariantDrawTests.secret)
      #expect(variant["growth"] == seed.values.growth)
      #expect(variant["mean"] == seed.values.mean)
      #expect(variant.word("metal") == seed.values.metal)
      #expect(variant.questionIDs == seed.questions)
    }
  }

  @Test func changesWithLearnerVersionAndSecret() throws {
    func variants(_ make: (Int) throws -> Variant) rethrows -> Int {
      Set(try (0..<50).map { try make($0).values }).count
    }
    let anna = try LearnerID("anna")
    let byLearner = try variants {
      try Self.test().variant(for: LearnerID("anna-\($0)"), secret: Self.secret)
    }
    let byVersion = try variants {
      try Self.test(version: $0).variant(for: anna, secret: Self.secret)
    }
    let bySecret = try variants {
      try Self.test().variant(for: anna, secret: CourseSecret(Array("secret \($0)".utf8)))
    }
    // 270 variants are possible; 50 draws hit about 45 different ones.
    #expect([byLearner, byVersion, bySecret].allSatisfy { $0 > 35 })
  }

  @Test func drawsSoManyOfEachGroup() throws {
    for number in 1...30 {
      let variant = try Assignment.finalExam.variant(
        for: LearnerID("l\(number)"), secret: VariantDrawTests.secret)
      let exam = Assignment.finalExam
      #expect(variant.questionIDs.count == 20)
      #expect(exam.points(of: variant) == 20)
      for part in [ExamPart.week1, .week2, .week3, .week4, .week5] {
        for group in [part.numbers, part.words] {
          #expect(group.filter { variant.questionIDs.contains($0.id) }.count == 2)
        }
      }
      #expect(variant.questionIDs == exam.questions(of: variant).map(\.id))
    }
  }

  @Test func theMeanOfPointsIsThatOfDraws() {
    #expect(Assignment.finalExam.meanPoints == 20)
    #expect(Assignment.quiz4.meanPoints == 6)
    #expect(Assignment.stockFromInflow.meanPoints == 10)
    #expect(Self.test().meanPoints == 3)
  }

  @Test func drawsEveryValueOfAGridAboutEquallyOften() throws {
    var counts: [Double: Int] = [:]
    for number in 0..<1500 {
      let variant = try Self.test().variant(for: LearnerID("l\(number)"), secret: Self.secret)
      counts[variant["mean"], default: 0] += 1
    }
    // 15 values, 100 each; five standard deviations are 48.
    #expect(counts.count == 15)
    #expect(counts.values.allSatisfy { abs($0 - 100) < 49 })
  }

  @Test func drawsAgainWhereAnswersAreNotApart() throws {
    // The mistake equals the answer for x = 1 and lies beside it for x = 2.
    func assignment(_ range: ClosedRange<Int>) -> Assignment {
      Assignment(
        id: "w9-near", version: 1, week: 9, title: "", outcome: "", statement: "",
        parameters: [Parameter("x", range)],
        questions: [
          Question(
            "a", "", reading: "",
            .number(
              in: .share, tolerance: .absolute(0.5), answer: { $0["x"] },
              mistakes: [Mistake("square", "") { $0["x"] * $0["x"] - ($0["x"] == 2 ? 1.5 : 0) }]))
        ], solution: "")
    }
    for number in 0..<40 {
      let variant = try assignment(1...3).variant(for: LearnerID("l\(number)"), secret: Self.secret)
      #expect(variant["x"] == 3)
    }
    let error = #expect(throws: CourseError.self) {
      try assignment(1...2).variant(for: LearnerID("anna"), secret: Self.secret)
    }
    guard case .noSoundDraw("w9-near", draws: 1000, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func gridsHoldTheNearestDoubles() {
    let parameter = Parameter("growth", 20...45, by: 5, decimals: 3)
    #expect(parameter.count == 6)
    #expect((0..<6).map { parameter.value(at: $0) } == [0.02, 0.025, 0.03, 0.035, 0.04, 0.045])
  }

  @Test(
    arguments: [
      ["growth": 0.03, "mean": 25], ["growth": 0.03, "mean": 25, "metal": "tin", "shape": 3],
      ["growth": "much", "mean": 25, "metal": "tin"], ["growth": 0.03, "mean": 25, "metal": 3],
    ] as [[String: Parameter.Value]])
  func refusesValuesThatDoNotFit(_ values: [String: Parameter.Value]) {
    #expect(throws: CourseError.self) { try Variant(of: Self.test(), values: values) }
  }
}
