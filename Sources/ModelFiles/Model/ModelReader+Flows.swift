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
      let known = faults.count
      guard let flow = flow(entry) else { continue }
      flows.append(flow)
      flowEnds.append((flow.from, flow.to))
      if faults.count > known { brokenFlows.insert(flow.key) }
    }
    return flows
  }

  private static let rules = ["given", "share", "share_of_rest", "remainder", "input", "fill"]

  private mutating func flow(_ node: Node) -> SystemModel.Flow? {
    let fields = fields(
      of: node, in: "a flow",
      known: ["from", "to"] + ModelReader.rules + [
        "at_most", "only", "across", "role", "name", "source", "assumption", "note",
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
    let known = faults.count
    let only = readOnly(fields["only"])
    let across = readAcross(fields["across"])
    // The numbers of a flow that is confined to some elements need not tell of the others.
    let whole = dimensions
    dimensions = dimensions.map { dimension in
      only?[dimension.name].map { elements in
        Dimension(
          name: dimension.name, elements: dimension.elements.filter { elements.contains($0) })
      } ?? dimension
    }
    let rule = rule(fields, at: node)
    let limit = fields["at_most"].flatMap { readLimit($0) }
    dimensions = whole
    let role = fields["role"].flatMap { choice($0, "'role'", as: SystemModel.Role.self) }
    let ownName = fields["name"].flatMap { name($0) }
    guard faults.count == known, let only, let across else {
      // A stand-in without numbers, so that nothing is said of what its processes pass on.
      return SystemModel.Flow(from: from, to: to, .given(.input("")), role: role, name: ownName)
    }
    return SystemModel.Flow(
      from: from, to: to, widened(rule, only), atMost: limit.map { widened($0, only) }, only: only,
      across: across, role: role, name: ownName, provenance: provenance(fields))
  }

  private mutating func rule(
    _ fields: [String: Node], at node: Node
  ) -> SystemModel.Flow.Rule {
    let given = ModelReader.rules.filter { fields[$0] != nil }
    if given.count > 1 {
      report(at: node, "a flow can't be \(given.joined(separator: " and ")) at once")
      return .given(.input(""))
    }
    guard let name = given.first, let value = fields[name] else { return .remainder }
    switch name {
    case "given": return .given(values(value, .amountPerYear) ?? .input(""))
    case "share": return .share(values(value, .share) ?? .input(""))
    case "share_of_rest": return .shareOfRest(values(value, .share) ?? .input(""))
    case "input": return .input(values(value, .share) ?? .input(""))
    case "fill": return .fill(priority: priority(value))
    default:
      if !flag(value, "'remainder'") {
        report(at: value, "a flow is 'given', a 'share' or the 'remainder'")
      }
      return .remainder
    }
  }

  /// `fill: true`, or a number that says when it is its turn.
  private mutating func priority(_ node: Node) -> Int {
    if let number = node.int, number > 0 { return number }
    if node.bool != true {
      report(at: node, "'fill' is true, or a number from 1 on: which flow comes first, second, …")
    }
    return 1
  }

  private mutating func readLimit(_ node: Node) -> SystemModel.Flow.Limit? {
    node.scalar?.string == "available"
      ? .available : values(node, .amountPerYear).map { .amount($0) }
  }

  /// `only: { end_use: [transport] }`; nil where a dimension could not be read.
  private mutating func readOnly(_ node: Node?) -> [String: [String]]? {
    var only: [String: [String]] = [:]
    var isWhole = true
    for entry in entries(of: node, in: "'only'") {
      guard let dimension = dimension(entry.name, at: entry.key) else {
        isWhole = false
        continue
      }
      let known = faults.count
      let elements = texts(entry.value, "the elements of '\(entry.name)'")
      for (index, element) in elements.enumerated() {
        if elements[..<index].contains(element) {
          report(at: entry.value, "'only' lists '\(element)' twice")
        } else {
          _ = isElement(element, of: dimension, at: entry.value.sequence?[index] ?? entry.value)
        }
      }
      if elements.isEmpty, faults.count == known {
        report(at: entry.value, "a flow that is confined to no element of '\(entry.name)' is none")
      }
      only[entry.name] = elements
    }
    return isWhole ? only : nil
  }

  /// `across: { region: destination }`; nil where a dimension could not be read.
  private mutating func readAcross(_ node: Node?) -> [String: String]? {
    var across: [String: String] = [:]
    var isWhole = true
    for entry in entries(of: node, in: "'across'") {
      let name = text(entry.value, "the other name of '\(entry.name)'")
      let found = [
        dimension(entry.name, at: entry.key), name.flatMap { dimension($0, at: entry.value) },
      ]
      if found.contains(nil) { isWhole = false }
      across[entry.name] = name ?? ""
    }
    return isWhole ? across : nil
  }

  /// A dimension by its name, with a fault where there is none.
  private mutating func dimension(_ name: String, at node: Node) -> Dimension? {
    if let dimension = dimensions.first(where: { $0.name == name }) { return dimension }
    if !brokenDimensions.contains(name) {
      let known = dimensions.map(\.name)
      report(
        at: node, "there is no dimension '\(name)'",
        hint: Suggestion.hint(for: name, in: known)
          ?? (known.isEmpty ? nil : "the dimensions are \(known.joined(separator: ", "))"))
    }
    return nil
  }

  private mutating func name(_ node: Node) -> String? {
    guard let name = text(node, "'name'") else { return nil }
    if name.contains(".") { report(at: node, "a name holds no '.', which joins names to keys") }
    return name
  }

  /// A number or map in place, or the name of an entry of `data`.
  private mutating func values(_ node: Node, _ use: Use) -> SystemModel.Values? {
    if let text = node.scalar?.string, text.first?.isLetter == true {
      check(text, isUsedAs: use, at: node)
      return .input(text)
    }
    return parameter(node).map { .inline($0) }
  }

  /// Numbers over some elements as numbers over all, zero for those that the flow does not have.
  private func widened(
    _ rule: SystemModel.Flow.Rule, _ only: [String: [String]]
  ) -> SystemModel.Flow.Rule {
    switch rule {
    case .given(let values): .given(widened(values, only))
    case .share(let values): .share(widened(values, only))
    case .shareOfRest(let values): .shareOfRest(widened(values, only))
    case .input(let values): .input(widened(values, only))
    case .remainder, .fill: rule
    }
  }

  private func widened(
    _ limit: SystemModel.Flow.Limit, _ only: [String: [String]]
  ) -> SystemModel.Flow.Limit {
    if case .amount(let values) = limit { .amount(widened(values, only)) } else { limit }
  }

  private func widened(
    _ values: SystemModel.Values, _ only: [String: [String]]
  ) -> SystemModel.Values {
    guard case .inline(let parameter) = values, !only.isEmpty else { return values }
    let own = dimensions.filter { parameter.dimensions.contains($0.name) }
    let whole = CellSpace(own)
    let part = CellSpace(
      own.map { dimension in
        only[dimension.name].map { elements in
          Dimension(
            name: dimension.name, elements: dimension.elements.filter { elements.contains($0) })
        } ?? dimension
      })
    let none = [Double](repeating: 0, count: time.count)
    return .inline(
      Parameter(
        dimensions: parameter.dimensions,
        cells: (0..<whole.count).map { cell in
          part.cell(of: whole.elements(of: cell)).map { parameter.cells[$0] } ?? none
        }))
  }
}
