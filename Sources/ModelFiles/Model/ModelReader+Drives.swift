internal import UrbanMining
internal import Yams

// What a process is driven by, and what it holds at the start.
extension ModelReader {
  private enum DrivenBy: String, CaseIterable { case supply, demand }

  /// `driven_by`, `inflow`, `stock` and `stock_from` of a process.
  mutating func drive(
    _ fields: [String: Node], of name: String, over own: [Dimension], at key: Node
  ) -> (drive: SystemModel.Process.Drive, stockFrom: Int?) {
    let known = faults.count
    defer {
      if faults.count > known {
        brokenDrives.insert(name)
        hasDoubtfulProcess = true
      }
    }
    let from = fields["stock_from"].flatMap { year($0) }
    if let node = fields["driven_by"], node.mapping != nil {
      return (drivesByCell(node, fields, over: own) ?? .supply, from)
    }
    let inflow = fields["inflow"].flatMap { target($0, .amountPerYear) }
    let stock = fields["stock"].flatMap { target($0, .stock) }
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
      report(
        at: node, "a process with an 'inflow' or a 'stock' to reach is driven by that",
        hint: own.isEmpty
          ? nil
          : "a map of elements tells those apart that are not, like { \(own[0].elements[0]): stock, "
            + "default: supply }")
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

  /// `driven_by: { north: stock, south: inflow, default: supply }`
  private mutating func drivesByCell(
    _ node: Node, _ fields: [String: Node], over own: [Dimension]
  ) -> SystemModel.Process.Drive? {
    let space = CellSpace(own)
    let ways = perCell(
      node, places: cellPlaces(space), dimensions: own, what: ("drive", "'driven_by'")
    ) { reader, node in
      reader.choice(node, "'driven_by'", as: SystemModel.Process.Drive.Way.self)
    }
    guard let ways else { return nil }
    // Elements that are driven otherwise need no number.
    mayLeaveOut = true
    defer { mayLeaveOut = false }
    let words: [(key: String, way: SystemModel.Process.Drive.Way, use: Use)] = [
      ("inflow", .inflow, .amountPerYear), ("stock", .stock, .stock),
    ]
    var values: [String: SystemModel.Values] = [:]
    for (key, way, use) in words {
      let hasLater = key == "inflow" && fields["stock_from"] != nil
      let needs = ways.map { $0 == way || (hasLater && $0 == .stock) }
      guard let place = fields[key] else {
        if needs.contains(true) {
          report(
            at: node, "what is driven by \(way.rawValue) needs its '\(key)' beside 'driven_by'")
        }
        continue
      }
      values[key] = target(place, use)
      guard case .inline(let numbers)? = values[key],
        numbers.dimensions == own.map(\.name),
        let idle = needs.indices.first(where: { !needs[$0] && !numbers.cells[$0][0].isNaN })
      else { continue }
      report(
        at: place,
        "'\(space.elements(of: idle).joined(separator: ", "))' is driven by \(ways[idle].rawValue): its "
          + "'\(key)' would not count")
    }
    if fields["stock_from"] != nil, let node = fields["stock_from"], values.count < 2 {
      report(at: node, "'stock_from' joins an 'inflow' before that year to a 'stock' after it")
    }
    return .byCell(ways, inflow: values["inflow"], stock: values["stock"])
  }

  /// `negative_inflow: clip`: what is done where a stock falls faster than it wears out.
  mutating func negativeInflow(
    _ fields: [String: Node]
  ) -> SystemModel.Process.NegativeInflow {
    guard let node = fields["negative_inflow"] else { return .keep }
    if fields["stock"] == nil {
      report(at: node, "'negative_inflow' is for a 'stock' that must be held: there is none")
    }
    return choice(node, "'negative_inflow'", as: SystemModel.Process.NegativeInflow.self) ?? .keep
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
    let keys = Set(node.mapping?.compactMap(\.key.string) ?? [])
    let words = ["total", "growth"].filter { word in !own.contains { $0.elements.contains(word) } }
    guard !keys.isDisjoint(with: words) else { return totals(node, growth: 0, space) }
    let fields = fields(
      of: node, in: "an initial stock with a past", known: ["total", "growth"],
      required: ["total"])
    let growth = fields["growth"].flatMap { number($0) } ?? 0
    if let place = fields["growth"], abs(growth) >= 1 {
      report(
        at: place, "a growth of \(plainNumber(growth)) is \(plainNumber(growth * 100)) % a year",
        hint: "per cent are written as a fraction: \(plainNumber(growth / 100))")
      return []
    }
    return fields["total"].map { totals($0, growth: growth, space) } ?? []
  }

  /// The entry of `data` that an initial stock names.
  func initialStockInput(_ node: Node, over own: [Dimension]) -> String? {
    let isElement = own.contains { $0.elements.contains("total") }
    let total = isElement ? nil : node.mapping?.first { $0.key.string == "total" }?.value
    guard let text = (total ?? node).scalar?.string, text.first?.isLetter == true else {
      return nil
    }
    return text
  }

  private mutating func totals(
    _ node: Node, growth: Double, _ space: CellSpace
  ) -> [InitialStock] {
    guard let values = target(node, .stock), let parameter = parameter(of: values, at: node) else {
      return []
    }
    let names = space.dimensions.map(\.name)
    guard Set(parameter.dimensions) == Set(names) else {
      guard brokenDimensions.isEmpty else { return [] }
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
