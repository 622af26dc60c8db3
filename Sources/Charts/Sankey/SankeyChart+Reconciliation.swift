public import UrbanMining

extension SankeyChart {
  /// The balanced flows of a measured system, each with its standard uncertainty; what can't be determined
  /// is left out, and the subtitle says how much that is.
  /// - Parameters:
  ///   - result: the reconciled system.
  ///   - substance: whose flows; nil for goods.
  ///   - program: the name and version of the program.
  public init(
    of result: Reconciliation, substance: String? = nil, program: String
  ) throws(ChartError) {
    let system = result.system
    if let substance, !system.substances.contains(substance) {
      throw ChartError(faults: [.notInModel(what: "substance '\(substance)'")])
    }
    let layer = result.quantities.filter { $0.measured.substance == substance }
    let amounts = layer.filter { $0.measured.kind == .flow }
    let links = zip(system.flows, amounts).compactMap { flow, amount -> Link? in
      guard let value = amount.value else { return nil }
      let name = flow.ownName.map { system.label(for: $0) } ?? ""
      return Link(
        from: flow.from, to: flow.to, label: String(name.map { $0 == "_" ? " " : $0 }),
        value: max(0, value), uncertainty: amount.uncertainty)
    }
    let joined = Set(links.flatMap { [$0.from, $0.to] })
    let nodes = system.processes.enumerated().filter { joined.contains($1.name) }.map {
      index, process in
      let change = layer.first {
        $0.measured.kind == .stockChange && $0.measured.process == index
      }
      return Node(
        id: process.name, label: system.label(for: process.name).capitalizedFirst,
        stockChange: change?.value ?? 0,
        isInside: !process.isBoundary && !(change.map { $0.value == nil } ?? false))
    }
    let header = system.header
    let unit = header.unit.rawValue + "/yr"
    let missing = amounts.count { $0.value == nil }
    let what = substance.map { "\($0) in \(header.material)" } ?? header.material
    let caption = Caption(
      id: "reconciled", title: SankeyChart.finding(of: result, what: what),
      subtitle: "flows of \(what), \(unit), \(header.year), balanced, ± standard uncertainty"
        + (missing > 0 ? "; \(missing) can't be determined and are left out" : ""),
      footer: "\(header.title). Least squares under the mass balances. Made by \(program).")
    try self.init(caption: caption, unit: unit, nodes: nodes, links: links)
  }

  /// What the test says, in a sentence.
  private static func finding(of result: Reconciliation, what: String) -> String {
    let name = what.capitalizedFirst
    let test = result.test
    guard test.degreesOfFreedom > 0 else {
      return "\(name) flows of \(result.system.header.year): nothing checks the measurements"
    }
    if let suspect = test.suspect, suspect.isSignificant || !test.holds {
      let key = String(result.system.label(for: suspect.names[0]).map { $0 == "_" ? " " : $0 })
      return "\(name), \(result.system.header.year): the measurements disagree, most of all \(key)"
    }
    return
      "\(name), \(result.system.header.year): the measurements agree within their uncertainties"
  }
}
