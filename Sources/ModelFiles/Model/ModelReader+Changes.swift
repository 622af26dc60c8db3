internal import UrbanMining
internal import Yams

/// What a scenario can do to numbers, in the order in which it is done.
enum ChangeOperation: String, CaseIterable {
  case set, scale, add
}

// Single changes of scenarios, and those written as KEY=VALUE.
extension ModelReader {
  private static let changeKeys = ["to", "from", "until", "transition", "rebalance", "note"]

  /// A change: a plain value, or one that comes about over time: `{ from: 2025, until: 2050, to: 1.25 }`.
  mutating func change(
    _ operation: ChangeOperation, _ target: ChangeTarget, _ node: Node,
    _ rebalance: Scenario.Rebalance?
  ) -> Scenario.Change? {
    guard isTimed(node) else {
      return value(operation, target, node).map {
        Scenario.Change(target: target, value: $0, rebalance: rebalance)
      }
    }
    let fields = fields(
      of: node, in: "a change over time", known: ModelReader.changeKeys, required: ["to"])
    let path = changePath(fields)
    let own = fields["rebalance"].flatMap {
      choice($0, "'rebalance'", as: Scenario.Rebalance.self)
    }
    guard let to = fields["to"], let value = value(operation, target, to), let path else {
      return nil
    }
    return Scenario.Change(target: target, value: value, path: path, rebalance: own ?? rebalance)
  }

  /// Whether a value is written with its years; elements of dimensions may have the same names.
  private func isTimed(_ node: Node) -> Bool {
    let keys = node.mapping?.compactMap(\.key.string) ?? []
    let words = Set(ModelReader.changeKeys).subtracting(dimensions.flatMap(\.elements))
    return keys.contains(where: words.contains)
  }

  private mutating func value(
    _ operation: ChangeOperation, _ target: ChangeTarget, _ node: Node
  ) -> Scenario.Value? {
    switch operation {
    case .set where target.isLifetime:
      let open = dimensions.filter { target.dimensions.contains($0.name) }
      return lifetimes(node, places: target.places, dimensions: open).map { .lifetimes($0) }
    case .set: return operand(node, target).map { .numbers($0) }
    case .scale where node.scalar != nil: return number(node).map { .factor($0) }
    case .scale: return operand(node, target).map { .factors($0) }
    case .add: return operand(node, target).map { .added($0) }
    }
  }

  /// Numbers over dimensions that the key leaves open.
  private mutating func operand(_ node: Node, _ target: ChangeTarget) -> Parameter? {
    guard let parameter = parameter(node) else { return nil }
    for name in parameter.dimensions where !target.dimensions.contains(name) {
      report(at: node, "the key leaves no '\(name)' open, over which its value could vary")
      return nil
    }
    return parameter
  }

  /// The years of a change: `from`, `until` and `transition`; nil after a fault.
  mutating func changePath(_ fields: [String: Node]) -> ChangePath? {
    let known = faults.count
    let from = fields["from"].flatMap { number($0) }
    let until = fields["until"].flatMap { number($0) }
    let transition = fields["transition"].flatMap {
      choice($0, "'transition'", as: Interpolation.self)
    }
    guard faults.count == known else { return nil }
    guard let from, let fromNode = fields["from"] else {
      if let node = fields["until"] ?? fields["transition"] {
        report(at: node, "a change over time says with 'from' in which year it begins")
        return nil
      }
      return .always
    }
    if hasYears, let last = time.labels.last, from > last {
      report(
        at: fromNode,
        "the change would begin in \(plainNumber(from)), after the last year of the model, "
          + time.label(of: time.count - 1))
      return nil
    }
    guard let until else {
      if let node = fields["transition"], let transition, transition != .step {
        report(
          at: node, "a \(transition.rawValue) change says with 'until' in which year it is complete"
        )
        return nil
      }
      return .step(from: from)
    }
    do throws(ChangePathError) {
      return try .passage(from: from, until: until, transition ?? .linear)
    } catch {
      report(at: fields["until"] ?? fromNode, error.description)
      return nil
    }
  }

  /// What the key of an entry names.
  mutating func target(of entry: Entry, _ keys: ModelKeys) -> ChangeTarget? {
    let mark = entry.key.mark
    return target(entry.name, line: mark?.line ?? 1, column: mark?.column ?? 1, keys)
  }

  private mutating func target(
    _ key: String, line: Int, column: Int, _ keys: ModelKeys
  ) -> ChangeTarget? {
    do throws(UnknownKey) {
      return try keys.target(of: key)
    } catch {
      // An entry of 'data' that could not be read has a fault of its own.
      guard places[.input(error.part)] == nil else { return nil }
      // Neither is a part of a flow or an element told where that could not be read.
      let isElement = !error.key.hasPrefix(error.part)
      guard !isElement || brokenDimensions.isEmpty,
        !brokenFlows.contains(where: { key.hasPrefix($0 + ".") })
      else { return nil }
      report(
        line: line, column: column, error.description,
        hint: Suggestion.hint(for: error.part, in: error.known))
      return nil
    }
  }

  /// The change that `KEY=VALUE` stands for.
  mutating func change(written text: String, in model: SystemModel) -> Scenario.Change? {
    guard let sign = text.firstIndex(of: "=") else {
      report(line: 1, column: 1, "a setting is written KEY=VALUE")
      return nil
    }
    let key = String(text[..<sign]).trimmed
    let start = text.index(after: sign)
    guard let target = target(key, line: 1, column: 1, ModelKeys(of: model)) else { return nil }
    // Spaces in place of the key, so that marks count columns in the whole text.
    let padding = String(repeating: " ", count: text.unicodeScalars.prefix(upTo: start).count)
    guard let value = value(of: String(text[start...]), after: padding, for: target) else {
      report(line: 1, column: padding.count + 1, "a value is expected after '='")
      return nil
    }
    return change(.set, target, value, nil)
  }

  /// The value behind `=`. A lifetime needs no quotes there, as `fixed(years: 20)` would in a file.
  private func value(of text: String, after padding: String, for target: ChangeTarget) -> Node? {
    let trimmed = text.trimmed
    let isPlain = trimmed.first.map { !"{'\"".contains($0) } ?? false
    guard target.isLifetime, isPlain else { return try? Yams.compose(yaml: padding + text) }
    // The quote takes the place of the equals sign.
    return try? Yams.compose(yaml: padding.dropLast() + "'\(text)'")
  }
}
