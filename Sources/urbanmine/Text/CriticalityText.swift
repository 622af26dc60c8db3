internal import ModelFiles
internal import UrbanMining

/// What `criticality` prints.
struct CriticalityText {
  private let report: CriticalityReport

  init(_ report: CriticalityReport) {
    self.report = report
  }

  var text: String {
    let indicators = CriticalityIndicator.allCases
    var table = TextTable(
      headers: ["Metal", "Rank", "90 % of draws", "Score"]
        + indicators.map(CriticalityText.short) + ["HHI", "Known", "EU 2023"])
    for metal in report.metals {
      table.add(
        [
          metal.metal, "\(metal.rank)" + (metal.coverage < 0.75 ? "*" : ""),
          "\(metal.rankLow)–\(metal.rankHigh)",
          Figures.fixed(metal.score, 2),
        ]
          + indicators.map { metal.indicators[$0.rawValue].map { Figures.fixed($0, 2) } ?? "–" } + [
            metal.hhi.map { Figures.fixed($0, 0) } ?? "–",
            Figures.fixed(metal.coverage * 100, 0) + " %",
            CriticalityText.status(metal.eu2023),
          ])
    }
    let weights = indicators.map {
      "\($0.rawValue) \(Figures.fixed(report.weights[$0.rawValue] ?? 0, 2))"
    }
    return
      ([
        "Criticality of \(report.metals.count) metals, 1 the most critical; indicators from 0 to 1",
        "Ranks from \(report.draws) draws of the indicators"
          + (report.weightsDrawn ? " and of the weights" : "") + ", seed \(report.seed)", "",
      ] + table.lines(headerWidth: 8) + [""]
      + TextTable.wrapped("Weights: " + weights.joined(separator: ", "), to: 96)
      + TextTable.wrapped(
        "A composite is a convention. * rests on less than three quarters of the weight. 'Known' is the share of the weight for which there is a figure; "
          + "companionality and substitution are assumed classes ('urbanmine data show "
          + "criticality-indicators'). Import reliance is that of the United States.", to: 96))
      .joined(separator: "\n")
  }

  /// The indicators with their weights, for the help.
  static var indicators: String {
    CriticalityIndicator.allCases.map { indicator in
      let name = indicator.rawValue
      let gap = String(repeating: " ", count: max(1, 25 - name.count))
      return "  " + name + gap
        + Figures.fixed(CriticalityIndicator.defaultWeights[indicator] ?? 0, 2) + "  "
        + explanation(indicator)
    }.joined(separator: "\n")
  }

  private static func explanation(_ indicator: CriticalityIndicator) -> String {
    switch indicator {
    case .concentration: "HHI of production by country / 10,000"
    case .companionality: "share mined with other metals"
    case .importReliance: "share of use that is imported"
    case .substitutionDifficulty: "how poorly others take its place"
    case .missingRecycling: "1 − end-of-life recycling input rate"
    case .shortRange: "1 − reserve range / 100 years"
    }
  }

  private static func short(_ indicator: CriticalityIndicator) -> String {
    switch indicator {
    case .concentration: "Concen- tration"
    case .companionality: "By- product"
    case .importReliance: "Imports"
    case .substitutionDifficulty: "No sub- stitute"
    case .missingRecycling: "No re- cycling"
    case .shortRange: "Short range"
    }
  }

  private static func status(_ status: String?) -> String {
    switch status {
    case "critical": "critical"
    case "strategic_only": "strategic"
    default: "not listed"
    }
  }
}
