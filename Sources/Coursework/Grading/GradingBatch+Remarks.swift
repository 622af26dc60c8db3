extension GradingBatch {
  /// By how many seconds clocks differ without a remark.
  private static let slack = 3600.0

  /// What an instructor should look at, though nothing of it is proof.
  static func remarks(on graded: [Graded], now: Double? = nil) -> [Refusal] {
    var keysOfLearner: [String: String] = [:]
    var learnerOfKey: [String: String] = [:]
    var fileOfAttempt: [String: String] = [:]
    var before: [String: Submission] = [:]
    var remarks: [Refusal] = []
    let inTime = graded.sorted {
      ($0.grade.time, $0.grade.attempt) < ($1.grade.time, $1.grade.attempt)
    }
    for one in inTime {
      let work = "\(one.grade.learner)|\(one.grade.assignment)"
      if let earlier = before.updateValue(one.submission, forKey: work),
        !one.submission.log.continues(earlier.log)
      {
        remarks.append(
          Refusal(
            file: one.submission.file,
            reason: "its log of attempts does not continue that of '\(earlier.file)'"))
      }
    }
    for one in graded {
      let (file, content, key) = (
        one.submission.file, one.submission.content, one.submission.publicKey
      )
      func remark(_ reason: String) { remarks.append(Refusal(file: file, reason: reason)) }
      if let now, let sealed = CourseMarks.seconds(content.time), sealed > now + slack {
        remark("sealed at \(content.time), which is still to come: the learner's clock is wrong")
      }
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
    let places = Dictionary(
      uniqueKeysWithValues: graded.enumerated().map { ($1.submission.file, $0) })
    return remarks.enumerated().sorted {
      (places[$0.element.file] ?? 0, $0.offset) < (places[$1.element.file] ?? 0, $1.offset)
    }.map(\.element)
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
