/// Whether a variant can be graded: its right answers are some, and no mistake can be taken for them or for
/// another mistake.
public struct VariantLint: Sendable {
  /// What is wrong with a draw.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    public let question: String
    public let reason: String

    public var description: String { "question '\(question)': \(reason)" }
  }

  /// The faults of a draw; a draw with any is not given to a learner.
  ///
  /// A mistake must be more than twice the tolerance away from each right answer and from every other
  /// mistake, so that no answer is within the tolerance of both.
  public static func faults(of key: AnswerKey) -> [Fault] {
    key.entries.flatMap { entry -> [Fault] in
      reasons(entry).map { Fault(question: entry.question.id, reason: $0) }
    }
  }

  private static func reasons(_ entry: AnswerKey.Entry) -> [String] {
    switch (entry.question.kind, entry.answer) {
    case (.number(let item), .number(let right)):
      let rights = entry.conventions.isEmpty ? [right] : entry.conventions.map(\.value)
      if rights.contains(where: { !$0.isFinite || $0 == 0 }) {
        return ["the right answer is nothing or not finite"]
      }
      let mistakes = entry.mistakes.compactMap { slip in slip.answer.number.map { (slip.id, $0) } }
      return collisions(
        rights: rights.map { [$0] }, mistakes: mistakes.map { ($0, [$1]) }, item.tolerance)
    case (.series(let item), .series(let years, let right)):
      let mistakes = entry.mistakes.compactMap { slip -> (String, [Double])? in
        guard case .series(_, let values) = slip.answer else { return nil }
        return (slip.id, values)
      }
      guard right.count == years.count, mistakes.allSatisfy({ $0.1.count == years.count }) else {
        return ["there are not as many values as years"]
      }
      guard right.allSatisfy(\.isFinite), right.contains(where: { $0 != 0 }) else {
        return ["the right answer is nothing or not finite"]
      }
      return collisions(rights: [right], mistakes: mistakes, item.tolerance)
    case (.choice(let item), .options(let right)):
      let known = Set(item.options.map(\.id))
      if right.isEmpty || !right.isSubset(of: known) { return ["no option is right"] }
      if !item.isMultiple && right.count > 1 { return ["more than one option is right"] }
      return []
    case (.match(let item), .pairs(let pairs)):
      let isWhole =
        Set(pairs.keys) == Set(item.left.map(\.id))
        && Set(pairs.values).isSubset(of: item.right.map(\.id))
      return isWhole ? [] : ["not everything has a partner"]
    case (.order(let item), .order(let order)):
      return order.sorted() == item.things.map(\.id).sorted() ? [] : ["not everything has a place"]
    default: return ["its answer is of another kind"]
    }
  }

  /// Mistakes that lie too near; series are apart where they are apart in any year.
  private static func collisions(
    rights: [[Double]], mistakes: [(id: String, values: [Double])], _ tolerance: Tolerance
  ) -> [String] {
    func areNear(_ left: [Double], _ right: [Double]) -> Bool {
      zip(left, right).allSatisfy { one, other in
        abs(one - other) <= 2 * max(tolerance.width(at: one), tolerance.width(at: other))
      }
    }
    var faults: [String] = []
    for (index, mistake) in mistakes.enumerated() {
      if !mistake.values.allSatisfy(\.isFinite) {
        faults.append("the mistake '\(mistake.id)' is not finite")
      } else if rights.contains(where: { areNear($0, mistake.values) }) {
        faults.append(
          "the mistake '\(mistake.id)' lies within twice the tolerance of the right answer")
      }
      for other in mistakes[..<index] where areNear(mistake.values, other.values) {
        faults.append(
          "the mistakes '\(other.id)' and '\(mistake.id)' lie within twice the tolerance of each other"
        )
      }
    }
    return faults
  }
}
