internal import Charts
internal import ModelFiles
internal import UrbanMining

extension Chart {
  /// The chart of e-waste by year.
  static func ewaste(_ document: EWasteDocument, _ results: SystemResults) throws -> Chart {
    let all = document.arisings
    return .panels(
      try PanelChart(
        ewaste: .init(
          years: all.years.map(Double.init), putOnMarket: all.putOnMarket,
          generated: all.generated, generatedByDensity: all.generatedByDensity,
          collected: all.collected, rateOfGenerated: all.rateOfGenerated,
          rateOfMarket: all.rateOfMarket),
        model: results.plan.model,
        context: try Library.chartContext(scenario: document.scenario)))
  }
}
