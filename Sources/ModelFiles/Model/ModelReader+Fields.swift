internal import UrbanMining
internal import Yams

// The small pieces of a model file: keys, texts, numbers, years, units.
extension ModelReader {
  /// The values of a mapping by key; unknown and missing keys are faults.
  mutating func fields(
    of node: Node, in what: String, known: [String], required: [String] = []
  ) -> [String: Node] {
    // `refining:` with nothing behind it has no keys, as `refining: {}`.
    if node.null != nil && required.isEmpty { return [:] }
    guard let mapping = node.mapping else {
      report(at: node, "\(what) is a list of keys with values")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, known.contains(name) else {
        let name = key.string ?? ""
        let isDecimal = !name.isEmpty && name.allSatisfy(\.isNumber)
        report(
          at: key, "'\(name)' is not a key of \(what)",
          hint: isDecimal
            ? "a comma is not a decimal sign: a fraction is written like 0.5"
            : Suggestion.hint(for: name, in: known)
              ?? "the keys are \(known.joined(separator: ", "))")
        continue
      }
      fields[name] = value
    }
    for name in required where fields[name] == nil {
      report(at: node, "\(what) needs the key '\(name)'")
    }
    return fields
  }

  typealias Entry = (name: String, key: Node, value: Node)

  /// The entries of a mapping in the order of the file; none where there is no mapping.
  mutating func entries(of node: Node?, in what: String) -> [Entry] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      report(at: node, "\(what) is a list of names with values")
      return []
    }
    return mapping.compactMap { key, value in key.string.map { ($0, key, value) } }
  }

  mutating func text(_ node: Node, _ what: String) -> String? {
    guard let text = node.scalar?.string, !text.isEmpty else {
      report(at: node, "\(what) is a text")
      return nil
    }
    return text.trimmed
  }

  mutating func texts(_ node: Node, _ what: String) -> [String] {
    guard let sequence = node.sequence else {
      report(at: node, "\(what) is a list, like [first, second]")
      return []
    }
    return sequence.compactMap { text($0, "an entry of \(what)") }
  }

  /// A choice among words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, _ what: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    guard let text = text(node, what) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      report(
        at: node, "\(what) can't be '\(text)'",
        hint: Suggestion.hint(for: text, in: known)
          ?? (known.count == 1
            ? "it can only be '\(known[0])'" : "it is one of \(known.joined(separator: ", "))"))
      return nil
    }
    return choice
  }

  mutating func flag(_ node: Node, _ what: String) -> Bool {
    guard let flag = node.bool else {
      report(at: node, "\(what) is true or false")
      return false
    }
    return flag
  }

  /// Where a number comes from, out of the keys `source` and `assumption`.
  mutating func provenance(
    _ fields: [String: Node], prefix: String = "", table: String? = nil
  ) -> Provenance {
    Provenance(
      table: table,
      source: fields[prefix + "source"].flatMap { text($0, "'\(prefix)source'") },
      assumption: fields[prefix + "assumption"].flatMap { text($0, "'\(prefix)assumption'") })
  }

  mutating func timeAxis(_ node: Node?) -> TimeAxis? {
    guard let node else { return nil }
    let parts = (node.scalar?.string ?? "").split { $0 == "-" || $0 == "–" }.map {
      Int($0.filter { $0 != " " })
    }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1]
    else {
      report(at: node, "'years' is written with its first and last year, like 1900-2020")
      return nil
    }
    guard first <= last else {
      report(at: node, "the years end (\(last)) before they begin (\(first))")
      return nil
    }
    guard last - first < 100_000 else {
      report(at: node, "a model has at most 100,000 years, not \(first) to \(last)")
      return nil
    }
    return TimeAxis(years: first...last)
  }

  mutating func massUnit(_ node: Node) -> MassUnit? {
    choice(node, "a unit", as: MassUnit.self)
  }

  mutating func inflowTiming(_ node: Node) -> InflowTiming? {
    guard let text = text(node, "'inflow_at'") else { return nil }
    guard let timing = InflowTiming(text) else {
      report(at: node, "'inflow_at' can't be '\(text)'", hint: "it is \(InflowTiming.forms)")
      return nil
    }
    return timing
  }

  mutating func header(_ top: [String: Node]) -> SystemModel.Header {
    let name = top["model"].flatMap { text($0, "'model'") } ?? ""
    if let node = top["model"],
      !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    {
      report(at: node, "'model' is an identifier: lower-case letters, digits and hyphens")
    }
    var labels: [String: String] = [:]
    for entry in entries(of: top["labels"], in: "'labels'") {
      labels[entry.name] = text(entry.value, "a label")
    }
    return SystemModel.Header(
      name: name, title: top["title"].flatMap { text($0, "'title'") },
      material: top["material"].flatMap { text($0, "'material'") },
      description: top["description"].flatMap { text($0, "'description'") }, unit: unit,
      labels: labels)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
  }
}
