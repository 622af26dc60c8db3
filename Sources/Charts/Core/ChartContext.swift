internal import UrbanMining

/// What a chart of results says in its footer, beside what the results know of themselves.
public struct ChartContext: Hashable, Sendable {
  /// The scenario, if any.
  public let scenario: String?
  /// The name and version of the program.
  public let program: String
  /// What readers know a source by, for its identifier.
  public let sources: [String: String]
  /// The first year that is a projection, if any: lines are dashed from it on.
  public let projectedFrom: Double?

  /// - Parameters:
  ///   - scenario: the name of the scenario, if any.
  ///   - program: the name and version of the program.
  ///   - sources: a readable name for each identifier of a source; others stand as they are.
  ///   - projectedFrom: the first year that is a projection; nil where all years are past.
  public init(
    scenario: String? = nil, program: String, sources: [String: String] = [:],
    projectedFrom: Double? = nil
  ) {
    self.scenario = scenario
    self.program = program
    self.sources = sources
    self.projectedFrom = projectedFrom
  }

  /// The same for another scenario.
  func scenario(_ name: String?) -> ChartContext {
    ChartContext(
      scenario: name, program: program, sources: sources, projectedFrom: projectedFrom)
  }

  /// Where a projection begins, for subtitles; empty where there is none among the years.
  func projection(in years: [Double]) -> String {
    guard let projectedFrom, let last = years.last, projectedFrom <= last else { return "" }
    return "; dashed from \(NumberFormat.year(projectedFrom)) on: projected"
  }

  /// The footer of a chart of a model: title, sources, scenario, program and the hash of the input.
  func footer(_ model: SystemModel, scenarios: [String]? = nil) -> String {
    let names = scenarios ?? scenario.map { [$0] } ?? []
    let scenario = names.isEmpty ? "base case" : names.joined(separator: ", ")
    let named = (names.count > 1 ? "Scenarios: " : "Scenario: ") + scenario
    let sources = sourceNames(model)
    return [
      model.header.title, sources.isEmpty ? "" : "Sources: " + sources.joined(separator: "; "),
      named, "Made by \(program) from input " + ModelFingerprint.text(of: model),
    ].filter { !$0.isEmpty }.joined(separator: ". ") + "."
  }

  /// Who published what the model is built on, each once; a list of identifiers stands for several.
  private func sourceNames(_ model: SystemModel) -> [String] {
    let origins =
      model.inputs.map(\.provenance) + model.processes.map(\.provenance)
      + model.flows.map(\.provenance)
    var names: [String] = []
    for text in origins.compactMap(\.source) {
      for part in text.split(separator: ",") {
        let id = String(part.drop(while: \.isWhitespace))
        let name = sources[id] ?? id
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}
