internal import UrbanMining
internal import Yams

// What the numbers of an entry of `data` measure, and whether that fits where they are used.
extension ModelReader {
  /// What numbers measure.
  enum Quantity: Hashable {
    /// An amount in the unit of the model, a mass or a count as that is; per year where the file says so.
    case amount(isPerYear: Bool)
    /// An amount of the other kind: items in a model of mass, a mass in a model of items.
    case other(isPerYear: Bool)
    /// Not said: a share, or an amount in the unit of the model.
    case unsaid

    var isAmount: Bool { if case .amount = self { true } else { false } }
  }

  /// What a place in the model needs.
  enum Use {
    case share, amountPerYear, stock
  }

  /// The numbers in the unit of the model, and what they measure.
  ///
  /// `unit` is a unit of mass or a count, `t`, `t/yr` or `items`. Items become a mass by the `content` of one, and
  /// a mass becomes items where these are what the model counts. `times` multiplies by another entry.
  mutating func quantity(
    _ parameter: Parameter, _ fields: [String: Node]
  ) -> (Parameter, Quantity)? {
    guard let (own, quantity) = measured(parameter, fields["unit"]) else { return nil }
    var (result, what) = (own, quantity)
    if let node = fields["content"] {
      guard case .other(let isPerYear) = quantity else {
        report(
          at: node,
          unit.isCount
            ? "'content' is the mass of one item: it needs a 'unit' of mass, since the model counts items"
            : "'content' is the mass of one item: it needs 'unit: items'")
        return nil
      }
      guard let content = content(node) else { return nil }
      result = product(result, content)
      what = .amount(isPerYear: isPerYear)
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
      if what.isAmount, factor.isAmount {
        let kind = unit.isCount ? "a number of items" : "a mass"
        report(at: node, "both are \(kind): their product is not")
        return nil
      }
      result = product(result, other.parameter)
      what = joined(what, factor)
    }
    return (result, what)
  }

  /// A fault where the entry of `data` that a node names measures what does not belong there.
  mutating func check(_ name: String, isUsedAs use: Use, at node: Node) {
    let mass = "is a mass"
    let items = "counts items"
    let (own, other) = unit.isCount ? (items, mass) : (mass, items)
    switch (quantities[name] ?? .unsaid, use) {
    case (.unsaid, _), (.amount, .amountPerYear), (.amount(isPerYear: false), .stock): break
    case (.amount, .share): report(at: node, "'\(name)' \(own), and a share has no unit")
    case (.amount, .stock): report(at: node, "'\(name)' is per year, and a stock is not")
    case (.other, .share): report(at: node, "'\(name)' \(other), and a share has no unit")
    case (.other, _):
      report(
        at: node, "'\(name)' \(other), and the model is in \(unit.rawValue)",
        hint: "'content: { value: 1.2, unit: t }' beside it says the mass of one item")
    }
  }

  private func joined(_ first: Quantity, _ second: Quantity) -> Quantity {
    switch (first, second) {
    case (.amount, _), (_, .unsaid): first
    case (_, .amount): second
    case (.other, .other), (.unsaid, .other): second
    }
  }

  /// Numbers in the unit of the model, or of another kind in kilograms or items.
  private mutating func measured(
    _ parameter: Parameter, _ node: Node?
  ) -> (Parameter, Quantity)? {
    guard let node else { return (parameter, .unsaid) }
    guard let text = text(node, "'unit'") else { return nil }
    let isPerYear = text.hasSuffix("/yr")
    let word = isPerYear ? String(text.dropLast(3)) : text
    guard let from = MassUnit(rawValue: word.trimmed) else {
      let known = MassUnit.allCases.map(\.rawValue)
      report(
        at: node, "a unit can't be '\(text)'",
        hint: Suggestion.hint(for: word, in: known)
          ?? "it is one of \(known.joined(separator: ", ")), each also per year, like t/yr")
      return nil
    }
    guard from.isCount == unit.isCount else {
      let plain = from.isCount ? MassUnit.item : .kilogram
      let cells = parameter.cells.map { $0.map { from.convert($0, to: plain) } }
      return (
        Parameter(dimensions: parameter.dimensions, cells: cells), .other(isPerYear: isPerYear)
      )
    }
    return (converted(parameter, from: from), .amount(isPerYear: isPerYear))
  }

  /// `{ value: 1.2, unit: t }`: the mass of one item in the unit of the model; how many items a kilogram is, where
  /// the model counts them.
  private mutating func content(_ node: Node) -> Parameter? {
    let fields = fields(
      of: node, in: "'content'", known: ["value", "unit", "source", "assumption", "note"],
      required: ["value", "unit"])
    guard let value = fields["value"], let unit = fields["unit"], let from = massUnit(unit),
      let parameter = parameter(value)
    else { return nil }
    guard !from.isCount else {
      report(at: unit, "the 'content' of an item is a mass, not '\(from.rawValue)'")
      return nil
    }
    guard parameter.cells.allSatisfy({ $0.allSatisfy { $0 > 0 && $0.isFinite } }) else {
      report(at: value, "an item has a mass above 0")
      return nil
    }
    let own = self.unit
    guard own.isCount else { return converted(parameter, from: from) }
    let cells = parameter.cells.map { series in
      series.map { MassUnit.item.convert(1 / from.convert($0, to: .kilogram), to: own) }
    }
    return Parameter(dimensions: parameter.dimensions, cells: cells)
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
