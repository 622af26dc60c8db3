internal import UrbanMining
internal import Yams

// The part `scenarios`, and single changes written as KEY=VALUE.
extension ModelReader {
  mutating func readScenarios(_ node: Node, of model: SystemModel) -> [Scenario] {
    entries(of: node, in: "'scenarios'").map { name, key, value in
      let known = faults.count
      let fields = fields(of: value, in: "a scenario", known: ["title", "set", "scale", "note"])
      var changes: [Scenario.Change] = []
      for entry in entries(of: fields["set"], in: "'set'") {
        guard let target = target(of: entry, in: model) else { continue }
        if let change = change(of: target, to: entry.value, in: model) { changes.append(change) }
      }
      for entry in entries(of: fields["scale"], in: "'scale'") {
        guard let target = target(of: entry, in: model),
          let factor = number(entry.value)
        else { continue }
        changes.append(.init(target: target, value: .factor(factor)))
      }
      let scenario = Scenario(
        name: name, title: fields["title"].flatMap { text($0, "'title'") }, changes: changes)
      if faults.count == known { check(scenario, of: model, at: key) }
      return scenario
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
    guard let target = target(key, line: 1, column: 1, in: model) else { return nil }
    // Spaces in place of the key, so that marks count columns in the whole text.
    let padding = String(repeating: " ", count: text.unicodeScalars.prefix(upTo: start).count)
    guard let value = value(of: String(text[start...]), after: padding, for: target) else {
      report(line: 1, column: padding.count + 1, "a value is expected after '='")
      return nil
    }
    return change(of: target, to: value, in: model)
  }

  /// The value behind `=`. A lifetime needs no quotes there, as `fixed(years: 20)` would in a file.
  private func value(of text: String, after padding: String, for target: ChangeTarget) -> Node? {
    let trimmed = text.trimmed
    let isPlain = trimmed.first.map { !"{'\"".contains($0) } ?? false
    guard target.isLifetime, isPlain else { return try? Yams.compose(yaml: padding + text) }
    // The quote takes the place of the equals sign.
    return try? Yams.compose(yaml: padding.dropLast() + "'\(text)'")
  }

  private mutating func target(
    _ key: String, line: Int, column: Int, in model: SystemModel
  ) -> ChangeTarget? {
    do throws(UnknownKey) {
      return try model.target(of: key)
    } catch {
      // An entry of 'data' that could not be read has a fault of its own.
      guard places[.input(error.part)] == nil else { return nil }
      report(
        line: line, column: column, error.description,
        hint: Suggestion.hint(for: error.part, in: error.known))
      return nil
    }
  }

  private mutating func target(of entry: Entry, in model: SystemModel) -> ChangeTarget? {
    let mark = entry.key.mark
    return target(entry.name, line: mark?.line ?? 1, column: mark?.column ?? 1, in: model)
  }

  private mutating func change(
    of target: ChangeTarget, to node: Node, in model: SystemModel
  ) -> Scenario.Change? {
    let open = model.dimensions.filter { target.dimensions.contains($0.name) }
    if target.isLifetime {
      return lifetimes(node, places: target.places, dimensions: open)
        .map { Scenario.Change(target: target, value: .lifetimes($0)) }
    }
    guard let parameter = parameter(node) else { return nil }
    for name in parameter.dimensions where !target.dimensions.contains(name) {
      report(at: node, "the key leaves no '\(name)' open, over which its value could vary")
      return nil
    }
    return Scenario.Change(target: target, value: .numbers(parameter))
  }

  private mutating func check(_ scenario: Scenario, of model: SystemModel, at node: Node) {
    do throws(SystemModelError) {
      let changed = try scenario.applied(to: model)
      do throws(SystemPlanError) {
        _ = try SystemPlan(changed)
      } catch {
        report(at: node, "with '\(scenario.name)': \(error)")
      }
    } catch {
      for fault in error.faults { report(at: node, "with '\(scenario.name)': \(fault.message)") }
    }
  }
}
