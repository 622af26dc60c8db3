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
    #expect(findings.first?.expected ?? 1 < 1e-3)
  }

  @Test func namesThePairWithTheMostQuestions() {
    let pairs = CopiedAnswers([
      answer("anna", 5642.97, right: 5642.97, isRight: true),
      answer("anna", 157.142, right: 157.142, isRight: true, question: "outflow"),
      answer("carl", 157.142, right: 157.142, isRight: true, question: "outflow"),
      answer("ben", 5642.97, right: 4801.23), answer("ben", 5642.97, right: 4801.23),
      answer("ben", 157.142, right: 131.3, question: "outflow"),
    ]).pairs
    #expect(pairs.map(\.learner) == ["ben"])
    #expect(pairs.map(\.other) == ["anna"])
    #expect(pairs.first?.questions == ["outflow", "w3-stock stock"])
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

  /// A thousand right values on a grid of 0.1 kt: a six-digit number is one of them by chance in one of ten
  /// cases, 1000 / (4 % of 2000 = 80 kt wide, 800 values) · 0.01 kt.
  @Test func saysHowManyChanceWouldMatch() {
    let others = (0..<1000).map { index in
      answer(
        "s\(index)", 1950 + Double(index) / 10, right: 1950 + Double(index) / 10, isRight: true)
    }
    let findings = CopiedAnswers(others + [answer("zoe", 2000, digits: 6, right: 1500)]).findings
    #expect(findings.first?.others == ["s500"])
    #expect(findings.first.map { abs($0.expected - 0.1) < 0.005 } == true)
  }
}
