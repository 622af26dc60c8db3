public import UrbanMining
internal import Yams

/// A model file, read: the model and its scenarios.
public struct ModelFile: Sendable {
  /// The name of the file, as messages give it.
  public let name: String
  /// The model without any scenario.
  public let base: SystemModel
  /// The scenarios in the order of the file; each makes a valid model.
  public let scenarios: [Scenario]
  /// What is uncertain in the model; nil where the file does not say.
  public let uncertainty: Uncertainty?
  private let tables: TableLibrary
  private let places: [SystemFault.Subject: (line: Int, column: Int)]

  /// Reads a model file.
  /// - Parameters:
  ///   - bytes: YAML in UTF-8, with or without a byte-order mark.
  ///   - name: what messages call the file.
  ///   - tables: where the tables come from that it names.
  /// - Throws: every fault of the file, its tables, the model and its scenarios.
  public init(bytes: [UInt8], name: String, tables: TableLibrary) throws(ModelFileError) {
    var reader = ModelReader(file: name, tables: tables)
    let encoding = TextEncoding.utf8Bytes(of: bytes)
    if let problem = encoding.problem {
      reader.report(
        line: problem.line, column: problem.column, problem.message, hint: "save the file as UTF-8")
      guard !encoding.bytes.isEmpty else { throw ModelFileError(reader.faults) }
    }
    guard let (base, scenarios) = reader.read(String(decoding: encoding.bytes, as: UTF8.self)),
      reader.faults.isEmpty
    else { throw ModelFileError(reader.faults) }
    self.name = name
    self.base = base
    self.scenarios = scenarios
    uncertainty = reader.uncertainty
    self.tables = tables
    places = reader.places.compactMapValues { node in
      node.mark.map { (line: $0.line, column: $0.column) }
    }
  }

  /// Reads a model file from its text.
  public init(text: String, name: String, tables: TableLibrary) throws(ModelFileError) {
    try self.init(bytes: Array(text.utf8), name: name, tables: tables)
  }

  /// What shows only when the model and each of its scenarios are solved: given flows that leave no way to
  /// close a balance, or take more than there is.
  /// - Complexity: that of solving the model once for each scenario and once without.
  public func faultsOfSolutions() -> [Fault] {
    ([nil] + scenarios).compactMap { scenario in
      do {
        let model = try scenario?.applied(to: base) ?? base
        _ = try SystemPlan(model).solve()
        return nil
      } catch let error as SolveError {
        return fault(of: error, with: scenario?.name)
      } catch {
        let prefix = scenario.map { "with '\($0.name)': " } ?? ""
        return Fault(file: name, line: 1, column: 1, message: "\(prefix)\(error)")
      }
    }
  }

  /// Why the model has no solution, at the part of the file that it is about.
  /// - Parameters:
  ///   - error: what its solution failed with.
  ///   - changes: what it was changed by: the name of a scenario, or settings; nil for the base.
  public func fault(of error: SolveError, with changes: String?) -> Fault {
    let place = place(of: error) ?? (line: 1, column: 1)
    let prefix = changes.map { "with '\($0)': " } ?? ""
    return Fault(
      file: name, line: place.line, column: place.column, message: "\(prefix)\(error)")
  }

  private func place(of error: SolveError) -> (line: Int, column: Int)? {
    switch error {
    case .singularLoop(let processes, _), .unsettledLimits(let processes, _):
      return base.flows.firstIndex { processes.contains($0.from) && processes.contains($0.to) }
        .flatMap { places[.flow($0)] }
    case .balanceViolated(let balance, _):
      return base.processes.first { balance.worstProcess.hasPrefix($0.name) }
        .flatMap { places[.process($0.name)] }
    case .overdrawn(let flow, _, _, _), .overfilled(let flow, _, _, _):
      return base.flows.firstIndex { $0.key == flow }.flatMap { places[.flow($0)] }
    }
  }

  /// The scenario of this name.
  /// - Throws: ``UnknownScenario`` with the names that exist.
  public func scenario(_ name: String) throws(UnknownScenario) -> Scenario {
    guard let scenario = scenarios.first(where: { $0.name == name }) else {
      throw UnknownScenario(name: name, known: scenarios.map(\.name))
    }
    return scenario
  }

  /// A change written as on the command line: `collection.construction=0.8`.
  ///
  /// Whether the changed model is sound shows when all changes are applied: shares may need several.
  /// - Throws: the faults of the key or the value.
  public func change(_ text: String) throws(ModelFileError) -> Scenario.Change {
    var reader = ModelReader(file: "--set", tables: tables)
    reader.dimensions = base.dimensions
    reader.time = base.time
    guard let change = reader.change(written: text, in: base), reader.faults.isEmpty else {
      throw ModelFileError(reader.faults)
    }
    return change
  }
}

/// A scenario that a model doesn't have.
public struct UnknownScenario: Error, Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public let known: [String]

  public var description: String {
    guard !known.isEmpty else { return "the model has no scenarios, so there is no '\(name)'" }
    let hint = Suggestion.hint(for: name, in: known) ?? "there are \(known.joined(separator: ", "))"
    return "there is no scenario '\(name)' (\(hint))"
  }
}
