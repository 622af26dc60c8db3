public import UrbanMining

extension StackedAreaChart {
  /// The stock in use of a solved model by end use, in million tonnes or a smaller unit that fits.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - scenario: the name of the scenario, if any.
  ///   - program: the name and version of the program, for the footer.
  public init(
    stockOf results: SystemResults, lane: Int = 0, scenario: String?, program: String
  ) throws(ChartError) {
    let model = results.plan.models[lane]
    let largest = results.inUseStock(lane: lane).max() ?? 0
    let unit = MassUnit.readable(for: largest, in: model.header.unit)
    let bands = results.stockByEndUse(lane: lane).map { element, values in
      Band(
        id: element, label: model.label(for: element),
        values: values.map { max(0, model.header.unit.convert($0, to: unit)) })
    }
    let years = model.time.labels
    let totals = years.indices.map { index in bands.reduce(0) { $0 + $1.values[index] } }
    let subtitle =
      "In-use stock of \(model.header.material) by \(model.stockDimension), \(unit.rawValue), \(model.time.span), "
      + "at the end of each year; inflow enters at \(model.timing.words)"
      + (scenario.map { "; scenario \($0)" } ?? "")
    try self.init(
      title: StackedAreaChart.finding(model.header.material, unit, years, totals),
      subtitle: subtitle,
      footer: "\(model.header.title). \(StackedAreaChart.sources(model)) \(program).",
      unit: unit.rawValue, years: years, bands: bands)
  }

  /// "Copper in use passed 400 Mt in 2012": the last round number that the total passed for good.
  private static func finding(
    _ material: String, _ unit: MassUnit, _ years: [Double], _ totals: [Double]
  ) -> String {
    let name = material.prefix(1).uppercased() + material.dropFirst()
    guard let last = totals.last, last > 0 else { return "\(name) in use" }
    let power =
      stride(from: -12, through: 15, by: 1).map { exponent in
        (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
      }.last { $0 <= last } ?? last
    let round = (last / power).rounded(.down) * power
    guard let below = totals.lastIndex(where: { $0 < round }) else {
      return "\(name) in use: \(Magnitude.text(last, unit: unit.rawValue))"
    }
    return "\(name) in use passed \(Magnitude.text(round, unit: unit.rawValue)) "
      + "in \(NumberFormat.year(years[below + 1]))"
  }

  /// Who published what the model is built on.
  private static func sources(_ model: SystemModel) -> String {
    var names: [String] = []
    let origins = model.inputs.map(\.provenance) + model.processes.map(\.provenance)
    for source in origins.compactMap(\.source) where !names.contains(source) {
      names.append(source)
    }
    return names.isEmpty ? "" : "Sources: \(names.joined(separator: ", "))."
  }
}
