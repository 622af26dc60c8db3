internal import UrbanMining

/// A solved system flow by flow: what `run` prints where there is no stock in service to sum up.
struct FlowsText {
  private let results: SystemResults
  private let unit: MassUnit
  private let periods: [Int]
  private let series: [Series]

  /// - Parameters:
  ///   - results: the solved system.
  ///   - periods: those to show, as indices.
  init(_ results: SystemResults, periods: [Int]) {
    self.results = results
    self.periods = periods
    series = results.series().filter { $0.kind == .flow || $0.kind == .stock }
    unit = MassUnit.readable(
      for: series.flatMap { $0.values.compactMap { $0 } }.max() ?? 0,
      in: results.plan.model.header.unit)
  }

  /// The unit in which its numbers are read easily.
  var readableUnit: MassUnit { unit }

  func lines() -> [String] {
    let model = results.plan.model
    let years = periods.map { model.time.label(of: $0) }
    let kinds = [
      (Series.Kind.flow, "Flow, \(unit.rawValue) per year"), (.stock, "Held, \(unit.rawValue)"),
    ]
    let amounts = kinds.map { kind, title in
      (title, FlowRows(series.filter { $0.kind == kind }, of: model).rows.map(shown))
    }
    let tables = (amounts + [("Made of, %", compositions)]).compactMap { title, rows -> [String]? in
      guard !rows.isEmpty else { return nil }
      var table = TextTable(headers: [title] + years)
      for (name, values) in rows { table.add([name] + Figures.column(values)) }
      return table.lines(headerWidth: 24)
    }
    return Array(tables.joined(separator: [""]))
  }

  /// The share of each element in what comes to an end, where a dimension is called `element`.
  private var compositions: [(name: String, values: [Double?])] {
    let model = results.plan.model
    return model.flows.flatMap { flow -> [(name: String, values: [Double?])] in
      let elements = model.space(of: flow).dimensions.first {
        $0.name == SystemModel.elementDimension
      }?.elements
      let isLast = !model.flows.contains { $0.from == flow.to }
      guard isLast, let elements else { return [] }
      return elements.compactMap { element in
        guard
          let found = try? Concentration(
            of: element, along: SystemModel.elementDimension, in: flow.key, results)
        else { return nil }
        let label = FlowRows.name(flow.displayName, flow.from, flow.to, flow.role, in: model)
        return (
          "\(label) (\(model.label(for: element)))",
          periods.map { found.shares[$0].map { $0 * 100 } }
        )
      }
    }
  }

  private func shown(
    _ row: (name: String, values: [Double])
  ) -> (name: String, values: [Double?]) {
    (
      row.name,
      periods.map { results.plan.model.header.unit.convert(row.values[$0], to: unit) }
    )
  }
}
