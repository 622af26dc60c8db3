internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine graph`: the system of a model as a graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Print the system of a model as Graphviz DOT.",
    discussion: """
      EXAMPLE:
        urbanmine graph copper | dot -Tsvg > copper-system.svg
        urbanmine graph copper --explain              how the solver sees it
      """)

  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @Flag(name: .customLong("explain"), help: "Say how the solver orders the system instead.")
  var isExplained = false
  @Option(name: .shortAndLong, help: "Write to this file.")
  var output: String?

  func run() throws {
    let file = try Library.model(model)
    guard isExplained else { return try deliver(file.base.dotText, to: output) }
    let plan = try readingInput { try SystemPlan(file.base) }
    try deliver(PlanText(plan).text, to: output)
  }
}
