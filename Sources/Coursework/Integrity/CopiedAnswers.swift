/// Finds answers that are wrong for who gave them and right for somebody else.
///
/// Variants differ, so a copied answer is as a rule wrong. It is told from chance by its digits: an
/// answer counts as another's if it is that one's right value, rounded to as many significant digits
/// as the answer has, of which there must be four at least. How many learners would be hit by chance
/// is estimated from how densely the right values lie around it, and values that more than three
/// learners have are left out:
/// ```
/// expected = (right values within ±2 % of it) · (width of its rounding) / (width of that window)
/// ```
public struct CopiedAnswers: Sendable {
  /// One answer to a question.
  public struct Answer: Hashable, Sendable {
    public let learner: String
    public let question: String
    /// What was written, in the unit of the right value.
    public let value: Double
    /// How many significant digits were written.
    public let digits: Int
    public let right: Double
    public let isRight: Bool

    public init(
      learner: String, question: String, value: Double, digits: Int, right: Double, isRight: Bool
    ) {
      self.learner = learner
      self.question = question
      self.value = value
      self.digits = digits
      self.right = right
      self.isRight = isRight
    }
  }

  /// An answer that is another's right one.
  public struct Finding: Hashable, Sendable {
    public let learner: String
    public let question: String
    public let value: Double
    /// Whose right value it is, in alphabetical order.
    public let others: [String]
    /// How many learners chance alone would have matched.
    public let expected: Double
  }

  /// By learner, then by question.
  public let findings: [Finding]

  /// Whose answers look like whose, by learner: only the pairs with the most questions in common.
  public let pairs: [Pair]

  /// Two learners, one with wrong answers that are the right ones of the other.
  public struct Pair: Hashable, Sendable {
    public let learner: String
    public let other: String
    public let questions: [String]
    /// How many of these questions chance alone would match with anybody.
    public let expected: Double
  }

  private static let fewestDigits = 4
  /// A value that more learners have is too common to tell anything.
  private static let mostOthers = 3
  private static let window = 0.02

  /// Compares every wrong answer with the right values of all others.
  /// - Complexity: O(*n* log *n*) for *n* answers.
  public init(_ answers: [Answer]) {
    var findings: [Finding] = []
    for (question, group) in Dictionary(grouping: answers, by: \.question) {
      let owners = group.filter { $0.right.isFinite && $0.right != 0 }
        .sorted { ($0.right, $0.learner) < ($1.right, $1.learner) }
      let values = owners.map(\.right)
      for answer in group where !answer.isRight && answer.value.isFinite && answer.value != 0 {
        guard answer.digits >= CopiedAnswers.fewestDigits else { continue }
        let half = CopiedAnswers.halfUnit(of: answer.value, digits: min(answer.digits, 12))
        let hits = CopiedAnswers.range(
          in: values, from: answer.value - half, to: answer.value + half)
        let others = Set(owners[hits].map(\.learner)).subtracting([answer.learner]).sorted()
        guard (1...CopiedAnswers.mostOthers).contains(others.count) else { continue }
        let reach = CopiedAnswers.window * answer.value.magnitude
        let near = CopiedAnswers.range(
          in: values, from: answer.value - reach, to: answer.value + reach)
        findings.append(
          Finding(
            learner: answer.learner, question: question, value: answer.value, others: others,
            expected: Double(near.count) * half / reach))
      }
    }
    // The same answer in two attempts is one.
    self.findings = Set(findings).sorted {
      ($0.learner, $0.question, $0.value) < ($1.learner, $1.question, $1.value)
    }
    pairs = CopiedAnswers.pairs(self.findings)
  }

  private static func pairs(_ findings: [Finding]) -> [Pair] {
    Dictionary(grouping: findings, by: \.learner).flatMap { learner, own -> [Pair] in
      let all = Set(own.flatMap(\.others)).map { other in
        let shared = own.filter { $0.others.contains(other) }
        return Pair(
          learner: learner, other: other, questions: shared.map(\.question),
          expected: shared.reduce(0) { $0 + $1.expected })
      }
      let most = all.map(\.questions.count).max() ?? 0
      return all.filter { $0.questions.count == most }
    }.sorted { ($0.learner, $0.other) < ($1.learner, $1.other) }
  }

  /// Half a unit in the last written digit, a little widened for rounding either way.
  private static func halfUnit(of value: Double, digits: Int) -> Double {
    var unit = 1.0
    let magnitude = value.magnitude
    while unit * 10 <= magnitude { unit *= 10 }
    while unit > magnitude { unit /= 10 }
    for _ in 1..<digits { unit /= 10 }
    return unit * 0.5000001
  }

  /// The sorted values from one bound to another.
  private static func range(in values: [Double], from low: Double, to high: Double) -> Range<Int> {
    let start = place(in: values) { $0 < low }
    return start..<max(start, place(in: values) { $0 <= high })
  }

  /// How many values at the start fulfil a condition that holds for a first part of them.
  private static func place(in values: [Double], _ isBefore: (Double) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
