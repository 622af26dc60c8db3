internal import UrbanMining
internal import Yams

// The part `scenarios`: named sets of changes and levers that may build upon one another.
extension ModelReader {
  /// Reads all scenarios.
  /// - Parameters:
  ///   - node: the part `scenarios`.
  ///   - model: the base; nil where it is not sound, so that only names and forms are checked.
  ///   - keys: the parts of the model.
  mutating func readScenarios(
    _ node: Node, of model: SystemModel?, _ keys: ModelKeys
  ) -> [Scenario] {
    let names = entries(of: node, in: "'scenarios'").map(\.name)
    let written = entries(of: node, in: "'scenarios'").map { entry in
      writtenScenario(entry, among: names, of: model, keys)
    }
    var resolved: [String: Scenario] = [:]
    for scenario in written { resolve(scenario, among: written, [], &resolved) }
    return written.compactMap { own in
      guard let scenario = resolved[own.name] else { return nil }
      if let model, own.isWhole { check(scenario, of: model, at: own.key) }
      return scenario
    }
  }

  /// A scenario as it stands in the file, before it is joined with those that it extends.
  fileprivate struct Written {
    let name: String
    let key: Node
    let title: String?
    let parents: [(name: String, node: Node)]
    let changes: [Scenario.Change]
    /// Whether it could be read without a fault.
    let isWhole: Bool
  }

  private mutating func writtenScenario(
    _ entry: Entry, among names: [String], of model: SystemModel?, _ keys: ModelKeys
  ) -> Written {
    let known = faults.count
    let fields = fields(
      of: entry.value, in: "a scenario",
      known: ["title", "extends", "set", "scale", "add", "levers", "rebalance", "note"])
    let rebalance = fields["rebalance"].flatMap {
      choice($0, "'rebalance'", as: Scenario.Rebalance.self)
    }
    var changes: [Scenario.Change] = []
    for operation in ChangeOperation.allCases {
      let name = operation.rawValue
      for entry in entries(of: fields[name], in: "'\(name)'") {
        guard let target = target(of: entry, keys) else { continue }
        if let change = change(operation, target, entry.value, rebalance) { changes.append(change) }
      }
    }
    if let node = fields["levers"] { changes += readLevers(node, in: model) }
    let title = fields["title"].flatMap { text($0, "'title'") }
    let parents = fields["extends"].map { readParents($0, of: entry.name, among: names) } ?? []
    return Written(
      name: entry.name, key: entry.key, title: title, parents: parents, changes: changes,
      isWhole: faults.count == known)
  }

  /// One name or a list of names of scenarios that exist.
  private mutating func readParents(
    _ node: Node, of name: String, among names: [String]
  ) -> [(name: String, node: Node)] {
    let nodes = node.sequence.map { Array($0) } ?? [node]
    guard nodes.allSatisfy({ $0.scalar != nil }) else {
      report(at: node, "'extends' is the name of a scenario, or a list of names")
      return []
    }
    return nodes.compactMap { node in
      guard let parent = text(node, "'extends'") else { return nil }
      guard names.contains(parent) else {
        let others = names.filter { $0 != name }
        report(
          at: node, "there is no scenario '\(parent)' that '\(name)' could extend",
          hint: Suggestion.hint(for: parent, in: others)
            ?? (others.isEmpty ? nil : "there are \(others.joined(separator: ", "))"))
        return nil
      }
      return (parent, node)
    }
  }

  /// Joins a scenario with those that it extends; a circle of them is a fault.
  private mutating func resolve(
    _ own: Written, among all: [Written], _ path: [String], _ resolved: inout [String: Scenario]
  ) {
    guard resolved[own.name] == nil else { return }
    var parents: [Scenario] = []
    for (name, node) in own.parents {
      let way = path + [own.name]
      if let start = way.firstIndex(of: name) {
        let circle = (way[start...] + [name]).joined(separator: " → ")
        report(at: node, "a scenario can't extend itself: \(circle)")
        continue
      }
      guard let parent = all.first(where: { $0.name == name }) else { continue }
      resolve(parent, among: all, way, &resolved)
      if let scenario = resolved[name] { parents.append(scenario) }
    }
    resolved[own.name] = Scenario(
      name: own.name, title: own.title, extending: parents, changes: own.changes)
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
