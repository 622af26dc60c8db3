internal import ArgumentParser
internal import Charts
internal import ModelFiles
internal import UrbanMining

/// `urbanmine report`: a page about a model and its scenarios.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page with the charts and numbers of a model.",
    discussion: """
      EXAMPLE:
        urbanmine report copper -o copper.html
        urbanmine report zinc --scenario longer-lives -o zinc.html

      The page is one file that needs no network. It shows the model as it stands and
      its scenarios, or those that --scenario names; with --set in all of them.
      """)

  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(name: .shortAndLong, help: "The file to write; it must end in .html.")
  var output: String

  func validate() throws {
    guard output.lowercased().hasSuffix(".html") else {
      throw ValidationError("'\(output)' must end in .html.")
    }
  }

  func run() throws {
    let file = try Library.model(model)
    let base = try changes.model(file, withScenarios: false)
    guard base.hasStockInService else { throw Failure.badInput(ChartError.noStockInService) }
    var cases = [
      Report.Case(
        name: nil, title: "Base case", results: try changes.solve(base, of: file, with: nil))
    ]
    for scenario in try changes.levers(of: file) {
      let changed = try readingInput { try scenario.applied(to: base) }
      let results = try changes.solve(changed, of: file, with: scenario.name)
      cases.append(Report.Case(name: scenario.name, title: scenario.title, results: results))
    }
    let report = try readingInput {
      try Report(cases, context: Library.chartContext(scenario: nil))
    }
    try deliver(report.html, to: output)
    note("wrote \(output): \(base.header.title), \(cases.count) cases")
  }
}
