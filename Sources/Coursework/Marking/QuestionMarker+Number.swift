extension QuestionMarker {
  /// Grades a number: right, right with what was answered before, a mistake, a slip, or wrong.
  func number(_ item: NumberItem, _ response: Response) throws -> QuestionMarking {
    let given: Double
    do {
      let quantity = try QuantityReader.read(response.text ?? "", unit: item.unit)
      // The reader refuses other dimensions, so there is a value in this unit.
      given = quantity.value(in: item.unit) ?? quantity.value
    } catch {
      let state: QuestionMarking.State =
        if case .wrongDimension = error { .wrong } else { .unreadable }
      return outcome(
        state, mistake: state == .wrong ? "dimension" : nil, "\(error)".sentence)
    }
    guard let right = try rightValue(item, response.convention) else {
      let known = item.conventions.map { "'\($0.id)' (\($0.title))" }.joined(separator: ", ")
      return outcome(
        .unreadable, "Say which convention you used: \(known).", number: given)
    }
    func isNear(_ value: Double) -> Bool { abs(given - value) <= item.tolerance.width(at: value) }
    if isNear(right) { return outcome(.right, credit: 1, "Right.", number: given) }
    if let followed = try carriedAnswer(item), isNear(followed.value) {
      return outcome(
        .right, credit: 1, "Right with your answer to \(followed.from.quotedList).", number: given)
    }
    if let slip = entry.mistakes.first(where: { $0.answer.number.map(isNear) ?? false }) {
      return slipped(slip, number: given)
    }
    if let convention = entry.conventions.first(where: { isNear($0.value) }) {
      return outcome(
        .partial, credit: 0.5, mistake: "convention",
        "This is right under the convention '\(convention.id)', and you declared another one.",
        number: given)
    }
    if let slip = try GeneralSlip.found(in: given, right: right, item, variant) {
      return outcome(
        .partial, credit: slip.credit, mistake: slip.rawValue, slip.feedback, number: given)
    }
    return outcome(.wrong, nearOrFar(given, right), dependsOn: wrongDependency, number: given)
  }

  /// The right value under the convention that holds; nil where one has to be declared and isn't.
  private func rightValue(_ item: NumberItem, _ declared: String?) throws -> Double? {
    guard item.isDeclared else { return entry.answer.number }
    let wanted = (declared ?? "").trimmed.lowercased()
    return entry.conventions.first { $0.id.lowercased() == wanted }?.value
  }

  /// What the learner's own earlier answers lead to, where they are given.
  private func carriedAnswer(_ item: NumberItem) throws -> (value: Double, from: [String])? {
    guard let carried = item.carried else { return nil }
    var values: [String: Double] = [:]
    for id in carried.from {
      guard let number = earlier.first(where: { $0.question == id })?.number else { return nil }
      values[id] = number
    }
    let value = try carried.answer(variant, values)
    return value.isFinite ? (value, carried.from) : nil
  }

  /// The first earlier question that this one builds on and that isn't right.
  private var wrongDependency: String? {
    guard case .number(let item) = entry.question.kind else { return nil }
    return item.carried?.from.first { id in
      earlier.first { $0.question == id }.map { $0.state != .right } ?? false
    }
  }

  /// Words for an answer that matches nothing: how far off, never in which direction.
  private func nearOrFar(_ given: Double, _ right: Double) -> String {
    abs(given - right) <= 0.05 * abs(right)
      ? "Close, and not within the tolerance. Keep all digits while you calculate, and check the convention."
      : "Not right, and it matches none of the usual mistakes. A hint may help."
  }
}

extension String {
  /// With a capital at the start and a point at the end.
  var sentence: String {
    let text = prefix(1).uppercased() + dropFirst()
    return text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }
}

extension [String] {
  /// `'a' and 'b'`.
  var quotedList: String {
    let quoted = map { "'\($0)'" }
    guard quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + quoted[quoted.count - 1]
  }
}
