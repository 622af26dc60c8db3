/// The proof that a course can be given: every assignment, over many learners.
public struct CourseLint: Sendable {
  public let findings: [Finding]

  /// What was found about one assignment.
  public struct Finding: Hashable, Sendable {
    public let assignment: String
    /// How many learners it was drawn for.
    public let variants: Int
    /// How many draws were rejected because their answers were not apart.
    public let rejected: Int
    /// How many of the variants differ from each other.
    public let distinct: Int
    /// What is wrong, each once.
    public let faults: [String]

    public var rejectedShare: Double { Double(rejected) / Double(max(1, rejected + variants)) }
  }

  public var isSound: Bool { findings.allSatisfy(\.faults.isEmpty) }

  /// Draws every assignment for so many learners and tries everything on each variant.
  /// - Complexity: O(assignments · learners).
  public init(_ course: Course, learners: Int) {
    findings = course.assignments.map { CourseLint.finding($0, course.secret, learners) }
  }

  private static func finding(
    _ assignment: Assignment, _ secret: CourseSecret, _ learners: Int
  ) -> Finding {
    var (rejected, variants, faults) = (0, Set<Variant>(), Set(staticFaults(assignment)))
    for number in 1...max(1, learners) {
      do throws(CourseError) {
        let learner = try LearnerID("lint-\(number)")
        var generator = VariantGenerator(
          seed: secret.seed(
            assignment: assignment.id, version: assignment.version, learner: learner))
        let (variant, count) = try assignment.soundDraw(&generator)
        rejected += count
        variants.insert(variant)
        faults.formUnion(try faultsOfMarking(assignment, variant))
        // Charts and pages cost more than everything else; a few show whether they can be made.
        if number <= 20 {
          _ = try StatementPage(assignment, variant, note: "", showsSolution: true)
        }
      } catch {
        faults.insert("\(error)")
        break
      }
    }
    return Finding(
      assignment: assignment.id, variants: learners, rejected: rejected, distinct: variants.count,
      faults: faults.sorted())
  }

  /// What is wrong whatever is drawn.
  private static func staticFaults(_ assignment: Assignment) -> [String] {
    var faults: [String] = []
    let ids = assignment.questions.map(\.id)
    if Set(ids).count < ids.count { faults.append("two questions have the same identifier") }
    if ids.isEmpty { faults.append("there is no question") }
    if assignment.hints.reduce(0, { $0 + $1.cost }) > 0.5 + 1e-12 {
      faults.append("all hints together cost more than half of the points")
    }
    for question in assignment.questions {
      if question.points <= 0 { faults.append("'\(question.id)' is worth nothing") }
      if case .number(let item) = question.kind, let carried = item.carried {
        let before = ids.prefix { $0 != question.id }
        for id in carried.from where !before.contains(id) {
          faults.append("'\(question.id)' builds on '\(id)', which is not asked before it")
        }
      }
    }
    return faults
  }

  /// Every right answer must be marked right, every mistake as that mistake with its credit, and no feedback may
  /// tell the right value.
  private static func faultsOfMarking(
    _ assignment: Assignment, _ variant: Variant
  ) throws(CourseError) -> [String] {
    let key = try AnswerKey(assignment, variant)
    var faults: [String] = []
    let right = try Marker.mark(key.entries.map { $0.response($0.answer) }, with: key)
    for own in right.questions where own.state != .right {
      faults.append(
        "the right answer to '\(own.question)' is marked \(own.state.rawValue): \(own.message)")
    }
    for entry in key.entries {
      for slip in entry.mistakes {
        let marking = try Marker.mark([entry.response(slip.answer)], with: key)
        if marking[entry.question.id]?.mistake != slip.id {
          faults.append("the mistake '\(slip.id)' of '\(entry.question.id)' is not recognised")
        }
        if let value = entry.answer.number, tells(slip.feedback, value) {
          faults.append("the feedback '\(slip.id)' of '\(entry.question.id)' tells the right value")
        }
      }
    }
    return faults
  }

  /// Whether a text holds a value to four digits; shorter ones stand in texts by chance.
  private static func tells(_ text: String, _ value: Double) -> Bool {
    let digits = NumberText.fixed(value, decimals: max(0, 3 - Int(log10Floor(abs(value)))))
    return digits.count >= 4 && text.contains(digits)
  }

  /// The power of ten of a number above 0.
  private static func log10Floor(_ value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    var (power, rest) = (0, value)
    while rest >= 10 { (power, rest) = (power + 1, rest / 10) }
    while rest < 1 { (power, rest) = (power - 1, rest * 10) }
    return power
  }
}

extension AnswerKey.Entry {
  /// An answer as somebody would type it, with all its digits.
  func response(_ answer: Answer) -> Response {
    func text(_ value: Double) -> String { "\(value)" }
    switch answer {
    case .number(let value):
      return Response(
        question: question.id, text: text(value), convention: conventions.first?.id)
    case .series(let years, let values):
      return Response(
        question: question.id,
        series: zip(years, values).map { .init(year: $0, text: text($1)) })
    case .options(let ids):
      return Response(question: question.id, text: ids.sorted().joined(separator: ", "))
    case .pairs(let pairs):
      let all = pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return Response(question: question.id, text: all.joined(separator: ", "))
    case .order(let ids):
      return Response(question: question.id, text: ids.joined(separator: ", "))
    }
  }
}
