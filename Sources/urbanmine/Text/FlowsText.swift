internal import UrbanMining

/// A solved system flow by flow: what `run` prints where there is no stock in service to sum up.
struct FlowsText {
  private let results: SystemResults
  private let unit: MassUnit
  private let periods: [Int]
  private let series: [Series]

  /// More rows than this are added up over the elements of each flow.
  private static let mostRows = 40

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
    let years = periods.map { results.plan.model.time.label(of: $0) }
    let kinds = [
      (Series.Kind.flow, "Flow, \(unit.rawValue) per year"), (.stock, "Held, \(unit.rawValue)"),
    ]
    let amounts = kinds.map { kind, title in (title, rows(series.filter { $0.kind == kind })) }
    let tables = (amounts + [("Made of, %", compositions)]).compactMap { title, rows -> [String]? in
      guard !rows.isEmpty else { return nil }
      var table = TextTable(headers: [title] + years)
      for (name, values) in rows { table.add([name] + Figures.column(values)) }
      return table.lines(headerWidth: 24)
    }
    return Array(tables.joined(separator: [""]))
  }

  private func rows(_ all: [Series]) -> [(name: String, values: [Double?])] {
    guard all.count > FlowsText.mostRows else {
      return all.map { (name($0) + place($0), shown($0.values)) }
    }
    var sums: [(name: String, values: [Double?])] = []
    for one in all {
      let values = shown(one.values)
      if sums.last?.name == name(one) {
        sums[sums.count - 1].values = zip(sums[sums.count - 1].values, values).map {
          ($0 ?? 0) + ($1 ?? 0)
        }
      } else {
        sums.append((name(one), values))
      }
    }
    return sums
  }

  /// The share of each element in what comes to an end, where a dimension is called `element`.
  private var compositions: [(name: String, values: [Double?])] {
    let model = results.plan.model
    return model.flows.flatMap { flow -> [(name: String, values: [Double?])] in
      let elements = model.space(of: flow).dimensions.first { $0.name == "element" }?.elements
      let isLast = !model.flows.contains { $0.from == flow.to }
      guard isLast, let elements else { return [] }
      return elements.compactMap { element in
        guard
          let found = try? Concentration(of: element, along: "element", in: flow.key, results)
        else { return nil }
        let label = name(flow.displayName, flow.from, flow.to, flow.role)
        return (
          "\(label) (\(model.label(for: element)))",
          periods.map { found.shares[$0].map { $0 * 100 } }
        )
      }
    }
  }

  private func shown(_ values: [Double?]) -> [Double?] {
    periods.map { period in
      values[period].map { results.plan.model.header.unit.convert($0, to: unit) }
    }
  }

  private func name(_ one: Series) -> String {
    guard let from = one.from, let to = one.to else {
      return results.plan.model.label(for: one.name)
    }
    return name(one.name, from, to, one.role)
  }

  private func name(
    _ name: String, _ from: String, _ to: String, _ role: SystemModel.Role?
  ) -> String {
    let model = results.plan.model
    let ends = "\(model.label(for: from)) → \(model.label(for: to))"
    let hasName = name != "\(from)->\(to)" && name != role?.rawValue
    return hasName ? "\(model.label(for: name)): \(ends)" : ends
  }

  /// The elements in the order of the model's dimensions.
  private func place(_ one: Series) -> String {
    let model = results.plan.model
    let elements = model.dimensions.compactMap { one.elements[$0.name] }.map(model.label(for:))
    return elements.isEmpty ? "" : " (\(elements.joined(separator: ", ")))"
  }
}
