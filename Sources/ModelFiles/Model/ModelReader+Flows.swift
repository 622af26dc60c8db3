internal import UrbanMining
internal import Yams

// The part `flows`: a list of what passes from where to where.
extension ModelReader {
  mutating func readFlows(_ node: Node) -> [SystemModel.Flow] {
    guard let sequence = node.sequence else {
      report(at: node, "'flows' is a list, each entry starting with a hyphen")
      return []
    }
    var flows: [SystemModel.Flow] = []
    for entry in sequence {
      places[.flow(flows.count)] = entry
      if let flow = flow(entry) { flows.append(flow) }
    }
    return flows
  }

  private mutating func flow(_ node: Node) -> SystemModel.Flow? {
    let fields = fields(
      of: node, in: "a flow",
      known: [
        "from", "to", "given", "share", "remainder", "role", "name", "source", "assumption", "note",
      ],
      required: ["from", "to"])
    // Where an end or the values can't be read, a flow without a name stands in for it, so that the
    // rest of the model is not taken to lack it.
    let from = fields["from"].flatMap { text($0, "'from'") } ?? ""
    let to = fields["to"].flatMap { text($0, "'to'") } ?? ""
    guard !(from.isEmpty && to.isEmpty) else {
      hasDoubtfulProcess = true
      return nil
    }
    let rules = ["given", "share", "remainder"].filter { fields[$0] != nil }
    if rules.count > 1 {
      report(at: node, "a flow can't be \(rules.joined(separator: " and ")) at once")
    }
    let rule: SystemModel.Flow.Rule
    if rules.count > 1 {
      rule = .given(.input(""))
    } else if let given = fields["given"] {
      rule = .given(values(given) ?? .input(""))
    } else if let share = fields["share"] {
      rule = .share(values(share) ?? .input(""))
    } else {
      if let node = fields["remainder"], !flag(node, "'remainder'") {
        report(at: node, "a flow is 'given', a 'share' or the 'remainder'")
      }
      rule = .remainder
    }
    return SystemModel.Flow(
      from: from, to: to, rule,
      role: fields["role"].flatMap { choice($0, "'role'", as: SystemModel.Role.self) },
      name: fields["name"].flatMap { name($0) }, provenance: provenance(fields))
  }

  private mutating func name(_ node: Node) -> String? {
    guard let name = text(node, "'name'") else { return nil }
    if name.contains(".") { report(at: node, "a name holds no '.', which joins names to keys") }
    return name
  }

  /// A number or map in place, or the name of an entry of `data`.
  private mutating func values(_ node: Node) -> SystemModel.Values? {
    if let text = node.scalar?.string, text.first?.isLetter == true { return .input(text) }
    return parameter(node).map { .inline($0) }
  }
}
