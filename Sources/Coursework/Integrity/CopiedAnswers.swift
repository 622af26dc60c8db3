/// Finds learners whose wrong answers are right for somebody else.
///
/// Variants differ, so a copied answer is as a rule wrong. It counts as another's if it is that one's
/// right value, rounded to as many significant digits as the answer has, of which there must be four at
/// least. In a large class this happens by chance as well. So every find is weighed: how many finds of
/// its kind would the class have if nobody had copied?
/// ```
/// p        = (right values within ±2 % of it) · (width of its rounding) / (width of that window) / N
/// expected = M · N · C(k, s) · Π p
/// ```
/// for *N* other learners, *M* learners with wrong answers, and *s* of a learner's *k* wrong answers that
/// are right for the same person. A value that several learners have counts as that common. Only finds
/// with less than 0.05 expected ones are reported. The product takes a learner's wrong answers for
/// independent of each other: who mistyped one number of the statement may answer somebody else's
/// variant in good faith.
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

  /// A learner with wrong answers that are the right ones of others.
  public struct Finding: Hashable, Sendable {
    public let learner: String
    /// Whose right answers they are, in alphabetical order; several where these have the same ones.
    public let others: [String]
    /// The questions of the wrong answers, in alphabetical order.
    public let questions: [String]
    /// How many such finds the class would have by chance alone.
    public let expected: Double
  }

  /// At most one for each learner, the least likely first.
  public let findings: [Finding]

  private static let fewestDigits = 4
  /// More expected finds are no news.
  private static let mostExpected = 0.05
  /// A value that more learners have is too common to tell anything.
  private static let mostOthers = 100
  private static let window = 0.02

  /// A wrong answer that is right for others.
  private struct Hit {
    let question: String
    let others: Set<String>
    /// The chance that it is right for a given other learner.
    let chance: Double
  }

  /// Compares every wrong answer with the right values of all others.
  /// - Complexity: O(*n* log *n*) for *n* answers.
  public init(_ answers: [Answer]) {
    var hits: [String: [Hit]] = [:]
    // The same answer in two attempts is one.
    var tested: [String: Set<String>] = [:]
    for (question, group) in Dictionary(grouping: Set(answers), by: \.question) {
      let owners = CopiedAnswers.owners(group)
      let values = owners.map(\.right)
      for answer in group where CopiedAnswers.isTestable(answer) {
        tested[answer.learner, default: []].insert("\(question) \(answer.value)")
        if let hit = CopiedAnswers.hit(answer, owners, values) {
          hits[answer.learner, default: []].append(hit)
        }
      }
    }
    let learners = Set(answers.map(\.learner)).count
    findings = hits.compactMap { learner, hits in
      CopiedAnswers.finding(
        learner, hits, of: tested[learner]?.count ?? 0, others: learners - 1, suspects: tested.count
      )
    }.sorted { ($0.expected, $0.learner) < ($1.expected, $1.learner) }
  }

  /// The right value of each learner, sorted; one for each convention that was declared.
  private static func owners(_ answers: [Answer]) -> [(right: Double, learner: String)] {
    var seen: Set<String> = []
    return answers.filter { $0.right.isFinite && $0.right != 0 }
      .filter { seen.insert("\($0.learner) \($0.right)").inserted }
      .map { ($0.right, $0.learner) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  private static func isTestable(_ answer: Answer) -> Bool {
    !answer.isRight && answer.value.isFinite && answer.value != 0 && answer.digits >= fewestDigits
  }

  private static func hit(
    _ answer: Answer, _ owners: [(right: Double, learner: String)], _ values: [Double]
  ) -> Hit? {
    let half = halfUnit(of: answer.value, digits: min(answer.digits, 12))
    let found = range(in: values, from: answer.value - half, to: answer.value + half)
    guard !found.isEmpty, found.count <= mostOthers else { return nil }
    let others = Set(owners[found].map(\.learner)).subtracting([answer.learner])
    guard !others.isEmpty else { return nil }
    let reach = window * answer.value.magnitude
    let near = range(in: values, from: answer.value - reach, to: answer.value + reach)
    let common = max(Double(near.count) * half / reach, Double(others.count - 1))
    return Hit(
      question: answer.question, others: others,
      chance: min(1, common / Double(max(1, owners.count - 1))))
  }

  /// The least likely of what a learner has in common with others; nil where chance explains it.
  private static func finding(
    _ learner: String, _ hits: [Hit], of count: Int, others: Int, suspects: Int
  ) -> Finding? {
    let candidates = Set(hits.flatMap(\.others)).map { other -> (String, [String], Double) in
      let shared = hits.filter { $0.others.contains(other) }
      let choices = (0..<shared.count).reduce(1.0) {
        $0 * Double(count - $1) / Double($1 + 1)
      }
      let chance = shared.reduce(1.0) { $0 * $1.chance }
      return (
        other, Set(shared.map(\.question)).sorted(),
        Double(suspects) * Double(others) * choices * chance
      )
    }
    guard let least = candidates.map(\.2).min(), least < mostExpected else { return nil }
    let best = candidates.filter { $0.2 <= least * 1.000001 }.sorted { $0.0 < $1.0 }
    // Those who share the same questions have the same numbers; of others the first stands for all.
    let same = best.filter { $0.1 == best[0].1 }
    return Finding(
      learner: learner, others: same.map(\.0), questions: best[0].1, expected: least)
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
