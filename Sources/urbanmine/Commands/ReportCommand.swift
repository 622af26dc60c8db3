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
      its scenarios, or those that --scenario names; with --set in all of them. Where the
      model says what is uncertain, the page shows the bands of an ensemble as it stands.
      """)

  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(name: .shortAndLong, help: "The file to write; it must end in .html.")
  var output: String
  @Option(help: "How many draws of what is uncertain are behind the bands; 0 for no bands.")
  var draws = EnsembleCharts.usualDraws
  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Dash lines from this year on: a projection.", valueName: "year"))
  var projectedFrom: Double?

  func validate() throws {
    guard draws == 0 || draws > 1 else { throw ValidationError("At least two draws, or 0.") }
    guard output.lowercased().hasSuffix(".html") else {
      throw ValidationError("'\(output)' must end in .html.")
    }
  }

  func run() throws {
    let file = try Library.model(model)
    let base = try changes.model(file, withScenarios: false)
    guard base.hasStockInService else { throw Failure.badInput(ChartError.noStockInService) }
    let context = try Library.chartContext(scenario: nil, projectedFrom: projectedFrom)
    var cases = [
      Report.Case(
        name: nil, title: "Base case", results: try changes.solve(base, of: file, with: nil),
        fans: try fans(of: base, file, context))
    ]
    for scenario in try changes.levers(of: file) {
      let changed = try readingInput { try scenario.applied(to: base) }
      let results = try changes.solve(changed, of: file, with: scenario.name)
      cases.append(Report.Case(name: scenario.name, title: scenario.title, results: results))
    }
    let report = try readingInput { try Report(cases, context: context) }
    try deliver(report.html, to: output)
    note("wrote \(output): \(base.header.title), \(cases.count) cases")
  }

  /// The stock in use and the recycling rate of an ensemble of the model as it stands.
  private func fans(
    of base: SystemModel, _ file: ModelFile, _ context: ChartContext
  ) throws -> [FanSeries] {
    guard draws > 0, let uncertainty = file.uncertainty else { return [] }
    let ensemble = EnsembleCharts(
      uncertainty: try readingInput { try uncertainty.applied(to: base) }, draws: draws,
      seed: seed, sampler: .monteCarlo, context: context)
    return try ensemble.fans(of: [base.stockSeries] + (base.hasRole(.oldScrap) ? ["eol_rr"] : []))
  }
}
