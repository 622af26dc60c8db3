internal import Charts
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// Makes the chart that a command line asks for.
struct ChartMaker {
  let kind: ChartKind
  let changes: ModelArguments
  let options: ChartOptions

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
    if kind == .fan, name.lowercased().hasSuffix(".json") {
      let series = try savedSeries(name)
      return try readingInput {
        .panels(try PanelChart(fanOf: series, projectedFrom: options.projectedFrom))
      }
    }
    let file = try Library.model(name)
    let model = try changes.model(file, withScenarios: !kind.takesScenariosApart)
    return try readingInput { try chart(of: model, file) }
  }

  private func chart(of model: SystemModel, _ file: ModelFile) throws -> Chart {
    let context = try Library.chartContext(
      scenario: kind.takesScenariosApart ? nil : changes.scenarioName,
      projectedFrom: options.projectedFrom)
    let years = options.year?.years
    func results() throws -> SystemResults {
      try changes.solve(model, of: file, with: changes.scenarioName)
    }
    if kind.needsStockInService, !model.hasStockInService { throw ChartError.noStockInService }
    switch kind {
    case .stock:
      return .area(
        try StackedAreaChart(stockOf: results(), perCapita: options.perCapita, context: context))
    case .flows: return .panels(try PanelChart(flowsOf: results(), context: context))
    case .sankey:
      return .sankey(
        try SankeyChart(
          of: results(), years: years, by: options.by, deviations: deviations(file, context),
          context: context))
    case .cycle:
      return .cycle(try CycleChart(of: results(), year: years?.upperBound, context: context))
    case .survival: return .panels(try PanelChart(survivalOf: model, context: context))
    case .cohorts:
      return .cohorts(
        try CohortChart(of: results(), years: years.map { [$0.upperBound] }, context: context))
    case .mine: return .area(try StackedAreaChart(mineOf: results(), context: context))
    case .fan:
      let draws = try ensemble(changes.uncertainty(of: file), context)
      let series = try draws.fans(of: [options.result ?? model.stockSeries])[0]
      return .panels(try PanelChart(fanOf: series, projectedFrom: options.projectedFrom))
    case .compare:
      let solved = try levers(of: file).map {
        ($0.title, try changes.solve($0.applied(to: model), of: file, with: $0.name))
      }
      return .panels(try PanelChart(compare: results(), with: solved, context: context))
    case .tornado: return .bars(try tornado(of: model, file, context))
    case .waterfall:
      return .bars(try BarChart(waterfallOf: model, levers: pulled(in: file), context: context))
    case .periodic: return .periodic(try ChartMaker.periodic())
    case .reported:
      let results = try results()
      return .panels(
        try PanelChart(reported: file.comparisons(with: results), results, context: context))
    }
  }

  /// The draws that the command line asks for.
  private func ensemble(_ uncertainty: Uncertainty, _ context: ChartContext) -> EnsembleCharts {
    EnsembleCharts(
      uncertainty: uncertainty, draws: options.draws ?? EnsembleCharts.usualDraws,
      seed: options.seed ?? 1, sampler: options.sampler ?? .monteCarlo, context: context)
  }

  /// How uncertain the flows are, where draws are asked for.
  private func deviations(_ file: ModelFile, _ context: ChartContext) throws -> FlowDeviations? {
    guard options.draws != nil else { return nil }
    return try ensemble(changes.uncertainty(of: file), context).deviations(
      year: options.year?.years.upperBound, isDetailed: options.by != nil)
  }

  private func savedSeries(_ path: String) throws -> FanSeries {
    guard options.draws == nil, options.seed == nil, options.sampler == nil,
      changes.scenarios.isEmpty, changes.settings.isEmpty
    else {
      throw Failure(
        code: Failure.usage,
        message: "'\(path)' is an ensemble that was drawn already: only --of and --projected-from "
          + "go with it")
    }
    return try EnsembleCharts.saved(path, series: options.result)
  }

  /// By what the model says is uncertain, else by a tenth of each input.
  private func tornado(
    of model: SystemModel, _ file: ModelFile, _ context: ChartContext
  ) throws -> BarChart {
    guard file.uncertainty != nil else {
      guard options.result == nil else {
        throw Failure(
          code: Failure.badInput,
          message: "'\(file.base.header.name)' does not say what is uncertain, so that --of has "
            + "nothing to vary; without --of each input is varied by a tenth")
      }
      return try BarChart(tornadoOf: model, context: context)
    }
    return try BarChart(
      tornadoOf: ResultKey(options.result ?? model.stockSeries),
      in: changes.uncertainty(of: file), context: context,
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// What a waterfall shows: the scenarios that were named, else the one of the model that pulls most
  /// levers, else all.
  private func pulled(in file: ModelFile) throws -> [Scenario] {
    let all = try levers(of: file)
    guard changes.scenarios.isEmpty else { return all }
    func count(_ scenario: Scenario) -> Int {
      Set(scenario.changes.filter { $0.part != $0.target.key }.map(\.part)).count
    }
    let most = all.max { count($0) < count($1) }
    return most.map { count($0) > 1 ? [$0] : all } ?? all
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
  static func chartContext(
    scenario: String?, projectedFrom: Double? = nil
  ) throws -> ChartContext {
    let sources = try package().sources.map { ($0.name, $0.short ?? $0.title) }
    return ChartContext(
      scenario: scenario, program: programName, sources: Dictionary(sources) { first, _ in first },
      projectedFrom: projectedFrom)
  }
}
