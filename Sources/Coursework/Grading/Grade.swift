/// What a submission is worth under a key, and how that came about.
public struct Grade: Hashable, Sendable, Codable {
  /// The SHA-256 of the submission.
  public let submission: String
  public let learner: String
  public let assignment: String
  /// Which submission of this learner it is, from 1.
  public let attempt: Int
  /// When it was sealed, by the learner's clock.
  public let time: String
  public let keyVersion: String
  /// The program that graded, with its version.
  public let engine: String
  /// After hints, before lateness.
  public let points: Double
  public let mostPoints: Double
  /// How many hints were taken.
  public let hints: Int
  public let questions: [Question]

  /// One question of it.
  public struct Question: Hashable, Sendable, Codable {
    public let id: String
    public let state: QuestionMarking.State
    /// The share of the points, 0 to 1.
    public let credit: Double
    public let mostPoints: Double
    /// The mistake that the answer matches.
    public let mistake: String?
    /// What the learner reads.
    public let message: String
    /// What to read where it is not right.
    public let reading: String
    /// The answer as a number in the unit of the question, where it is one.
    public let number: Double?
    /// How many significant digits were written, where it is a number.
    public let digits: Int?
    /// The right number of this learner's variant; never shown to learners.
    public let right: Double?
  }
}

extension Grade {
  init(
    _ submission: Submission, _ marking: Marking, key: AnswerKey, version: String, engine: String
  ) {
    let content = submission.content
    self.init(
      submission: submission.sha256, learner: content.learner, assignment: content.assignment,
      attempt: content.attempt, time: content.time, keyVersion: version, engine: engine,
      points: key.assignment.points(marking.points, afterHints: content.hints),
      mostPoints: marking.mostPoints, hints: content.hints,
      questions: marking.questions.map { question in
        let response = content.answers.first { $0.question == question.question }
        return Question(
          id: question.question, state: question.state, credit: question.credit,
          mostPoints: question.mostPoints, mistake: question.mistake, message: question.message,
          reading: question.reading, number: question.number,
          digits: question.number == nil ? nil : Grade.significantDigits(in: response?.text ?? ""),
          right: Grade.right(question.question, response, key))
      })
  }

  /// Under the convention that was declared, if one was.
  private static func right(_ question: String, _ response: Response?, _ key: AnswerKey) -> Double?
  {
    guard let entry = key[question] else { return nil }
    let declared = response?.convention?.trimmed.lowercased()
    return entry.conventions.first { $0.id.lowercased() == declared }?.value ?? entry.answer.number
  }

  /// The digits of the first number in a text, without zeros in front.
  static func significantDigits(in text: String) -> Int {
    let start = text.drop { !$0.isNumber }
    let number = start.prefix { $0.isNumber || $0 == "." || $0 == "," }
    return number.filter(\.isNumber).drop { $0 == "0" }.count
  }
}
