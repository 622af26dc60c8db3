internal import Charts
internal import ModelFiles
internal import UrbanMining

extension Chart {
  /// The chart of impacts.
  static func impacts(_ report: ImpactsReport, _ results: SystemResults) throws -> Chart {
    let context = try Library.chartContext(scenario: report.scenario)
    let bases = report.indicators.flatMap { [$0.primary.basis, $0.secondary.basis] }
    var names: [String] = []
    for basis in bases {
      let name = context.sources[basis] ?? basis
      if !names.contains(name) { names.append(name) }
    }
    return .panels(
      try PanelChart(
        impacts: report.indicators.map { indicator in
          .init(
            title: indicator.indicator == "ced" ? "Energy" : "Greenhouse gases",
            unit: indicator.unit.replacing("/yr", with: " per year"), total: indicator.total.values,
            low: indicator.total.low, high: indicator.total.high, saved: indicator.saved.values)
        }, years: report.years, metal: report.metal, model: results.plan.model, context: context,
        coefficients: names.joined(separator: "; ")))
  }
}
