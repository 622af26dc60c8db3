extension GradingBatch {
  /// What an instructor should look at, though nothing of it is proof.
  static func remarks(on graded: [Graded]) -> [Refusal] {
    var keysOfLearner: [String: String] = [:]
    var learnerOfKey: [String: String] = [:]
    var fileOfAttempt: [String: String] = [:]
    var remarks: [Refusal] = []
    for one in graded {
      let (file, content, key) = (
        one.submission.file, one.submission.content, one.submission.publicKey
      )
      func remark(_ reason: String) { remarks.append(Refusal(file: file, reason: reason)) }
      if let earlier = keysOfLearner[content.learner], earlier != key {
        remark("sealed with another key than earlier files of '\(content.learner)'")
      }
      keysOfLearner[content.learner] = key
      if let other = learnerOfKey[key], other != content.learner {
        remark("sealed with the key of '\(other)'")
      } else {
        learnerOfKey[key] = content.learner
      }
      let attempt = "\(content.learner)|\(content.assignment)|\(content.attempt)"
      if let other = fileOfAttempt[attempt] {
        remark("is attempt \(content.attempt) like '\(other)', with other content")
      }
      fileOfAttempt[attempt] = file
    }
    return remarks
  }
}

extension CopiedAnswers {
  /// Compares the answers of graded submissions.
  public init(_ grades: [Grade]) {
    self.init(
      grades.flatMap { grade in
        grade.questions.compactMap { question -> Answer? in
          guard let number = question.number, let right = question.right,
            let digits = question.digits
          else { return nil }
          return Answer(
            learner: grade.learner, question: "\(grade.assignment) \(question.id)", value: number,
            digits: digits, right: right, isRight: question.state == .right)
        }
      })
  }
}
