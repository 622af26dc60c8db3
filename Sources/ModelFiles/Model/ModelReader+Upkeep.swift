internal import UrbanMining
internal import Yams

// What must enter each year so that a stock is what it is said to be.
extension ModelReader {
  /// `inflow_of:` of an entry of `data`: `{ stock: capacity, lifetime: … }` names an entry above, and the
  /// numbers are the inflows that a stock-driven stock of that size needs, from nothing before the first year.
  /// They measure what the stock measures, per year.
  mutating func inflowOfStock(_ node: Node) -> (parameter: Parameter, quantity: Quantity)? {
    let fields = fields(
      of: node, in: "'inflow_of'", known: ["stock", "lifetime"], required: ["stock", "lifetime"])
    guard let stockNode = fields["stock"], let lifetimeNode = fields["lifetime"],
      let name = text(stockNode, "'stock'")
    else { return nil }
    guard let input = inputs.first(where: { $0.name == name }) else {
      report(
        at: stockNode, "there is no data '\(name)' above",
        hint: Suggestion.hint(for: name, in: inputs.map(\.name)))
      return nil
    }
    let own = dimensions.filter { input.parameter.dimensions.contains($0.name) }
    let space = CellSpace(own)
    let places = (0..<space.count).map { cell in
      Dictionary(uniqueKeysWithValues: zip(own.map(\.name), space.elements(of: cell)))
    }
    guard let lifetimes = lifetimes(lifetimeNode, places: places, dimensions: own), hasYears else {
      return nil
    }
    var cells: [[Double]] = []
    for (cell, lifetime) in lifetimes.enumerated() {
      let whose =
        space.dimensions.isEmpty ? "" : " of \(space.elements(of: cell).joined(separator: ", "))"
      do throws(StockError) {
        let stock = try DynamicStock.stockDriven(
          stock: input.parameter.cells[cell],
          survival: Survival(lifetime, over: time, timing: timing))
        if let period = stock.negativeInflowPeriods(lane: 0).first {
          report(
            at: stockNode,
            "the stock '\(name)'\(whose) falls faster than it wears out in \(time.label(of: period)): "
              + "less than nothing would have to enter")
          return nil
        }
        cells.append(
          stock.inflow(ofLane: 0).enumerated().map { max(0, $1) / time.length(of: $0) })
      } catch {
        report(at: node, "the stock '\(name)'\(whose): \(error)")
        return nil
      }
    }
    let quantity: Quantity =
      switch quantities[name] ?? .unsaid {
      case .amount: .amount(isPerYear: true)
      case .other: .other(isPerYear: true)
      case .unsaid: .unsaid
      }
    return (Parameter(dimensions: own.map(\.name), cells: cells), quantity)
  }
}
