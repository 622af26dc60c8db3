/// The right answers of a variant and those that typical mistakes lead to: everything that grading needs,
/// worked out by the engine.
public struct AnswerKey: Sendable {
  public let assignment: Assignment
  public let variant: Variant
  /// One for each question of the variant, in order.
  public let entries: [Entry]

  public struct Entry: Sendable {
    public let question: Question
    /// The right answer; under the first convention where several may be declared.
    public let answer: Answer
    /// The right answer under each convention that may be declared, else empty.
    public let conventions: [(id: String, value: Double)]
    /// The answers of numbers and series that mistakes lead to.
    public let mistakes: [Slip]
  }

  /// A mistake on this variant.
  public struct Slip: Hashable, Sendable {
    public let id: String
    /// With the variant's numbers in it.
    public let feedback: String
    public let credit: Double
    public let isConvention: Bool
    public let answer: Answer
  }

  /// - Throws: `.unsolvable` where the engine refuses the problem, `.text` where a feedback names what
  ///   there isn't.
  public init(_ assignment: Assignment, _ variant: Variant) throws(CourseError) {
    self.assignment = assignment
    self.variant = variant
    let text = try TemplateValues(assignment, variant)
    var entries: [Entry] = []
    for question in assignment.questions(of: variant) {
      do {
        entries.append(try Entry(question, variant, text))
      } catch let error as CourseError {
        throw error
      } catch {
        throw .unsolvable(assignment: assignment.id, question: question.id, reason: "\(error)")
      }
    }
    self.entries = entries
  }

  /// The entry of a question.
  public subscript(question: String) -> Entry? {
    entries.first { $0.question.id == question }
  }
}

/// The value of an answer, in the unit of its question.
public enum Answer: Hashable, Sendable {
  case number(Double)
  /// A number for each year, in the order of years.
  case series(years: [Int], values: [Double])
  /// The options that are right.
  case options(Set<String>)
  /// For each thing on the left the one on the right.
  case pairs([String: String])
  case order([String])

  /// The number, where it is one.
  public var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }
}

extension AnswerKey.Entry {
  init(_ question: Question, _ variant: Variant, _ text: TemplateValues) throws {
    self.question = question
    var (conventions, mistakes) = ([(id: String, value: Double)](), [AnswerKey.Slip]())
    func slip<Value>(_ mistake: Mistake<Value>, _ answer: Answer) throws -> AnswerKey.Slip {
      AnswerKey.Slip(
        id: mistake.id, feedback: try text.fill(mistake.feedback), credit: mistake.credit,
        isConvention: mistake.isConvention, answer: answer)
    }
    switch question.kind {
    case .number(let item):
      let values = try item.conventions.map { (id: $0.id, value: try $0.answer(variant)) }
      answer = .number(values[0].value)
      if item.isDeclared { conventions = values }
      mistakes = try item.mistakes.compactMap { mistake in
        try mistake.value(variant).map { try slip(mistake, .number($0)) }
      }
    case .series(let item):
      let years = item.years(variant)
      answer = .series(years: years, values: try item.answer(variant))
      mistakes = try item.mistakes.compactMap { mistake in
        try mistake.value(variant).map { try slip(mistake, .series(years: years, values: $0)) }
      }
    case .choice(let item): answer = .options(try item.right(variant))
    case .match(let item): answer = .pairs(try item.pairs(variant))
    case .order(let item): answer = .order(try item.order(variant))
    }
    self.conventions = conventions
    self.mistakes = mistakes
  }
}
