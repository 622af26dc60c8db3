internal import ArgumentParser
internal import Charts
internal import ModelFiles

/// `urbanmine chart`: draws a model's results.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw a chart of a model as SVG.",
    discussion: """
      EXAMPLE:
        urbanmine chart stock copper -o copper-stock.svg
        urbanmine chart stock zinc --size page --theme dark -o zinc.svg
      """)

  /// What can be drawn.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case stock
  }

  @Argument(help: "What to draw: the stock in use, by end use.")
  var kind: Kind
  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(name: .shortAndLong, help: "The file to write; it must end in .svg.")
  var output: String
  @Option(help: "The size: 1600×900, 850×600 or 1080×1080.")
  var size: ChartSize = .slide
  @Option(help: "Dark on light, or light on dark.")
  var theme: Theme = .light

  func validate() throws {
    guard output.lowercased().hasSuffix(".svg") else {
      throw ValidationError("'\(output)' must end in .svg.")
    }
  }

  func run() throws {
    let results = try changes.solve(try Library.model(model))
    let chart = try readingInput {
      try StackedAreaChart(
        stockOf: results, scenario: changes.scenarioName, program: programName)
    }
    try deliver(chart.svg(size: size, theme: theme), to: output)
    note("wrote \(output): \(chart.title)")
  }
}
