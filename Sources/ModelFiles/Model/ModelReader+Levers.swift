internal import UrbanMining
internal import Yams

// Levers of a circular economy, by name, in a scenario.
extension ModelReader {
  /// The changes that a list of levers makes.
  /// - Parameters:
  ///   - node: the list.
  ///   - model: the base; nil where it is not sound, so that only forms are checked.
  mutating func readLevers(_ node: Node, in model: SystemModel?) -> [Scenario.Change] {
    guard let sequence = node.sequence else {
      report(
        at: node,
        "'levers' is a list, each entry like { lever: collection, strength: 0.5, from: 2000 }")
      return []
    }
    var changes: [Scenario.Change] = []
    for entry in sequence {
      guard let lever = lever(entry), let model else { continue }
      do throws(LeverFault) {
        changes += try lever.changes(in: model)
      } catch {
        report(at: entry, error.description, hint: error.hint)
      }
    }
    return changes
  }

  private mutating func lever(_ node: Node) -> Lever? {
    let fields = fields(
      of: node, in: "a lever",
      known: ["lever", "strength", "of", "from", "until", "transition", "note"],
      required: ["lever", "strength"])
    let kind = fields["lever"].flatMap { choice($0, "'lever'", as: Lever.Kind.self) }
    let strength = fields["strength"].flatMap { number($0) }
    let elements = fields["of"].map { node in
      node.sequence == nil ? text(node, "'of'").map { [$0] } ?? [] : texts(node, "'of'")
    }
    let path = changePath(fields)
    guard let kind, let strength, let path else { return nil }
    do throws(LeverFault) {
      return try Lever(kind, strength: strength, path: path, of: elements ?? [])
    } catch {
      report(at: fields["strength"] ?? node, error.description)
      return nil
    }
  }
}

extension LeverFault {
  /// The name that was probably meant.
  fileprivate var hint: String? {
    guard case .unknownElement(let element, let known) = self, !known.isEmpty else { return nil }
    return Suggestion.hint(for: element, in: known)
      ?? "the elements are \(known.joined(separator: ", "))"
  }
}
