internal import UrbanMining
internal import Yams

// What a process is driven by, and what it holds at the start.
extension ModelReader {
  private enum DrivenBy: String, CaseIterable { case supply, demand }

  /// `driven_by`, `inflow`, `stock` and `stock_from` of a process.
  mutating func drive(
    _ fields: [String: Node], at key: Node
  ) -> (drive: SystemModel.Process.Drive, stockFrom: Int?) {
    let known = faults.count
    let inflow = fields["inflow"].flatMap { target($0, .amountPerYear) }
    let stock = fields["stock"].flatMap { target($0, .stock) }
    let from = fields["stock_from"].flatMap { year($0) }
    if faults.count > known { hasDoubtfulProcess = true }
    guard inflow != nil || stock != nil else {
      if let node = fields["stock_from"] {
        report(at: node, "'stock_from' says from which year on a 'stock' holds: give one")
      }
      guard let node = fields["driven_by"] else { return (.supply, nil) }
      // A word that can't be read was hardly meant for the default.
      let isSupply = choice(node, "'driven_by'", as: DrivenBy.self) == .supply
      return (isSupply ? .supply : .demand, nil)
    }
    if let node = fields["driven_by"] {
      report(at: node, "a process with an 'inflow' or a 'stock' to reach is driven by that")
    }
    guard let inflow, let stock else {
      if let node = fields["stock_from"] {
        report(at: node, "'stock_from' joins an 'inflow' before that year to a 'stock' after it")
      }
      return (.target(inflow: inflow, stock: stock), nil)
    }
    guard let from else {
      if fields["stock_from"] == nil {
        report(
          at: key, "only one of 'inflow' and 'stock' can hold at a time",
          hint: "say with 'stock_from: YEAR' from when on the stock holds")
      }
      return (.target(inflow: inflow, stock: nil), nil)
    }
    return (.target(inflow: inflow, stock: stock), from)
  }

  /// Numbers in place, or those of an entry of `data`.
  private mutating func target(_ node: Node, _ use: Use) -> SystemModel.Values? {
    if let text = node.scalar?.string, text.first?.isLetter == true {
      check(text, isUsedAs: use, at: node)
      return .input(text)
    }
    return parameter(node).map { .inline($0) }
  }

  /// The index of a period.
  private mutating func year(_ node: Node) -> Int? {
    guard let year = node.int, let index = time.index(ofYear: year) else {
      report(
        at: node,
        "'stock_from' is a year of the model, from \(time.label(of: 0)) to "
          + "\(time.label(of: time.count - 1))")
      return nil
    }
    return index
  }

  /// The numbers behind values, with a fault where no entry of `data` has the name.
  private mutating func parameter(of values: SystemModel.Values, at node: Node) -> Parameter? {
    guard case .input(let name) = values else {
      if case .inline(let own) = values { return own } else { return nil }
    }
    let found = inputs.first { $0.name == name }?.parameter
    // An entry of 'data' that could not be read has a fault of its own.
    if found == nil, places[.input(name)] == nil {
      report(
        at: node, "there is no data '\(name)'",
        hint: Suggestion.hint(for: name, in: inputs.map(\.name)))
    }
    return found
  }

  /// `initial_stock: 120`, `{ total: 120, growth: 0.02 }`, one of these for each element, or the name of an
  /// entry of `data`, of which the first year counts.
  mutating func initialStocks(_ node: Node, over own: [Dimension]) -> [InitialStock] {
    let space = CellSpace(own)
    if node.mapping?.contains(where: { $0.key.string == "total" }) == true {
      let fields = fields(of: node, in: "an initial stock", known: ["total", "growth"])
      let growth = fields["growth"].flatMap { number($0) } ?? 0
      return fields["total"].map { totals($0, growth: growth, space) } ?? []
    }
    return totals(node, growth: 0, space)
  }

  private mutating func totals(
    _ node: Node, growth: Double, _ space: CellSpace
  ) -> [InitialStock] {
    guard let values = target(node, .stock), let parameter = parameter(of: values, at: node) else {
      return []
    }
    let names = space.dimensions.map(\.name)
    guard Set(parameter.dimensions) == Set(names) else {
      report(
        at: node,
        names.isEmpty
          ? "this process holds one stock: give one number"
          : "an initial stock is given for each of \(names.joined(separator: ", "))")
      return []
    }
    if let bad = parameter.cells.lazy.map({ $0[0] }).first(where: { !($0 >= 0) }) {
      report(at: node, "an initial stock is zero or more, not \(bad)")
      return []
    }
    return parameter.cells.map { .total($0[0], growth: growth) }
  }
}
