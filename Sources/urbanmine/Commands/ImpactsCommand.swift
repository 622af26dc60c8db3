internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine impacts`: energy and greenhouse gases of the metal of a model.
struct ImpactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impacts",
    abstract: "Show energy and emissions of a metal, and what recycling saves.",
    discussion: """
      EXAMPLE:
        urbanmine impacts copper
        urbanmine impacts aluminium --scenario circular --json
        urbanmine impacts copper -o copper-impacts.svg

      Cumulative energy demand and global warming potential of metal from ore and from scrap,
      flow by flow, with ranges from draws of the coefficients ('urbanmine data show
      production-impacts'); what the scenarios of the model avoid at the service of its base;
      and who carries the burden, where the model has a dimension 'region'.
      """)

  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(parsing: .unconditional, help: "How many draws stand behind the ranges.")
  var draws = 2000
  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1
  @Option(name: .shortAndLong, help: "Draw the impacts to this file: .svg, .png, .pdf or .vl.json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    try TopicPicture.check(output, needs: model, "a model")
    guard (1...1_000_000).contains(draws) else {
      throw ValidationError("--draws must be between 1 and 1000000.")
    }
  }

  func run() throws {
    let file = try Library.model(model)
    let results = try changes.solve(file)
    let isBase = changes.scenarios.isEmpty && changes.settings.isEmpty
    let report = try readingInput {
      try ImpactsReport(
        results, scenario: changes.scenarioName, levers: isBase ? file.scenarios : [],
        tables: Library.metals, draws: draws, seed: seed)
    }
    if let output {
      try TopicPicture.write(try readingInput { try .impacts(report, results) }, to: output)
    }
    try show(
      isJSON
        ? try jsonText(report)
        : ImpactsText(report, title: results.plan.model.header.title).text)
  }
}
