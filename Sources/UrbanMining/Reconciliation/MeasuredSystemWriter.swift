/// Writes the quantities and the equations of a measured system.
struct MeasuredSystemWriter {
  private(set) var quantities: [MeasuredQuantity] = []
  private(set) var equations: [BalanceEquation] = []
  private let processes: [MeasuredSystem.Process]
  private let flows: [MeasuredSystem.Flow]
  /// By substance (nil for goods): the place of each flow's amount.
  private var amounts: [String?: [Int]] = [:]

  init(
    processes: [MeasuredSystem.Process], flows: [MeasuredSystem.Flow], substances: [String],
    relations: [MeasuredSystem.Relation]
  ) {
    self.processes = processes
    self.flows = flows
    for index in flows.indices { writeFlow(index, substances) }
    let layers = [nil] + substances.map(Optional.some)
    for index in processes.indices where !processes[index].isBoundary {
      for layer in layers { writeBalance(of: index, layer) }
    }
    for layer in layers { writeShares(layer) }
    writeRelations(relations)
  }

  private mutating func add(
    _ name: String, _ kind: MeasuredQuantity.Kind, _ knowledge: Knowledge, _ substance: String?,
    flow: Int? = nil, process: Int? = nil, relation: Int? = nil
  ) -> Int {
    quantities.append(
      MeasuredQuantity(
        name: name, kind: kind, knowledge: knowledge, substance: substance, flow: flow,
        process: process, relation: relation))
    return quantities.count - 1
  }

  private mutating func writeFlow(_ index: Int, _ substances: [String]) {
    let flow = flows[index]
    let mass = add(flow.key, .flow, flow.amount, nil, flow: index)
    amounts[nil, default: []].append(mass)
    for substance in substances {
      let content = flow.contents[substance] ?? MeasuredSystem.Content()
      let name = "\(flow.key).\(substance)"
      let amount = add(name, .flow, content.amount, substance, flow: index)
      let concentration = add(
        "\(name).concentration", .concentration, content.concentration, substance, flow: index)
      amounts[substance, default: []].append(amount)
      equations.append(
        BalanceEquation(
          name: "the \(substance) in '\(flow.key)'",
          terms: [
            .init(coefficient: 1, first: amount),
            .init(coefficient: -1, first: mass, second: concentration),
          ], gives: amount))
    }
  }

  private mutating func writeBalance(of index: Int, _ layer: String?) {
    let process = processes[index]
    var terms: [BalanceEquation.Term] = []
    for (flow, place) in zip(flows, amounts[layer] ?? []) {
      if flow.to == process.name { terms.append(.init(coefficient: 1, first: place)) }
      if flow.from == process.name { terms.append(.init(coefficient: -1, first: place)) }
    }
    let prefix = layer.map { "\(process.name).\($0)" } ?? process.name
    let known = layer.map { process.substanceStocks[$0] } ?? process.stock
    // Goods that stay take their substances along.
    let stock = known ?? (process.stock == nil ? nil : MeasuredSystem.Stock())
    if let stock {
      let change = add(
        "\(prefix).stock_change", .stockChange, stock.change, layer, process: index)
      terms.append(.init(coefficient: -1, first: change))
      if let levels = stock.levels {
        let start = add(
          "\(prefix).stock.start", .stockAtStart, levels.start, layer, process: index)
        let end = add("\(prefix).stock.end", .stockAtEnd, levels.end, layer, process: index)
        equations.append(
          BalanceEquation(
            name: "the stock of '\(prefix)'",
            terms: [
              .init(coefficient: 1, first: change), .init(coefficient: 1, first: start),
              .init(coefficient: -1, first: end),
            ], gives: change))
      }
    }
    equations.append(
      BalanceEquation(
        name: "the \(layer.map { "\($0) " } ?? "")balance of '\(process.name)'", terms: terms))
  }

  private mutating func writeShares(_ layer: String?) {
    let places = amounts[layer] ?? []
    for (index, flow) in flows.enumerated() {
      let asked = layer.map { flow.contents[$0]?.share } ?? flow.share
      guard let knowledge = asked else { continue }
      let prefix = layer.map { "\(flow.key).\($0)" } ?? flow.key
      let share = add("\(prefix).share", .share, knowledge, layer, flow: index)
      let entering = zip(flows, places).filter { $0.0.to == flow.from }.map { $0.1 }
      equations.append(
        BalanceEquation(
          name: "the share of '\(prefix)'",
          terms: [.init(coefficient: 1, first: places[index])]
            + entering.map { .init(coefficient: -1, first: $0, second: share) }))
    }
  }

  /// A name that is not known is a fault, which the validation reports.
  private mutating func writeRelations(_ relations: [MeasuredSystem.Relation]) {
    let places = Dictionary(
      quantities.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, relation) in relations.enumerated() {
      let total = add(relation.name, .total, relation.total, nil, relation: index)
      let terms = relation.terms.compactMap { term in
        places[term.quantity].map {
          BalanceEquation.Term(coefficient: term.factor, first: $0)
        }
      }
      equations.append(
        BalanceEquation(
          name: "the relation '\(relation.name)'",
          terms: terms + [.init(coefficient: -1, first: total)]))
    }
  }
}
