internal import UrbanMining
internal import Yams

// What a process is driven by, and what it holds at the start.
extension ModelReader {
  private enum DrivenBy: String, CaseIterable { case supply, demand }

  /// `driven_by`, `inflow`, `stock` and `stock_from` of a process.
  mutating func drive(_ fields: [String: Node], at key: Node) -> SystemModel.Process.Drive {
    let known = faults.count
    let inflow = fields["inflow"].flatMap { target($0) }
    let stock = fields["stock"].flatMap { target($0) }
    let from = fields["stock_from"].flatMap { year($0) }
    if faults.count > known { hasDoubtfulProcess = true }
    guard inflow != nil || stock != nil else {
      if let node = fields["stock_from"] {
        report(at: node, "'stock_from' says from which year on a 'stock' holds: give one")
      }
      let word = fields["driven_by"].flatMap { choice($0, "'driven_by'", as: DrivenBy.self) }
      return word == .demand ? .demand : .supply
    }
    if let node = fields["driven_by"] {
      report(at: node, "a process with an 'inflow' or a 'stock' to reach is driven by that")
    }
    guard let inflow, let stock else {
      if let node = fields["stock_from"] {
        report(at: node, "'stock_from' joins an 'inflow' before that year to a 'stock' after it")
      }
      return .target(inflow: inflow, stock: stock)
    }
    guard let from else {
      if fields["stock_from"] == nil {
        report(
          at: key, "only one of 'inflow' and 'stock' can hold at a time",
          hint: "say with 'stock_from: YEAR' from when on the stock holds")
      }
      return .target(inflow: inflow, stock: nil)
    }
    return .target(
      inflow: blanked(inflow) { $0 >= from }, stock: blanked(stock) { $0 < from })
  }

  /// Numbers in place, or those of an entry of `data`.
  private mutating func target(_ node: Node) -> SystemModel.Values? {
    if let text = node.scalar?.string, text.first?.isLetter == true { return .input(text) }
    return parameter(node).map { .inline($0) }
  }

  private mutating func year(_ node: Node) -> Double? {
    guard let year = node.int, time.labels.contains(Double(year)) else {
      report(
        at: node,
        "'stock_from' is a year of the model, from \(time.label(of: 0)) to "
          + "\(time.label(of: time.count - 1))")
      return nil
    }
    return Double(year)
  }

  /// The numbers without those of some years.
  private func blanked(
    _ values: SystemModel.Values, _ isBlank: (Double) -> Bool
  ) -> SystemModel.Values {
    let parameter: Parameter?
    switch values {
    case .inline(let own): parameter = own
    case .input(let name): parameter = inputs.first { $0.name == name }?.parameter
    }
    guard let parameter else { return values }
    return .inline(
      Parameter(
        dimensions: parameter.dimensions,
        cells: parameter.cells.map { series in
          zip(series, time.labels).map { isBlank($1) ? .nan : $0 }
        }))
  }

  /// `initial_stock: 120`, `{ total: 120, growth: 0.02 }`, or one of these for each element.
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
    guard let parameter = parameter(node) else { return [] }
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
