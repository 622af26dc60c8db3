internal import Charts
internal import ModelFiles
internal import UrbanMining

/// Makes the chart that a command line asks for.
struct ChartMaker {
  let kind: ChartKind
  let changes: ModelArguments
  let years: ClosedRange<Double>?
  let dimension: String?
  let isPerCapita: Bool

  /// The chart of a model, of a lifetime, or of the bundled recycling rates.
  func chart(of name: String?) throws -> Chart {
    guard kind != .periodic else { return .periodic(try ChartMaker.periodic()) }
    guard let name else {
      throw Failure(
        code: Failure.usage, message: "'\(kind.rawValue)' needs a model, such as copper")
    }
    if kind == .survival, name.contains("(") {
      let lifetime = try Library.lifetime(name)
      return .panels(try PanelChart(survivalOf: lifetime, program: programName))
    }
    let file = try Library.model(name)
    let model = try changes.model(file, withScenarios: !kind.takesScenariosApart)
    return try readingInput { try chart(of: model, file) }
  }

  private func chart(of model: SystemModel, _ file: ModelFile) throws -> Chart {
    let context = try Library.chartContext(
      scenario: kind.takesScenariosApart ? nil : changes.scenarioName)
    func results() throws -> SystemResults {
      try changes.solve(model, of: file, with: changes.scenarioName)
    }
    if kind.needsStockInService, !model.hasStockInService { throw ChartError.noStockInService }
    switch kind {
    case .stock:
      return .area(
        try StackedAreaChart(stockOf: results(), perCapita: isPerCapita, context: context))
    case .flows: return .panels(try PanelChart(flowsOf: results(), context: context))
    case .sankey:
      return .sankey(
        try SankeyChart(of: results(), years: years, by: dimension, context: context))
    case .cycle:
      return .cycle(try CycleChart(of: results(), year: years?.upperBound, context: context))
    case .survival: return .panels(try PanelChart(survivalOf: model, context: context))
    case .cohorts:
      return .cohorts(
        try CohortChart(of: results(), years: years.map { [$0.upperBound] }, context: context))
    case .mine: return .area(try StackedAreaChart(mineOf: results(), context: context))
    case .compare:
      let solved = try levers(of: file).map {
        ($0.title, try changes.solve($0.applied(to: model), of: file, with: $0.name))
      }
      return .panels(try PanelChart(compare: results(), with: solved, context: context))
    case .tornado: return .bars(try BarChart(tornadoOf: model, context: context))
    case .waterfall:
      return .bars(try BarChart(waterfallOf: model, levers: levers(of: file), context: context))
    case .periodic: return .periodic(try ChartMaker.periodic())
    }
  }

  private func levers(of file: ModelFile) throws -> [Scenario] {
    let levers = try changes.levers(of: file)
    guard !levers.isEmpty else {
      throw Failure(
        code: Failure.badInput, message: "\(file.name): the model has no scenarios to compare")
    }
    return levers
  }

  /// The bundled classes of recycling rates.
  static func periodic() throws -> PeriodicChart {
    let name = "tables/unep-recycling-classes.csv"
    return try readingInput {
      let table = try CSVTable(bytes: Library.bytes(name) ?? [], name: name)
      let (element, rate) = (
        try table.index(ofColumn: "element"), try table.index(ofColumn: "rate_class")
      )
      let pairs = table.rows.indices.compactMap { row in
        PeriodicChart.RateClass(rawValue: table[row, rate].text).map {
          (table[row, element].text, $0)
        }
      }
      return try PeriodicChart(
        classes: Dictionary(pairs) { first, _ in first },
        source: Library.chartContext(scenario: nil).sources["unep-irp-2011"] ?? "UNEP",
        program: programName)
    }
  }
}

extension Library {
  /// What charts say of the program and the sources of the bundled data.
  static func chartContext(scenario: String?) throws -> ChartContext {
    let sources = try package().sources.map { ($0.name, $0.short ?? $0.title) }
    return ChartContext(
      scenario: scenario, program: programName, sources: Dictionary(sources) { first, _ in first })
  }
}
