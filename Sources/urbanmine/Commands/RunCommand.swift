internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine run`: solves a model and shows what comes out.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Solve a model and show its stocks, flows and indicators.",
    discussion: """
      EXAMPLE:
        urbanmine run copper
        urbanmine run copper --scenario longer-lives -o longer.csv
        urbanmine run ./my-model.yaml --set collection_rate.transport=0.9 --json
        urbanmine run --all
      """)

  @Argument(help: "A bundled model (see 'urbanmine data list') or the path of a model file.")
  var model: String?
  @Flag(name: .customLong("all"), help: "All bundled cycles of the world, side by side.")
  var isAll = false
  @OptionGroup var changes: ModelArguments
  @Option(name: .shortAndLong, help: "Write all series to this file: .csv, .json, .nc or .xlsx.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print the results as one JSON document.")
  var isJSON = false

  func validate() throws {
    guard (model == nil) == isAll else { throw ValidationError("Name a model, or say --all.") }
    try ResultsFile.check(output)
    if isAll && output != nil { throw ValidationError("-o takes one model, not --all.") }
  }

  func run() throws {
    guard let model else { return try runAll() }
    let file = try Library.model(model)
    let results = try changes.solve(file)
    if let output, let kind = ResultsFile(path: output) {
      try deliver(try kind.bytes(of: results, changes), to: output)
    }
    let comparisons = file.comparisons(with: results)
    try show(
      isJSON
        ? try jsonText(document(results, comparisons))
        : SummaryText(results, scenario: changes.scenarioName, changes: changes.settings).text
          + ReportedText(comparisons, unit: file.base.header.unit.rawValue).text)
    if let output { note("wrote \(output)") }
  }

  private func runAll() throws {
    let results = try Library.worldModelNames().map { try changes.solve(try Library.model($0)) }
    try show(
      isJSON
        ? try jsonText(CyclesDocument(cycles: results.map { document($0) }))
        : CyclesText(results, scenario: changes.scenarioName, changes: changes.settings).text)
  }

  private func document(
    _ results: SystemResults, _ comparisons: [ReportedComparison] = []
  ) -> ResultsDocument {
    ResultsDocument(
      results, scenario: changes.scenarioName, changes: changes.settings, program: programName,
      reported: comparisons)
  }
}
