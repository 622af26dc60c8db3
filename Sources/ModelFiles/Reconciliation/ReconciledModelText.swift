public import UrbanMining

extension Reconciliation {
  /// The balanced system as a model file of one year, which `urbanmine run` takes.
  ///
  /// What enters from outside is given; what a process passes on are shares of its throughput, the largest
  /// one being the remainder. A stock that grows becomes a sink of its own, one that shrinks a source; what
  /// lies outside and both gives and takes is a source and a sink.
  /// - Parameters:
  ///   - substance: whose flows; nil for goods.
  ///   - program: the name and version of the program.
  /// - Throws: where a flow can't be determined, or there is no such substance.
  public func modelText(
    substance: String? = nil, program: String
  ) throws(ReconciledModelError) -> String {
    try ReconciledModel(self, substance: substance).text(program: program)
  }
}

/// Why a reconciled system makes no model or picture.
public enum ReconciledModelError: Error, Hashable, Sendable, CustomStringConvertible {
  case unobservable([String])
  case unknownSubstance(String, known: [String])

  public var description: String {
    switch self {
    case .unobservable(let names):
      "a model needs every flow, but these can't be determined: "
        + names.map { "'\($0)'" }.joined(separator: ", ")
    case .unknownSubstance(let name, let known):
      known.isEmpty
        ? "the file looks at no substances, so there is no '\(name)'"
        : "there is no substance '\(name)' ("
          + (Suggestion.hint(for: name, in: known) ?? "there are \(known.joined(separator: ", "))")
          + ")"
    }
  }
}

/// Processes and flows of a model out of balanced values.
private struct ReconciledModel {
  private struct Flow {
    let from: String
    let to: String
    let name: String?
    let amount: Double
  }

  private let result: Reconciliation
  private let substance: String?
  /// By process, in the words of a model file.
  private var processes: [(name: String, body: String)] = []
  private var flows: [Flow] = []
  private var sources: Set<String> = []
  /// What readers see for the processes that the model adds.
  private var labels: [String: String]

  init(_ result: Reconciliation, substance: String?) throws(ReconciledModelError) {
    self.result = result
    self.substance = substance
    labels = result.system.header.labels
    let system = result.system
    if let substance, !system.substances.contains(substance) {
      throw .unknownSubstance(substance, known: system.substances)
    }
    let layer = result.quantities.filter { $0.measured.substance == substance }
    let amounts = layer.filter { $0.measured.kind == .flow }
    let changes = layer.filter { $0.measured.kind == .stockChange }
    let missing = (amounts + changes).filter { $0.value == nil }.map(\.name)
    guard missing.isEmpty else { throw .unobservable(missing) }
    let gives = Set(system.flows.map(\.from))
    let takes = Set(system.flows.map(\.to))
    for (flow, amount) in zip(system.flows, amounts) {
      flows.append(
        Flow(
          from: flow.from, to: flow.to, name: flow.ownName, amount: max(0, amount.value ?? 0)))
    }
    for (index, process) in system.processes.enumerated() {
      let change = changes.first { $0.measured.process == index }?.value ?? 0
      add(
        process, change, gives: gives.contains(process.name), takes: takes.contains(process.name))
    }
  }

  private mutating func add(
    _ process: MeasuredSystem.Process, _ change: Double, gives: Bool, takes: Bool
  ) {
    let name = process.name
    switch (gives, takes) {
    case (false, false): return
    case (true, true) where process.isBoundary:
      // A source and a sink: the flows that enter lead to the other one.
      let sink = "\(name)_sink"
      labels[sink] = result.system.label(for: name)
      flows = flows.map {
        Flow(from: $0.from, to: $0.to == name ? sink : $0.to, name: $0.name, amount: $0.amount)
      }
      processes += [(name, "{ boundary: source }"), (sink, "{ boundary: sink }")]
      sources.insert(name)
    case (true, false):
      processes.append((name, "{ boundary: source }"))
      sources.insert(name)
    case (false, true):
      processes.append((name, process.isBoundary ? "{ boundary: sink }" : "{ sink: true }"))
    case (true, true):
      processes.append((name, "{}"))
      let stock = "\(name)_stock"
      labels[stock] = "stock of \(result.system.label(for: name))"
      if change > 0 {
        processes.append((stock, "{ sink: true }"))
        flows.append(Flow(from: name, to: stock, name: nil, amount: change))
      } else if change < 0 {
        processes.append((stock, "{ boundary: source }"))
        sources.insert(stock)
        flows.append(Flow(from: stock, to: name, name: nil, amount: -change))
      }
    }
  }

  func text(program: String) -> String {
    let header = result.system.header
    let what = substance.map { "\($0) in \(header.material)" } ?? header.material
    var lines = [
      "# \(header.title): balanced by least squares, by \(program).",
      "model: \(header.name)", "title: \(ModelDraft.quoted(header.title))",
      "material: \(ModelDraft.quoted(what))", "years: \(header.year)",
      "unit: \(header.unit.rawValue)",
    ]
    let names = processes.map(\.name)
    let labels = self.labels.filter { names.contains($0.key) }.sorted { $0.key < $1.key }
    if !labels.isEmpty {
      lines.append("labels:")
      lines += labels.map { "  \(ModelDraft.quoted($0.key)): \(ModelDraft.quoted($0.value))" }
    }
    lines.append("processes:")
    lines += processes.map { "  \(ModelDraft.quoted($0.name)): \($0.body)" }
    lines.append("flows:")
    lines += flows.indices.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ index: Int) -> String {
    let flow = flows[index]
    var fields = ["from: \(ModelDraft.quoted(flow.from))", "to: \(ModelDraft.quoted(flow.to))"]
    if let name = flow.name { fields.append("name: \(ModelDraft.quoted(name))") }
    if sources.contains(flow.from) {
      fields.append("given: \(plainNumber(flow.amount))")
    } else {
      let siblings = flows.indices.filter { flows[$0].from == flow.from }
      let total = siblings.reduce(0) { $0 + flows[$1].amount }
      let largest = siblings.max { flows[$0].amount < flows[$1].amount }
      if index == largest {
        if siblings.count > 1 { fields.append("remainder: true") }
      } else {
        fields.append("share: \(plainNumber(total > 0 ? flow.amount / total : 0))")
      }
    }
    return "  - { \(fields.joined(separator: ", ")) }"
  }
}
