internal import UrbanMining

/// The processes, flows and stocks of a flodym definition.
struct FlodymSystem {
  let definition: FlodymDefinition?
  let time: FlodymDimension
  let dimensions: [FlodymDimension]

  /// flodym's name for what is outside the system.
  private static let environment = "sysenv"

  func write(into draft: inout ModelDraft, _ names: inout Identifiers) {
    guard let definition else {
      draft.remark(
        "the system: without a definition file there are dimensions and data, but no processes and flows"
      )
      return
    }
    for process in definition.processes where process != Self.environment {
      let own = dimensions(of: process).map { names.identifier(for: $0.name) }
      let stock = definition.stocks.first { $0.process == process }
      draft.processes.append(
        ModelDraft.Process(
          name: names.identifier(for: process), over: own,
          kind: isLast(process) && stock != nil && stock?.lifetime == nil ? .sink : .transform,
          comment: stock.map(comment)))
      if let stock, stock.lifetime != nil {
        draft.remark(
          "stock '\(stock.name)' (\(stock.kind), \(stock.lifetime ?? "")): flodym sets its lifetime in Python; "
            + "give '\(process)' a 'lifetime:'")
      }
    }
    let entering = definition.flows.contains { $0.from == Self.environment }
    let leaving = definition.flows.contains { $0.to == Self.environment }
    if entering { draft.processes.append(ModelDraft.Process(name: "outside", kind: .source)) }
    if leaving { draft.processes.append(ModelDraft.Process(name: "beyond", kind: .destination)) }
    for flow in definition.flows {
      let isAlone = definition.flows.count { $0.from == flow.from } == 1
      let hasRule = isAlone && flow.from != Self.environment
      draft.flows.append(
        ModelDraft.Flow(
          from: flow.from == Self.environment ? "outside" : names.identifier(for: flow.from),
          to: flow.to == Self.environment ? "beyond" : names.identifier(for: flow.to),
          comment: hasRule
            ? nil : "how large? given: DATA, share: DATA or remainder: true"))
    }
    draft.remark(
      "flows: flodym computes them in Python; say of each that is marked how large it is")
  }

  private func comment(_ stock: FlodymDefinition.Stock) -> String {
    "stock '\(stock.name)': \(stock.kind)" + (stock.lifetime.map { ", \($0)" } ?? "")
  }

  private func isLast(_ process: String) -> Bool {
    definition?.flows.contains { $0.from == process } == false
  }

  /// What all flows of a process are over, or its stock, but for time.
  private func dimensions(of process: String) -> [FlodymDimension] {
    guard let definition else { return [] }
    let stocks = definition.stocks.filter { $0.process == process }.map(\.letters)
    let flows = definition.flows.filter { $0.from == process || $0.to == process }.map(\.letters)
    let all = stocks.isEmpty ? flows : stocks
    return dimensions.filter { dimension in
      guard dimension != time, let letter = dimension.letter, !all.isEmpty else { return false }
      return all.allSatisfy { $0.contains(letter) }
    }
  }
}
