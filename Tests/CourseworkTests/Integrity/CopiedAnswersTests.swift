import Testing

@testable import Coursework

struct CopiedAnswersTests {
  private func answer(
    _ learner: String, _ value: Double, digits: Int = 6, right: Double, isRight: Bool = false,
    question: String = "w3-stock stock"
  ) -> CopiedAnswers.Answer {
    CopiedAnswers.Answer(
      learner: learner, question: question, value: value, digits: digits, right: right,
      isRight: isRight)
  }

  @Test func findsAWrongAnswerThatIsAnothersRightOne() {
    let findings = CopiedAnswers([
      answer("anna", 5642.97, right: 5642.9712, isRight: true),
      answer("ben", 5642.97, right: 4801.23), answer("carl", 5100, digits: 4, right: 6000.1),
      answer("dora", 3333.33, right: 3333.331, isRight: true),
    ]).findings
    #expect(findings.map(\.learner) == ["ben"])
    #expect(findings.first?.others == ["anna"])
    #expect((findings.first?.expected ?? 1) < 1e-3)
  }

  @Test func namesThoseWhoShareTheMostQuestions() {
    let findings = CopiedAnswers([
      answer("anna", 5642.97, right: 5642.97, isRight: true),
      answer("anna", 157.142, right: 157.142, isRight: true, question: "outflow"),
      answer("carl", 157.142, right: 157.142, isRight: true, question: "outflow"),
      answer("ben", 5642.97, right: 4801.23), answer("ben", 5642.97, right: 4801.23),
      answer("ben", 157.142, right: 131.3, question: "outflow"),
    ]).findings
    #expect(findings.map(\.learner) == ["ben"])
    #expect(findings.map(\.others) == [["anna"]])
    #expect(findings.first?.questions == ["outflow", "w3-stock stock"])
  }

  @Test func namesAllWhoHaveTheSameNumbers() {
    let others = ["anna", "carl"].flatMap {
      [
        answer($0, 5642.97, right: 5642.97, isRight: true),
        answer($0, 157.142, right: 157.142, isRight: true, question: "outflow"),
        answer($0, 61.0907, right: 61.0907, isRight: true, question: "net"),
      ]
    }
    let rest = (0..<100).flatMap { index in
      ["w3-stock stock", "outflow", "net"].map {
        answer("s\(index)", 900, right: 100 + 7 * Double(index), question: $0)
      }
    }
    let findings = CopiedAnswers(
      others + rest + [
        answer("ben", 5642.97, right: 4801.23),
        answer("ben", 157.142, right: 131.3, question: "outflow"),
        answer("ben", 61.0907, right: 44.7, question: "net"),
      ]
    ).findings
    #expect(findings.map(\.learner) == ["ben"])
    #expect(findings.first?.others == ["anna", "carl"])
  }

  /// In a large class one coincidence is no news: a thousand right values on a grid of 0.1 kt and as many
  /// wrong six-digit answers on a finer one hit each other all the time.
  @Test func oneCoincidenceInALargeClassIsNotReported() {
    let learners = (0..<1000).map { index in
      answer("s\(index)", 2000.03 + Double(index) / 20, right: 1950 + Double(index) / 10)
    }
    #expect(CopiedAnswers(learners).findings.isEmpty)
  }

  @Test func aValueThatManyHaveTellsNothing() {
    let many = (0..<4).map { answer("s\($0)", 1200.5, right: 1200.5, isRight: true) }
    #expect(CopiedAnswers(many + [answer("zoe", 1200.5, right: 900)]).findings.isEmpty)
  }

  @Test func aRoundedAnswerMatchesByItsDigits() {
    let others = [
      answer("anna", 5643, digits: 4, right: 5642.9712, isRight: true),
      answer("ben", 5643, digits: 4, right: 4801.23),
    ]
    #expect(CopiedAnswers(others).findings.map(\.learner) == ["ben"])
  }

  @Test func fewDigitsRightAnswersAndOtherQuestionsAreNoEvidence() {
    #expect(
      CopiedAnswers([
        answer("anna", 5642.97, right: 5642.9712, isRight: true),
        answer("ben", 5640, digits: 3, right: 4801.23),
        answer("carl", 5642.97, right: 5642.97, isRight: true),
        answer("dora", 5642.97, right: 4801.23, question: "w3-stock outflow"),
        answer("emil", 0, right: 4801.23),
      ]).findings.isEmpty)
  }

  /// Two others within ±2 % of 2000 (80 kt wide) and an answer that stands for 0.01 kt: each is hit with
  /// 2 · 0.01 / 80 / 2 by chance, the one who answered wrongly could have hit either.
  @Test func saysHowManyChanceWouldFind() {
    let findings = CopiedAnswers([
      answer("anna", 2000, right: 2000, isRight: true),
      answer("carl", 2010, right: 2010, isRight: true), answer("zoe", 2000, right: 1500),
    ]).findings
    #expect(findings.first?.others == ["anna"])
    #expect(findings.first.map { abs($0.expected - 2 * 2 * 0.01 / 80 / 2) < 1e-8 } == true)
  }

  /// Each of two independent answers: 1/2 · (2 · 0.01 / 80) for the first, and the same for the second.
  @Test func twoAnswersAreMoreThanOne() {
    let both = ["stock", "outflow"].flatMap { question in
      [
        answer("anna", 2000, right: 2000, isRight: true, question: question),
        answer("carl", 2010, right: 2010, isRight: true, question: question),
        answer("zoe", 2000, right: 1500, question: question),
      ]
    }
    let expected = CopiedAnswers(both).findings.first?.expected ?? 1
    #expect(abs(expected - 2 * 1.25e-4 * 1.25e-4) < 1e-11)
  }
}
