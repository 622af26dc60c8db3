internal import ModelFiles

/// The outcome of a check as a document in the shape of check50, so that tools for it can show it.
///
/// ```json
/// { "slug": "w3-stock", "version": "1",
///   "results": [ { "name": "stock", "description": "…", "passed": false,
///                  "log": [], "cause": { "rationale": "…", "help": "…" }, "dependency": null, … } ] }
/// ```
/// `passed` is true for a right answer, false for one that is partly right or wrong, and null where nothing can be
/// said: no answer yet, or one that can't be read.
public struct CheckReport: Encodable, Hashable, Sendable {
  public let schema = "urbanmine/course-check/1"
  public let slug: String
  public let version: String
  public let results: [Result]
  public let points: Double
  public let mostPoints: Double

  public struct Result: Encodable, Hashable, Sendable {
    public let name: String
    public let description: String
    public let passed: Bool?
    /// What check50 shows while it works: nothing here.
    public let log: [String] = []
    public let cause: Cause?
    public let dependency: String?
    public let data: Details

    public struct Cause: Encodable, Hashable, Sendable {
      /// What is wrong and why.
      public let rationale: String
      /// What to read.
      public let help: String
    }

    /// What check50 has no place for.
    public struct Details: Encodable, Hashable, Sendable {
      public let state: String
      public let credit: Double
      public let mistake: String?
    }

    private enum CodingKeys: String, CodingKey {
      case name, description, passed, log, cause, dependency, data
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(description, forKey: .description)
      // Null where there is none: tools expect the keys.
      try container.encode(passed, forKey: .passed)
      try container.encode(log, forKey: .log)
      try container.encode(cause, forKey: .cause)
      try container.encode(dependency, forKey: .dependency)
      try container.encode(data, forKey: .data)
    }
  }

  /// The report of a marking.
  /// - Throws: where a prompt can't be filled in.
  public init(
    _ marking: Marking, of assignment: Assignment, _ variant: Variant
  ) throws(CourseError) {
    let text = try TemplateValues(assignment, variant)
    let questions = assignment.questions(of: variant)
    var results: [Result] = []
    for own in marking.questions {
      let prompt = questions.first { $0.id == own.question }?.prompt ?? own.question
      let passed: Bool? =
        switch own.state {
        case .right: true
        case .partial, .wrong: false
        case .missing, .unreadable: nil
        }
      results.append(
        Result(
          name: own.question, description: try text.fill(prompt), passed: passed,
          cause: own.state == .right ? nil : .init(rationale: own.message, help: own.reading),
          dependency: own.dependsOn,
          data: .init(state: own.state.rawValue, credit: own.credit, mistake: own.mistake)))
    }
    self.results = results
    slug = assignment.id
    version = "\(assignment.version)"
    points = marking.points
    mostPoints = marking.mostPoints
  }

  /// One JSON document.
  public var json: String {
    get throws { try jsonText(self) }
  }
}
