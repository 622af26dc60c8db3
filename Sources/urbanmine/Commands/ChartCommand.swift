internal import ArgumentParser
internal import Charts
internal import ModelFiles

/// `urbanmine chart`: draws a model's results.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw a chart of a model as SVG, PNG, PDF, Vega-Lite or Vega.",
    discussion: """
      EXAMPLE:
        urbanmine chart stock copper -o copper-stock.svg
        urbanmine chart sankey copper --year 2000-2020 --by end_use -o flows.pdf
        urbanmine chart fan copper --of eol_rr --draws 1000 --seed 1 -o rates.svg
        urbanmine chart compare zinc --size page --theme dark -o zinc.png
        urbanmine chart survival 'weibull(shape: 3, mean: 25)' -o lifetime.svg
        urbanmine chart periodic -o recycling.png --data recycling.csv

      KINDS:
      \(ChartKind.list)
      """)

  @Argument(help: "What to draw, see above.")
  var kind: ChartKind
  @Argument(
    help: "A bundled model or the path of a model file; a fan also takes a file of 'ensemble'.")
  var model: String?
  @OptionGroup var changes: ModelArguments
  @Option(
    name: .shortAndLong,
    help: "The file to write: .svg, .png, .pdf, .vl.json (Vega-Lite) or .vg.json (Vega).")
  var output: String
  @Option(help: "The size: 1600×900, 850×600 or 1080×1080.")
  var size: ChartSize = .slide
  @Option(help: "Dark on light, or light on dark.")
  var theme: Theme = .light
  @OptionGroup var options: ChartOptions
  @Option(help: ArgumentHelp("Also write the numbers, as CSV.", valueName: "file"))
  var data: String?

  func validate() throws {
    guard PictureFormat(path: output) != nil else {
      throw ValidationError("'\(output)' must end in .svg, .png, .pdf, .vl.json or .vg.json.")
    }
    try options.check(kind)
  }

  func run() throws {
    let chart = try ChartMaker(kind: kind, changes: changes, options: options).chart(of: model)
    let bytes = try PictureFile(chart, size: size, theme: theme).bytes(for: output)
    try deliver(bytes, to: output)
    if let data { try deliver(chart.table.csv, to: data) }
    note("wrote \(output): \(chart.caption.title)")
  }
}
