internal import ModelFiles
internal import UrbanMining

/// What `ensemble` prints: the bands of the last year, and of the stock in use over time.
struct EnsembleText {
  private let document: EnsembleDocument
  private var head: EnsembleHead { document.head }

  init(_ document: EnsembleDocument) {
    self.document = document
  }

  /// Writes the statistics of a whole ensemble where they are wanted.
  static func deliver(_ shard: EnsembleShard, to path: String?, isJSON: Bool) throws {
    let document = EnsembleDocument(shard)
    if let path {
      let isTable = TableOrDocument(path: path) == .table
      try urbanmine.deliver(isTable ? document.csvText : try jsonText(document), to: path)
    }
    try show(isJSON ? try jsonText(document) : EnsembleText(document).text)
    if let path { note("wrote \(path)") }
  }

  var text: String {
    (heading + [""] + lastYear + [""] + overTime + [errorLine, ""] + uncertainLines)
      .joined(separator: "\n")
  }

  private var heading: [String] {
    [
      head.title,
      "\(head.draws) draws (\(EnsembleText.words(head.sampler)), seed \(head.seed))",
      "flows in \(head.unit) per year, stocks in \(head.unit); inflow enters use at: \(head.inflowAt)",
    ] + SummaryText.changeLines(head.scenario, head.changes)
  }

  private static func words(_ sampler: String) -> String {
    switch Sampler(rawValue: sampler) {
    case .latinHypercube: "Latin hypercube"
    case .sobol: "scrambled Sobol sequence"
    case .monteCarlo, nil: "Monte Carlo"
    }
  }

  private var lastYear: [String] {
    let last = head.years.count - 1
    var table = TextTable(headers: [
      "In \(head.years[last])", "Median", "2.5 %", "97.5 %", "Mean", "sd / mean",
    ])
    for (index, label) in head.series.enumerated() {
      let row = document.row(series: index, year: last)
      table.add([label.key] + figures(row, isRatio: label.unit == "1"))
    }
    return table.lines()
  }

  private func figures(_ row: EnsembleStatistics.Row?, isRatio: Bool) -> [String] {
    guard let row else { return ["–", "–", "–", "–", "–"] }
    let values = [quantile(0.5, row), quantile(0.025, row), quantile(0.975, row), row.mean]
    let spread = row.mean == 0 ? nil : row.standardDeviation / abs(row.mean)
    return (isRatio ? values.map { Figures.percent($0) } : Figures.column(values))
      + [Figures.percent(spread)]
  }

  private func quantile(_ probability: Double, _ row: EnsembleStatistics.Row) -> Double {
    document.probabilities.firstIndex(of: probability).map { row.quantiles[$0] } ?? .nan
  }

  /// The first stock in use, every tenth year.
  private var overTime: [String] {
    guard let index = head.series.firstIndex(where: { $0.kind == "stock" }) else { return [] }
    var table = TextTable(headers: [
      "\(head.series[index].key)", "Median", "2.5 %", "97.5 %", "Mean", "sd / mean",
    ])
    let shown = head.years.indices.filter { head.years[$0].hasSuffix("0") }
    for year in shown {
      table.add(
        [head.years[year]] + figures(document.row(series: index, year: year), isRatio: false))
    }
    return table.lines() + [""]
  }

  private var errorLine: String {
    document.quantileError == 0
      ? "Quantiles are exact for these draws (type 7)."
      : "Quantiles are right to \(Figures.fixed(document.quantileError * 100, 2)) % of their value: "
        + "values were counted in fine bins."
  }

  private var uncertainLines: [String] {
    ["What is uncertain"]
      + head.uncertain.flatMap { own in
        TextTable.wrapped("\(own.key): \(own.drawn)", to: 92).enumerated().map {
          ($0.offset == 0 ? "  " : "    ") + $0.element
        }
      }
  }
}
