/// Grades answers: a pure function of assignment, variant and what was typed.
public enum Marker {
  /// What the answers are worth.
  /// - Parameters:
  ///   - responses: what was typed, in any order; a question without one is missing.
  ///   - key: the right answers of the variant.
  /// - Throws: where the engine refuses what it is asked; never because of an answer.
  public static func mark(
    _ responses: [Response], with key: AnswerKey
  ) throws(CourseError) -> Marking {
    var markings: [QuestionMarking] = []
    for entry in key.entries {
      let response = responses.first { $0.question == entry.question.id }
      do {
        markings.append(
          try QuestionMarker(entry: entry, variant: key.variant, earlier: markings).mark(response))
      } catch let error as CourseError {
        throw error
      } catch {
        throw .unsolvable(
          assignment: key.assignment.id, question: entry.question.id, reason: "\(error)")
      }
    }
    let balanced = try OwnBalanceCheck(key).applied(to: markings)
    return Marking(
      assignment: key.assignment.id, version: key.assignment.version, questions: balanced)
  }

  /// What the answers to a variant are worth.
  public static func mark(
    _ responses: [Response], to assignment: Assignment, _ variant: Variant
  ) throws(CourseError) -> Marking {
    try mark(responses, with: AnswerKey(assignment, variant))
  }
}

/// Grades one question.
struct QuestionMarker {
  let entry: AnswerKey.Entry
  let variant: Variant
  /// The markings of the questions before it.
  let earlier: [QuestionMarking]

  func mark(_ response: Response?) throws -> QuestionMarking {
    guard let response, !response.isEmpty else {
      return outcome(.missing, "There is no answer yet.", dependsOn: openDependency)
    }
    switch entry.question.kind {
    case .number(let item): return try number(item, response)
    case .series(let item): return series(item, response)
    case .choice(let item): return choice(item, response.text ?? "")
    case .match(let item): return match(item, response.text ?? "")
    case .order(let item): return order(item, response.text ?? "")
    }
  }

  func outcome(
    _ state: QuestionMarking.State, credit: Double = 0, mistake: String? = nil, _ message: String,
    dependsOn: String? = nil, number: Double? = nil, series: [Int: Double] = [:]
  ) -> QuestionMarking {
    QuestionMarking(
      question: entry.question.id, state: state, credit: credit,
      mostPoints: entry.question.points, mistake: mistake, message: message,
      reading: entry.question.reading, dependsOn: dependsOn, number: number, series: series)
  }

  /// The outcome of a mistake: partial where it keeps some credit.
  func slipped(
    _ slip: AnswerKey.Slip, number: Double? = nil, series: [Int: Double] = [:]
  ) -> QuestionMarking {
    let prefix = slip.isConvention ? "Right under another convention. " : ""
    return outcome(
      slip.credit > 0 ? .partial : .wrong, credit: slip.credit, mistake: slip.id,
      prefix + slip.feedback, number: number, series: series)
  }

  /// The first earlier question that this one builds on and that has no answer.
  var openDependency: String? {
    guard case .number(let item) = entry.question.kind else { return nil }
    return item.carried?.from.first { id in
      earlier.first { $0.question == id }.map { $0.number == nil } ?? false
    }
  }
}
