internal import UrbanMining
internal import Yams

// Trade between regions, as an entry of `data`: from what each exports and imports.
extension ModelReader {
  /// `{ exports: NAME, imports: NAME, across: { region: destination }, balance: mean }`
  mutating func trade(_ node: Node) -> Parameter? {
    let known = faults.count
    let fields = fields(
      of: node, in: "'trade'", known: ["exports", "imports", "across", "balance", "self_trade"],
      required: ["exports", "imports", "across"])
    let exports = fields["exports"].flatMap { entryAbove($0, "'exports'") }
    let imports = fields["imports"].flatMap { entryAbove($0, "'imports'") }
    let balance = fields["balance"].flatMap {
      choice($0, "'balance'", as: BilateralTrade.Balance.self)
    }
    let keepsOwn = fields["self_trade"].map { flag($0, "'self_trade'") } ?? false
    let ends = fields["across"].flatMap { tradeEnds($0) }
    guard faults.count == known, let exports, let imports, let ends else { return nil }
    guard exports.dimensions == imports.dimensions, exports.dimensions.contains(ends.from.name)
    else {
      report(
        at: node, "'exports' and 'imports' are over '\(ends.from.name)', and both over the same")
      return nil
    }
    return trade(
      exports, imports, ends,
      BilateralTrade(balance: balance ?? .none, keepsSelfTrade: keepsOwn), at: node)
  }

  /// An entry of `data` that stands above.
  private mutating func entryAbove(_ node: Node, _ what: String) -> Parameter? {
    guard let name = text(node, what) else { return nil }
    if let input = inputs.first(where: { $0.name == name }) { return input.parameter }
    // One that could not be read has a fault of its own.
    if places[.input(name)] == nil {
      report(
        at: node, "there is no data '\(name)' above",
        hint: Suggestion.hint(for: name, in: inputs.map(\.name)))
    }
    return nil
  }

  private mutating func tradeEnds(_ node: Node) -> (from: Dimension, to: Dimension)? {
    let entries = entries(of: node, in: "'across'")
    guard entries.count == 1, let entry = entries.first, let other = entry.value.string else {
      report(at: node, "'across' names two dimensions, like { region: destination }")
      return nil
    }
    let names = [(entry.name, entry.key), (other, entry.value)]
    let found = names.compactMap { name, place -> Dimension? in
      if let dimension = dimensions.first(where: { $0.name == name }) { return dimension }
      if !brokenDimensions.contains(name) {
        report(
          at: place, "there is no dimension '\(name)'",
          hint: Suggestion.hint(for: name, in: dimensions.map(\.name)))
      }
      return nil
    }
    guard found.count == 2 else { return nil }
    guard found[0].elements == found[1].elements, found[0] != found[1] else {
      report(
        at: node, "'\(entry.name)' and '\(other)' are two dimensions with the same elements",
        hint: "'\(other): { same_as: \(entry.name) }' makes such a one")
      return nil
    }
    return (found[0], found[1])
  }

  private mutating func trade(
    _ exports: Parameter, _ imports: Parameter, _ ends: (from: Dimension, to: Dimension),
    _ rule: BilateralTrade, at node: Node
  ) -> Parameter? {
    let narrow = CellSpace(dimensions.filter { exports.dimensions.contains($0.name) })
    let whole = CellSpace(
      dimensions.filter { exports.dimensions.contains($0.name) || $0.name == ends.to.name })
    let others = CellSpace(narrow.dimensions.filter { $0.name != ends.from.name })
    var cells = [[Double]](
      repeating: [Double](repeating: 0, count: time.count), count: whole.count)
    for place in 0..<others.count {
      let fixed = Dictionary(
        uniqueKeysWithValues: zip(others.dimensions.map(\.name), others.elements(of: place)))
      func cell(_ space: CellSpace, _ from: String, _ to: String) -> Int? {
        space.cell(
          of: space.dimensions.map {
            $0.name == ends.from.name ? from : $0.name == ends.to.name ? to : fixed[$0.name] ?? ""
          })
      }
      let regions = ends.from.elements
      let own = regions.compactMap { cell(narrow, $0, "") }
      for period in 0..<time.count {
        do throws(TradeError) {
          let flows = try rule.flows(
            exports: own.map { exports.cells[$0][period] },
            imports: own.map { imports.cells[$0][period] })
          for (i, from) in regions.enumerated() {
            for (j, to) in regions.enumerated() {
              if let cell = cell(whole, from, to) { cells[cell][period] = flows[i][j] }
            }
          }
        } catch {
          let which = others.elements(of: place).map { "\($0), " }.joined()
          report(at: node, "\(which)\(time.label(of: period)): \(error.text(regions))")
          return nil
        }
      }
    }
    return Parameter(dimensions: whole.dimensions.map(\.name), cells: cells)
  }
}
