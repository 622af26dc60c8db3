internal import UrbanMining
internal import Yams

/// Reads a model file, collecting every fault with its place.
struct ModelReader {
  let file: String
  let tables: TableLibrary
  private(set) var faults: [Fault] = []

  /// What has been read so far and the rest is read against.
  var dimensions: [Dimension] = []
  var time = TimeAxis(years: 0...0)
  /// Whether ``time`` is that of the file and not a stand-in after a fault.
  var hasYears = true
  var unit = MassUnit.tonne
  var inputs: [SystemModel.Input] = []
  /// What each of the inputs measures.
  var quantities: [String: Quantity] = [:]
  /// Inhabitants in each period, where the file says how many.
  var population: [Double]?
  /// The dimensions that the maps around the value being read tell apart.
  var outer: [String] = []
  /// Whether it is unknown, after a fault, what some process does or what joins it.
  var hasDoubtfulProcess = false
  /// What could not be read, so that all that hangs on it is not reported as well.
  var brokenDimensions: Set<String> = []
  var brokenDrives: Set<String> = []
  var brokenFlows: Set<String> = []
  /// The ends of each flow.
  var flowEnds: [(from: String, to: String)] = []
  /// Whether a map of elements may leave some out: numbers that nobody reads.
  var mayLeaveOut = false
  /// Where each part of the model stands, for faults that are found in the model as a whole.
  var places: [SystemFault.Subject: Node] = [:]
  /// What is uncertain in the model, where the file says so.
  private(set) var uncertainty: Uncertainty?

  init(file: String, tables: TableLibrary) {
    self.file = file
    self.tables = tables
  }

  /// The model and its scenarios; nil where the file is not even a mapping.
  mutating func read(_ text: String) -> (SystemModel, [Scenario])? {
    guard let root = root(of: text) else { return nil }
    let top = fields(
      of: root, in: "a model file",
      known: [
        "model", "title", "material", "description", "years", "unit", "inflow_at", "dimensions",
        "labels", "population", "data", "processes", "flows", "concentration_limits", "scenarios",
        "uncertainty",
      ], required: ["model", "years", "processes", "flows"])
    places[.model] = root

    let years = timeAxis(top["years"])
    time = years ?? time
    hasYears = years != nil
    unit = top["unit"].flatMap { massUnit($0) } ?? .tonne
    let timing = top["inflow_at"].flatMap { inflowTiming($0) } ?? .middle
    dimensions = top["dimensions"].map { readDimensions($0) } ?? []
    let header = header(top)
    let population = top["population"].flatMap { readPopulation($0) }
    self.population = population?.values
    if let data = top["data"] { readInputs(data) }
    let processes = top["processes"].map { readProcesses($0) } ?? []
    if top["flows"]?.sequence == nil { hasDoubtfulProcess = true }
    let flows = top["flows"].map { readFlows($0) } ?? []
    let keys = ModelKeys(
      dimensions: dimensions, inputs: inputs, processes: processes, flows: flows)
    let limits = top["concentration_limits"].map { readConcentrationLimits($0) } ?? []
    guard let model = model(header, timing, processes, flows, population, limits) else {
      // The names and forms of scenarios can be wrong in a model that is wrong.
      if let node = top["scenarios"] { _ = readScenarios(node, of: nil, keys) }
      return nil
    }
    checkAmounts(of: model)
    checkLoops(of: model, at: top["flows"] ?? root)
    let scenarios = top["scenarios"].map { readScenarios($0, of: model, keys) } ?? []
    uncertainty = top["uncertainty"].flatMap { readUncertainty($0, of: model) }
    return (model, scenarios)
  }

  private mutating func root(of text: String) -> Node? {
    do {
      guard let root = try Yams.compose(yaml: text) else {
        report(line: 1, column: 1, "the file is empty")
        return nil
      }
      guard root.mapping != nil else {
        report(at: root, "a model file is a list of keys with values, like 'model: copper'")
        return nil
      }
      return root
    } catch {
      report(yaml: error)
      return nil
    }
  }

  private mutating func model(
    _ header: SystemModel.Header, _ timing: InflowTiming,
    _ processes: [SystemModel.Process], _ flows: [SystemModel.Flow],
    _ population: (values: [Double], provenance: Provenance)?,
    _ limits: [SystemModel.ConcentrationLimit]
  ) -> SystemModel? {
    do throws(SystemModelError) {
      return try SystemModel(
        header: header, time: time, timing: timing, dimensions: dimensions, inputs: inputs,
        processes: processes, flows: flows, population: population?.values,
        populationProvenance: population?.provenance, concentrationLimits: limits)
    } catch {
      for fault in error.faults where !isConsequence(fault) { report(fault) }
      return nil
    }
  }

