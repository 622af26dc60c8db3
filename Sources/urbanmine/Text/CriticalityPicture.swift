internal import Charts
internal import ModelFiles

extension Chart {
  /// The chart of a ranking.
  static func criticality(_ report: CriticalityReport) throws -> Chart {
    let sources = try Library.chartContext(scenario: nil).sources
    let names = ["usgs-mcs-2026", "unep-irp-2011", "eu-crm-2023"].map { sources[$0] ?? $0 }
    return .bars(
      try BarChart(
        criticality: report.metals.prefix(9).map { metal in
          .init(
            metal: metal.metal, score: metal.score, low: metal.scoreLow, high: metal.scoreHigh,
            ranks: metal.rankLow...metal.rankHigh, isListed: metal.eu2023 == "critical",
            isComplete: metal.coverage > 0.999)
        },
        subtitle:
          "The first \(min(9, report.metals.count)) of \(report.metals.count) metals. Coloured: 90 of 100 draws of the indicators"
          + (report.weightsDrawn ? " and weights" : "")
          + "; orange: on the European list of critical raw materials 2023; weights are a convention",
        footer: "Sources: \(names.joined(separator: "; ")); companionality and substitution are "
          + "assumptions. Made by \(programName)."))
  }
}
