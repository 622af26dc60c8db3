internal import ArgumentParser
internal import Charts
internal import ModelFiles

/// `urbanmine chart`: draws a model's results.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw a chart of a model as SVG, PNG, PDF or Vega-Lite.",
    discussion: """
      EXAMPLE:
        urbanmine chart stock copper -o copper-stock.svg
        urbanmine chart sankey copper --year 2000-2020 --by end_use -o flows.pdf
        urbanmine chart compare zinc --size page --theme dark -o zinc.png
        urbanmine chart survival 'weibull(shape: 3, mean: 25)' -o lifetime.svg
        urbanmine chart periodic -o recycling.png --data recycling.csv

      KINDS:
      \(ChartKind.list)
      """)

  @Argument(help: "What to draw, see above.")
  var kind: ChartKind
  @Argument(help: "A bundled model or the path of a model file.")
  var model: String?
  @OptionGroup var changes: ModelArguments
  @Option(name: .shortAndLong, help: "The file to write: .svg, .png, .pdf or .vl.json (Vega-Lite).")
  var output: String
  @Option(help: "The size: 1600×900, 850×600 or 1080×1080.")
  var size: ChartSize = .slide
  @Option(help: "Dark on light, or light on dark.")
  var theme: Theme = .light
  @Option(help: "A year, or '2000-2020' for the mean of years; the last one if not given.")
  var year: YearRange?
  @Option(help: ArgumentHelp("A dimension that colours tell apart.", valueName: "dimension"))
  var by: String?
  @Flag(help: "Divide the stock by the population.")
  var perCapita = false
  @Option(help: ArgumentHelp("Also write the numbers, as CSV.", valueName: "file"))
  var data: String?

  func validate() throws {
    guard PictureFormat(path: output) != nil else {
      throw ValidationError("'\(output)' must end in .svg, .png, .pdf or .vl.json.")
    }
  }

  func run() throws {
    let maker = ChartMaker(
      kind: kind, changes: changes, years: year?.years, dimension: by, isPerCapita: perCapita)
    let chart = try maker.chart(of: model)
    let bytes = try PictureFile(chart, size: size, theme: theme).bytes(for: output)
    try deliver(bytes, to: output)
    if let data { try deliver(chart.table.csv, to: data) }
    note("wrote \(output): \(chart.caption.title)")
  }
}
