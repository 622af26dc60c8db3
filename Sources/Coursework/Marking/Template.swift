internal import UrbanMining

/// The named values that a text of a variant may use: drawn values and facts.
///
/// ```
/// {name}       as it was drawn: 0.03, 1980, copper
/// {name:%}     a share in per cent: 3 %
/// {name:.2}    with two decimals and thin spaces between thousands
/// ```
/// `{{` stands for a brace.
struct TemplateValues: Sendable {
  private let assignment: String
  private let values: [String: Parameter.Value]

  /// - Throws: `.unsolvable` where the facts can't be worked out.
  init(_ assignment: Assignment, _ variant: Variant) throws(CourseError) {
    self.assignment = assignment.id
    do {
      let facts = try assignment.facts(variant).mapValues { Parameter.Value.number($0) }
      values = variant.values.merging(facts) { _, fact in fact }
    } catch {
      throw .unsolvable(assignment: assignment.id, question: "facts", reason: "\(error)")
    }
  }

  private init(assignment: String, values: [String: Parameter.Value]) {
    self.assignment = assignment
    self.values = values
  }

  /// With the right answers as well, as `{answer.stock}`: for solutions alone.
  func withAnswers(of key: AnswerKey) -> TemplateValues {
    var all = values
    for entry in key.entries {
      switch entry.answer {
      case .number(let value): all["answer." + entry.question.id] = .number(value)
      case .series(_, let series):
        if let last = series.last { all["answer." + entry.question.id] = .number(last) }
      case .options(let ids):
        all["answer." + entry.question.id] = .word(ids.sorted().joined(separator: ", "))
      case .order(let ids):
        all["answer." + entry.question.id] = .word(ids.joined(separator: ", "))
      case .pairs(let pairs):
        all["answer." + entry.question.id] = .word(
          pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", "))
      }
    }
    return TemplateValues(assignment: assignment, values: all)
  }

  /// The text with its values filled in.
  /// - Throws: `.text` where a name is unknown, a form can't be had or a brace isn't closed.
  func fill(_ template: String) throws(CourseError) -> String {
    var (result, rest) = ("", template[...])
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if rest.first == "{" {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      guard let close = rest.firstIndex(of: "}") else {
        throw .text(assignment: assignment, reason: "a brace is not closed in '\(template)'")
      }
      result += try value(of: rest[..<close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func value(of field: Substring) throws(CourseError) -> String {
    let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first, let value = values[name] else {
      throw .text(assignment: assignment, reason: "a text names '\(field)', which has no value")
    }
    let form = parts.count > 1 ? parts[1] : ""
    switch (value, form) {
    case (.word(let word), ""): return word
    case (.number(let number), ""): return plainNumber(number)
    case (.number(let number), "%"):
      // Grid values in per cent have few decimals; the product has rounding in its last place.
      return plainNumber((number * 1e8).rounded() / 1e6) + "\u{202F}%"
    case (.number(let number), _) where form.hasPrefix("."):
      if let decimals = Int(form.dropFirst()) {
        return NumberText.fixed(number, decimals: decimals)
      }
    default: break
    }
    throw .text(
      assignment: assignment, reason: "a text asks for '\(field)', a form that there isn't")
  }
}
