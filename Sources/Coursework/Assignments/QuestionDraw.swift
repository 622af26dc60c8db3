/// Which questions of a bank each learner gets: so many of each group.
public struct QuestionDraw: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// How many are drawn of each group.
  public let count: Int
  /// The identifiers of each group; empty where all questions are one group.
  public let groups: [[String]]

  /// - Parameters:
  ///   - count: how many are drawn of each group.
  ///   - groups: the identifiers of the questions, group by group.
  public init(count: Int, ofEach groups: [[String]] = []) {
    self.count = count
    self.groups = groups
  }

  /// So many of all questions.
  public init(integerLiteral value: Int) {
    self.init(count: value)
  }

  /// The places of each group in a list of questions.
  func places(in questions: [Question]) -> [[Int]] {
    guard !groups.isEmpty else { return [Array(questions.indices)] }
    return groups.map { ids in questions.indices.filter { ids.contains(questions[$0].id) } }
  }
}

extension Assignment {
  /// What its questions are worth together; where they are drawn of a bank, the mean over all draws.
  public var meanPoints: Double {
    guard let drawnQuestions else { return questions.reduce(0) { $0 + $1.points } }
    return drawnQuestions.places(in: questions).reduce(0) { sum, places in
      let points = places.reduce(0) { $0 + questions[$1].points }
      return sum + points * Double(min(drawnQuestions.count, places.count))
        / Double(max(1, places.count))
    }
  }
}
