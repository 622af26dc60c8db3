public import UrbanMining

extension PanelChart {
  /// Flows that a model predicts beside what was reported of them.
  /// - Parameters:
  ///   - comparisons: one panel each.
  ///   - results: the solved model.
  ///   - context: what the footer says beside the model.
  /// - Throws: where nothing was reported.
  public init(
    reported comparisons: [ReportedComparison], _ results: SystemResults, context: ChartContext
  ) throws(ChartError) {
    let model = results.plan.model
    guard let first = comparisons.first else {
      throw ChartError(faults: [.notInModel(what: "flow of which amounts were reported")])
    }
    let name = String(first.flow.map { $0 == "_" ? " " : $0 })
    let ratio = NumberFormat.significant(first.medianRatio)
    let unit = model.header.unit.rawValue + " per year"
    try self.init(
      caption: Caption(
        id: "reported",
        title: "\(name.capitalizedFirst): the model predicts \(ratio) times what was reported",
        subtitle: "\(model.header.title), \(model.header.material); median of "
          + "\(first.years.count) years; inflow enters use at \(model.timing.description)",
        footer: context.footer(model)),
      kind: "Line chart",
      panels: comparisons.map { comparison in
        Panel(
          title: comparisons.count > 1 ? comparison.flow : "", unit: unit,
          positions: comparison.years.map(\.year),
          layers: [
            .line(
              Line(
                id: comparison.flow + ".reported", label: "reported", ink: .main,
                values: comparison.years.map(\.reported))),
            .line(
              Line(
                id: comparison.flow + ".predicted", label: "predicted", ink: .secondary,
                values: comparison.years.map(\.predicted))),
          ])
      }, message: "The model does not read what was reported to predict it.")
  }
}
