internal import UrbanMining
internal import Yams

// What the numbers of an entry of `data` measure, and whether that fits where they are used.
extension ModelReader {
  /// What numbers measure.
  enum Quantity: Hashable {
    /// A mass, in the unit of the model; per year where the file says so.
    case mass(isPerYear: Bool)
    /// A number of things.
    case items
    /// Not said: a share, or a mass in the unit of the model.
    case unsaid
  }

  /// What a place in the model needs.
  enum Use {
    case share, amountPerYear, stock
  }

  /// The numbers in the unit of the model, and what they measure.
  ///
  /// `unit` is a unit of mass, `t` or `t/yr`, or `items`. Items become a mass by the `content` of one. `times`
  /// multiplies by another entry.
  mutating func quantity(
    _ parameter: Parameter, _ fields: [String: Node], _ inherited: Quantity? = nil
  ) -> (Parameter, Quantity)? {
    guard let (own, said) = measured(parameter, fields["unit"]) else { return nil }
    let quantity = inherited ?? said
    var (result, what) = (own, quantity)
    if let node = fields["content"] {
      guard quantity == .items else {
        report(at: node, "'content' is the mass of one item: it needs 'unit: items'")
        return nil
      }
      guard let content = content(node) else { return nil }
      result = product(result, content)
      what = .mass(isPerYear: false)
    }
    if let node = fields["times"] {
      guard let name = text(node, "'times'") else { return nil }
      guard let other = inputs.first(where: { $0.name == name }) else {
        report(
          at: node, "there is no data '\(name)' above",
          hint: Suggestion.hint(for: name, in: inputs.map(\.name)))
        return nil
      }
      let factor = quantities[name] ?? .unsaid
      if case (.mass, .mass) = (what, factor) {
        report(at: node, "both are a mass: their product is not")
        return nil
      }
      result = product(result, other.parameter)
      what = joined(what, factor)
    }
    return (result, what)
  }

  /// A fault where the entry of `data` that a node names measures what does not belong there.
  mutating func check(_ name: String, isUsedAs use: Use, at node: Node) {
    switch (quantities[name] ?? .unsaid, use) {
    case (.unsaid, _), (.mass, .amountPerYear), (.mass(isPerYear: false), .stock): break
    case (.mass, .share): report(at: node, "'\(name)' is a mass, and a share has no unit")
    case (.mass, .stock): report(at: node, "'\(name)' is per year, and a stock is not")
    case (.items, .share): report(at: node, "'\(name)' counts items, and a share has no unit")
    case (.items, _):
      report(
        at: node, "'\(name)' counts items, and the model is in \(unit.rawValue)",
        hint: "'content: { value: 1.2, unit: t }' beside it says the mass of one item")
    }
  }

  private func joined(_ first: Quantity, _ second: Quantity) -> Quantity {
    switch (first, second) {
    case (.mass, _), (_, .unsaid): first
    case (_, .mass): second
    case (.items, .items), (.unsaid, .items): .items
    }
  }

  /// Numbers in the unit of the model.
  private mutating func measured(_ parameter: Parameter, _ node: Node?) -> (Parameter, Quantity)? {
    guard let node else { return (parameter, .unsaid) }
    guard let text = text(node, "'unit'") else { return nil }
    if text == "items" { return (parameter, .items) }
    let isPerYear = text.hasSuffix("/yr")
    let word = isPerYear ? String(text.dropLast(3)) : text
    guard let from = MassUnit(rawValue: word.trimmed) else {
      let known = MassUnit.allCases.map(\.rawValue)
      report(
        at: node, "a unit of mass can't be '\(text)'",
        hint: Suggestion.hint(for: word, in: known)
          ?? "it is one of \(known.joined(separator: ", ")), each also per year, like t/yr; or items"
      )
      return nil
    }
    return (converted(parameter, from: from), .mass(isPerYear: isPerYear))
  }

  /// `{ value: 1.2, unit: t }`: the mass of one item.
  private mutating func content(_ node: Node) -> Parameter? {
    let fields = fields(
      of: node, in: "'content'", known: ["value", "unit", "source", "assumption", "note"],
      required: ["value", "unit"])
    guard let value = fields["value"], let unit = fields["unit"], let from = massUnit(unit),
      let parameter = parameter(value)
    else { return nil }
    return converted(parameter, from: from)
  }

  private func converted(_ parameter: Parameter, from: MassUnit) -> Parameter {
    Parameter(
      dimensions: parameter.dimensions,
      cells: parameter.cells.map { $0.map { from.convert($0, to: unit) } })
  }

  /// Cell by cell, over the dimensions of both.
  private func product(_ first: Parameter, _ second: Parameter) -> Parameter {
    let own = dimensions.filter {
      first.dimensions.contains($0.name) || second.dimensions.contains($0.name)
    }
    let space = CellSpace(own)
    func series(_ parameter: Parameter, _ elements: [String]) -> [Double] {
      let narrow = CellSpace(own.filter { parameter.dimensions.contains($0.name) })
      let picked = zip(own, elements).filter { parameter.dimensions.contains($0.0.name) }.map(\.1)
      return parameter.cells[narrow.cell(of: picked) ?? 0]
    }
    return Parameter(
      dimensions: own.map(\.name),
      cells: (0..<space.count).map { cell in
        let elements = space.elements(of: cell)
        return zip(series(first, elements), series(second, elements)).map { $0 * $1 }
      })
  }
}
