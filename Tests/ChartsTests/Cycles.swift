import UrbanMining

@testable import Charts

/// Small models for tests of charts that show results.
enum Cycles {
  /// Two end uses, a loop of new and old scrap, a landfill and a loss to the environment.
  static func model(years: ClosedRange<Int> = 1950...2000) throws -> SystemModel {
    let time = TimeAxis(years: years)
    func constant(_ values: Double...) -> SystemModel.Values {
      .inline(
        Parameter(
          dimensions: values.count > 1 ? ["end_use"] : [],
          cells: values.map { [Double](repeating: $0, count: time.count) }))
    }
    let mined = time.labels.map { 100 + 3 * ($0 - time.labels[0]) }
    return try SystemModel(
      header: .init(
        name: "tin", title: "World tin cycle", material: "tin", unit: .kilotonne,
        labels: ["roofs": "Roofs", "cans": "Cans", "use": "In use", "soil": "Soil and water"]),
      time: time,
      dimensions: [Dimension(name: "end_use", elements: ["roofs", "cans"])],
      inputs: [
        .init(
          name: "mining", parameter: Parameter(series: mined),
          provenance: Provenance(source: "survey-1999, other-2001"))
      ],
      processes: [
        .init("mine", kind: .source), .init("smelter"),
        .init("workshop", over: ["end_use"]),
        .init(
          "use", over: ["end_use"],
          kind: .use([
            try Lifetime("weibull(shape: 3, mean: 20)"), try Lifetime("fixed(years: 2)"),
          ])),
        .init("yard", over: ["end_use"]), .init("tip", kind: .sink), .init("soil", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "smelter", .given(.input("mining")), role: .primary),
        .init(from: "smelter", to: "workshop", .share(constant(0.6, 0.4))),
        .init(from: "workshop", to: "use", .share(constant(0.9, 0.8))),
        .init(from: "workshop", to: "smelter", .remainder, role: .newScrap),
        .init(from: "use", to: "yard", .share(constant(0.7, 0.5)), role: .collected),
        .init(from: "use", to: "soil", .share(constant(0.05)), role: .loss),
        .init(from: "use", to: "tip", .remainder, role: .loss),
        .init(from: "yard", to: "smelter", .share(constant(0.9)), role: .oldScrap),
        .init(from: "yard", to: "tip", .remainder, role: .loss),
      ])
  }

  static func results() throws -> SystemResults { try SystemPlan(model()).solve() }

  static let context = ChartContext(
    program: "urbanmine 9.9", sources: ["survey-1999": "Geological Survey (1999)"])

  /// Longer lives of everything.
  static func scenario(_ factor: Double, named name: String) throws -> Scenario {
    let target = try model().target(of: "use.lifetime")
    return Scenario(
      name: name, title: "Lives times \(factor)",
      changes: [.init(target: target, value: .factor(factor))])
  }

  /// What is mined is uncertain, and lives by end use.
  static func uncertainty() throws -> Uncertainty {
    try Uncertainty(
      model: model(),
      parameters: [
        UncertainParameter(key: "mining", .relative(.normal(mean: 1, standardDeviation: 0.1))),
        UncertainParameter(
          key: "use.lifetime", .relative(.uniform(from: 0.9, to: 1.1)), over: ["end_use"]),
      ])
  }

  /// Draws of it, or of what is mined alone.
  static func drawn(
    _ draws: Int, only names: [String], isDetailed: Bool = false, miningAlone: Bool = false
  ) throws -> (ensemble: Ensemble, tally: EnsembleTally) {
    let all = try uncertainty()
    let own = try Uncertainty(
      model: all.model, parameters: miningAlone ? [all.parameters[0]] : all.parameters)
    let ensemble = try Ensemble(
      own, draws: draws, seed: 3, sampler: .sobol, isDetailed: isDetailed, only: names)
    return (ensemble, try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks))
  }

  static func fan() throws -> FanSeries {
    let (ensemble, tally) = try drawn(64, only: ["eol_rr"])
    return FanSeries.all(of: ensemble, tally: tally, context: context)[0]
  }

  static func sankeyWithDeviations() throws -> SankeyChart {
    let (ensemble, tally) = try drawn(64, only: [])
    return try SankeyChart(
      of: results(), deviations: FlowDeviations(of: ensemble, tally: tally, year: nil),
      context: context)
  }

  /// Every kind of chart of the model.
  static func charts() throws -> [(name: String, chart: Chart)] {
    let (model, results) = (try model(), try results())
    let longer = try scenario(1.5, named: "longer")
    let shorter = try scenario(0.5, named: "shorter")
    let solved = try [longer, shorter].map {
      ($0.title, try SystemPlan($0.applied(to: model)).solve())
    }
    let years = [2000.0, 2010, 2020]
    return [
      ("stock", .area(try StackedAreaChart(stockOf: results, context: context))),
      ("mine", .area(try StackedAreaChart(mineOf: results, context: context))),
      ("flows", .panels(try PanelChart(flowsOf: results, context: context))),
      ("survival", .panels(try PanelChart(survivalOf: model, context: context))),
      ("compare", .panels(try PanelChart(compare: results, with: solved, context: context))),
      (
        "fan",
        .panels(
          try PanelChart(
            fan: Caption(id: "fan", title: "A fan", subtitle: "s", footer: "f"), unit: "Mt",
            years: years, median: [3, 4, 5], half: ([2, 3, 4], [4, 5, 6]),
            most: ([1, 1, 1], [5, 7, 9]), projectedFrom: 2010))
      ),
      ("sankey", .sankey(try SankeyChart(of: results, context: context))),
      ("sankey by", .sankey(try SankeyChart(of: results, by: "end_use", context: context))),
      ("cycle", .cycle(try CycleChart(of: results, context: context))),
      ("cohorts", .cohorts(try CohortChart(of: results, context: context))),
      ("fan of an ensemble", .panels(try PanelChart(fanOf: fan()))),
      ("sankey with deviations", .sankey(try sankeyWithDeviations())),
      ("tornado by a tenth", .bars(try BarChart(tornadoOf: model, context: context))),
      (
        "tornado",
        .bars(
          try BarChart(tornadoOf: ResultKey("stock.use"), in: uncertainty(), context: context))
      ),
      (
        "waterfall",
        .bars(try BarChart(waterfallOf: model, levers: [longer, shorter], context: context))
      ),
      (
        "periodic",
        .periodic(
          try PeriodicChart(
            classes: ["Cu": .above50, "In": .below1, "Mg": .from25to50], source: "s", program: "p"))
      ),
    ]
  }
}
