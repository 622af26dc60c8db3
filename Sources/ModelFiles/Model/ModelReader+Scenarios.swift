internal import UrbanMining
internal import Yams

// The part `scenarios`, and single changes written as KEY=VALUE.
extension ModelReader {
  mutating func readScenarios(_ node: Node, of model: SystemModel) -> [Scenario] {
    entries(of: node, in: "'scenarios'").map { name, key, value in
      let fields = fields(of: value, in: "a scenario", known: ["title", "set", "scale", "note"])
      var changes: [Scenario.Change] = []
      for entry in entries(of: fields["set"], in: "'set'") {
        guard let target = target(entry.name, at: entry.key, in: model) else { continue }
        if let change = change(of: target, to: entry.value, in: model) { changes.append(change) }
      }
      for entry in entries(of: fields["scale"], in: "'scale'") {
        guard let target = target(entry.name, at: entry.key, in: model),
          let factor = number(entry.value)
        else { continue }
        changes.append(.init(target: target, value: .factor(factor)))
      }
      let scenario = Scenario(
        name: name, title: fields["title"].flatMap { text($0, "'title'") }, changes: changes)
      if faults.isEmpty { check(scenario, of: model, at: key) }
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
    guard let value = try? Yams.compose(yaml: String(text[text.index(after: sign)...])) else {
      report(line: 1, column: key.count + 2, "a value is expected after '='")
      return nil
    }
    guard let target = target(key, at: value, in: model) else { return nil }
    guard let change = change(of: target, to: value, in: model) else { return nil }
    check(Scenario(name: text, changes: [change]), of: model, at: value)
    return change
  }

  private mutating func target(
    _ key: String, at node: Node, in model: SystemModel
  ) -> ChangeTarget? {
    do throws(UnknownKey) {
      return try model.target(of: key)
    } catch {
      report(
        at: node, error.description, hint: Suggestion.hint(for: error.part, in: error.known))
      return nil
    }
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
