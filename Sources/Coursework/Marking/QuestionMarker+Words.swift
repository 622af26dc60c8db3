extension QuestionMarker {
  /// Grades one option, or all that are named: each right one earns, each wrong one costs the same.
  func choice(_ item: ChoiceItem, _ text: String) -> QuestionMarking {
    guard case .options(let right) = entry.answer else {
      return outcome(.missing, "There is no answer yet.")
    }
    let known = item.options.map(\.id)
    let chosen: [String]
    switch identifiers(in: text, known: known) {
    case .success(let ids): chosen = ids
    case .failure(let fault): return outcome(.unreadable, fault.message)
    }
    guard item.isMultiple else {
      guard chosen.count == 1 else {
        return outcome(.unreadable, "Choose one of \(known.joined(separator: ", ")).")
      }
      if right.contains(chosen[0]) { return outcome(.right, credit: 1, "Right.") }
      guard let option = item.options.first(where: { $0.id == chosen[0] }) else {
        return outcome(.wrong, "Not right.")
      }
      return outcome(
        option.credit > 0 ? .partial : .wrong, credit: option.credit, mistake: option.id,
        option.feedback)
    }
    let named = Set(chosen)
    if named == right { return outcome(.right, credit: 1, "Right.") }
    let hits = named.intersection(right).count
    let credit = max(0, Double(hits - named.subtracting(right).count) / Double(right.count))
    let wrongly = item.options.filter { named.contains($0.id) != right.contains($0.id) }
    return outcome(
      credit > 0 ? .partial : .wrong, credit: credit, mistake: wrongly.first?.id,
      wrongly.first?.feedback ?? "Not right.")
  }

  /// Grades pairs, written `1=b, 2=a`: the share that is right.
  func match(_ item: MatchItem, _ text: String) -> QuestionMarking {
    guard case .pairs(let right) = entry.answer else {
      return outcome(.missing, "There is no answer yet.")
    }
    let example = item.left.map { "\($0.id)=…" }.joined(separator: ", ")
    var pairs: [String: String] = [:]
    let separators = text.contains { "=:-→>".contains($0) } ? ",;" : ",; "
    for part in text.split(whereSeparator: { separators.contains($0) }) {
      guard let (left, partner) = pair(part, item) else {
        return outcome(
          .unreadable, "'\(part.trimmed)' is not a pair: write \(example).")
      }
      guard pairs[left.id] == nil else {
        return outcome(.unreadable, "'\(left.id)' has two partners: write \(example).")
      }
      pairs[left.id] = partner.id
    }
    let hits = right.filter { pairs[$0.key] == $0.value }.count
    if hits == right.count { return outcome(.right, credit: 1, "Right.") }
    let credit = Double(hits) / Double(right.count)
    return outcome(
      hits > 0 ? .partial : .wrong, credit: credit, "\(hits) of \(right.count) pairs are right.")
  }

  /// The two things of `1=b`, `1: b`, `1 → b` or `1b`.
  private func pair(_ text: Substring, _ item: MatchItem) -> (left: Thing, right: Thing)? {
    let sides = text.split(whereSeparator: { "=:-→>.)".contains($0) || $0.isWhitespace })
      .map { $0.lowercased() }
    let names: (String, String)
    switch sides.count {
    case 2: names = (sides[0], sides[1])
    case 1 where sides[0].count == 2:
      names = (String(sides[0].prefix(1)), String(sides[0].suffix(1)))
    default: return nil
    }
    guard let left = item.left.first(where: { $0.id.lowercased() == names.0 }),
      let right = item.right.first(where: { $0.id.lowercased() == names.1 })
    else { return nil }
    return (left, right)
  }

  /// Grades an order, written `c, a, b`: the share of neighbours that follow each other rightly.
  func order(_ item: OrderItem, _ text: String) -> QuestionMarking {
    guard case .order(let right) = entry.answer else {
      return outcome(.missing, "There is no answer yet.")
    }
    let known = item.things.map(\.id)
    let given: [String]
    switch identifiers(in: text, known: known) {
    case .success(let ids): given = ids
    case .failure(let fault): return outcome(.unreadable, fault.message)
    }
    guard given.count == known.count, Set(given).count == known.count else {
      return outcome(
        .unreadable, "Write each of \(known.joined(separator: ", ")) once, \(item.sense).")
    }
    if given == right { return outcome(.right, credit: 1, "Right.") }
    if given == right.reversed() {
      return outcome(
        .partial, credit: 0.25, mistake: "reversed",
        "This is the order backwards: write it \(item.sense).")
    }
    let followers = Dictionary(uniqueKeysWithValues: zip(right, right.dropFirst()))
    let hits = zip(given, given.dropFirst()).filter { followers[$0] == $1 }.count
    let credit = Double(hits) / Double(right.count) / 2
    return outcome(
      hits > 0 ? .partial : .wrong, credit: credit,
      hits > 0
        ? "\(hits) of \(right.count - 1) neighbours stand rightly behind each other."
        : "No two stand rightly behind each other.")
  }

  private struct Unreadable: Error {
    let message: String
  }

  /// The identifiers in a text, split at commas, semicolons, spaces and brackets, as in `a)`; upper and lower
  /// case are alike, and an `and` between two is none.
  private func identifiers(
    in text: String, known: [String]
  ) -> Result<[String], Unreadable> {
    var found: [String] = []
    for word in text.split(whereSeparator: { ",;.()>→&".contains($0) || $0.isWhitespace })
    where word.lowercased() != "and" {
      guard let id = known.first(where: { $0.lowercased() == word.lowercased() }) else {
        return .failure(
          Unreadable(message: "'\(word)' is none of \(known.joined(separator: ", "))."))
      }
      found.append(id)
    }
    return .success(found)
  }
}
