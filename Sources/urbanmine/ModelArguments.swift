internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// The arguments by which commands name a model and what is changed in it.
struct ModelArguments: ParsableArguments {
  @Option(
    name: .customLong("scenario"), parsing: .singleValue,
    help: "A scenario of the model; several are applied one after the other.")
  var scenarios: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A change, such as 'collection_rate.transport=0.9' or 'use.lifetime=fixed(years: 20)'.",
      valueName: "key=value"))
  var settings: [String] = []

  /// The model with its scenarios and settings applied, solved.
  func solve(_ file: ModelFile) throws -> SystemResults {
    try solve(try model(file), of: file, with: changeNames)
  }

  /// The scenarios and settings that change a model, in words; nil for the model as it stands.
  private var changeNames: String? {
    let names = (scenarioName.map { [$0] } ?? []) + settings.map { "--set \($0)" }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// The model with its settings applied, and with its scenarios unless they are wanted apart.
  func model(_ file: ModelFile, withScenarios: Bool = true) throws -> SystemModel {
    try readingInput {
      var model = file.base
      if withScenarios && !scenarios.isEmpty {
        // Joined, so that what two of them extend is made once.
        model = try Scenario(
          name: scenarios.joined(separator: " + "),
          extending: scenarios.map { try file.scenario($0) }, changes: []
        ).applied(to: model)
      }
      let changes = try settings.map { try file.change($0) }
      guard !changes.isEmpty else { return model }
      do {
        return try Scenario(name: "--set", changes: changes).applied(to: model)
      } catch let error as SystemModelError {
        let prefix = "with --set " + settings.joined(separator: " --set ")
        let messages = error.faults.map { "\(prefix): \($0.message)" }
        throw Failure(code: Failure.badInput, message: messages.joined(separator: "\n"))
      }
    }
  }

  /// What is uncertain in the model with its scenarios and settings applied.
  func uncertainty(of file: ModelFile) throws -> Uncertainty {
    let model = try self.model(file)
    guard let uncertainty = file.uncertainty else {
      throw Failure(
        code: Failure.badInput,
        message: "'\(file.base.header.name)' does not say what is uncertain: it has no part "
          + "'uncertainty' (see Documentation/Uncertainty.md)")
    }
    return try readingInput { try uncertainty.applied(to: model) }
  }

  /// The scenarios that were named, each for itself, or all of the model.
  func levers(of file: ModelFile) throws -> [Scenario] {
    let named = try readingInput { try scenarios.map { try file.scenario($0) } }
    return named.isEmpty ? file.scenarios : named
  }

  /// Flows that take more than there is, and loops without end, are faults of the input, as `check` reports
  /// them. A result that does not conserve mass is an answer of its own: exit code 1.
  /// - Parameters:
  ///   - model: what is solved.
  ///   - file: where it comes from, so that faults have a place.
  ///   - changes: what it was changed by, in words.
  func solve(
    _ model: SystemModel, of file: ModelFile, with changes: String?
  ) throws -> SystemResults {
    let plan = try readingInput { try SystemPlan(model) }
    do throws(SolveError) {
      return try plan.solve()
    } catch {
      let fault = ModelFileError([file.fault(of: error, with: changes)])
      guard case .balanceViolated = error else { throw Failure.badInput(fault) }
      throw Failure(code: Failure.negative, message: "\(fault)", cause: error)
    }
  }

  /// What the result is called: nil for the model as it stands.
  var scenarioName: String? {
    scenarios.isEmpty ? nil : scenarios.joined(separator: " + ")
  }
}

/// What results say about the program that made them.
let programName = "urbanmine \(UrbanMine.version)"