  /// Whether a fault of the model is only there because a part of the file could not be read.
  private func isConsequence(_ fault: SystemFault) -> Bool {
    if let name = fault.unknown?.name {
      return name.isEmpty || places[.input(name)] != nil || brokenDimensions.contains(name)
    }
    guard !faults.isEmpty else { return false }
    // Without a dimension nothing is known of what processes and flows are told apart by.
    guard brokenDimensions.isEmpty else { return true }
    switch fault.subject {
    case .process: return hasDoubtfulProcess
    case .flow(let index):
      let ends = flowEnds[index]
      return brokenDrives.contains(ends.from) || brokenDrives.contains(ends.to)
    default: return false
    }
  }

  /// An amount in a file is told apart by all that its flow is over: one number behind `given:` that stood
  /// for each of five elements would be five times the mass that its writer meant.
  private mutating func checkAmounts(of model: SystemModel) {
    for (index, flow) in model.flows.enumerated() {
      if case .given(let values) = flow.rule {
        checkAmount(values, "amount", "give it to a process without", of: flow, index, in: model)
      }
      if case .amount(let values) = flow.limit {
        checkAmount(
          values, "limit", "limit a flow to a process without", of: flow, index, in: model)
      }
    }
  }

  private mutating func checkAmount(
    _ values: SystemModel.Values, _ what: String, _ way: String, of flow: SystemModel.Flow,
    _ index: Int, in model: SystemModel
  ) {
    let known: [String]? =
      switch values {
      case .inline(let parameter): parameter.dimensions
      case .points: []
      case .input(let name): model.inputs.first { $0.name == name }?.parameter.dimensions
      }
    let own = model.space(of: flow).dimensions.filter { $0.elements.count > 1 }.map(\.name)
    let untold = own.filter { known?.contains($0) == false }
    guard !untold.isEmpty, let place = places[.flow(index)] else { return }
    report(
      at: place,
      "the \(what) of '\(flow.key)' is not told apart by \(untold.joined(separator: ", "))",
      hint: "give \(what == "limit" ? "a limit" : "an amount") for each, or \(way) and share it out"
    )
  }

  private mutating func checkLoops(of model: SystemModel, at flows: Node) {
    do throws(SystemPlanError) {
      _ = try SystemPlan(model)
    } catch {
      var place = flows
      if case .endlessLoop(let processes, _) = error,
        let index = model.flows.firstIndex(where: {
          processes.contains($0.from) && processes.contains($0.to)
        })
      {
        place = places[.flow(index)] ?? flows
      }
      if case .stock(let process, _) = error { place = places[.process(process)] ?? flows }
      report(at: place, error.description)
    }
  }
}

// MARK: - Faults

extension ModelReader {
  mutating func report(at node: Node, _ message: String, hint: String? = nil) {
    report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message, hint: hint)
  }

  mutating func report(line: Int, column: Int, _ message: String, hint: String? = nil) {
    let fault = Fault(file: file, line: line, column: column, message: message, hint: hint)
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// Faults of another file, such as a table.
  mutating func report(_ others: [Fault]) {
    for fault in others where !faults.contains(fault) { faults.append(fault) }
  }

  /// A fault of the model, at the part that it names.
  mutating func report(_ fault: SystemFault, at other: Node? = nil) {
    let part = other ?? places[fault.subject] ?? places[.model]
    guard let part else { return report(line: 1, column: 1, fault.message) }
    let node = fault.unknown.flatMap { scalar($0.name, in: part) } ?? part
    let hint = fault.unknown.flatMap { unknown in
      Suggestion.hint(for: unknown.name, in: unknown.known)
        ?? (unknown.known.isEmpty ? nil : "there are \(unknown.known.joined(separator: ", "))")
    }
    report(at: node, fault.message, hint: hint)
  }

  private mutating func report(yaml error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(
        line: mark.line, column: mark.column, "this is not YAML: \(problem)",
        hint: ModelReader.yamlHints.first { problem.contains($0.problem) }?.hint)
    case .duplicatedKeysInMapping(let keys, let context):
      report(
        line: context.mark.line, column: context.mark.column,
        "the key \(keys.map { "'\($0)'" }.joined(separator: ", ")) stands here and again further "
          + "down: keys are unique")
    case .reader(let problem, _, _, _): report(line: 1, column: 1, "this is not YAML: \(problem)")
    default: report(line: 1, column: 1, "this is not YAML: \(error)")
    }
  }

  /// What is mostly behind a problem that YAML's parser finds.
  private static let yamlHints: [(problem: String, hint: String)] = [
    ("mapping values are not allowed", quoteHint), ("expected ',' or '}'", quoteHint),
    ("cannot start any token", "YAML is indented by spaces, not by tabs"),
  ]
  private static let quoteHint =
    "a text with a colon stands in quotes, like 'normal(mean: 40, sd: 12)'"

  /// The first scalar with this text in a part of the file.
  private func scalar(_ text: String, in node: Node) -> Node? {
    switch node {
    case .scalar(let scalar): return scalar.string == text ? node : nil
    case .sequence(let nodes): return nodes.lazy.compactMap { self.scalar(text, in: $0) }.first
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let found = scalar(text, in: value) ?? scalar(text, in: key) { return found }
      }
      return nil
    default: return nil
    }
  }
}
