public import UrbanMining

/// The results of a model as JSON holds them (schema `urbanmine/results/1`).
public struct ResultsDocument: Encodable, Sendable {
  let schema = "urbanmine/results/1"
  let model: String
  let title: String
  let scenario: Nullable<String>
  let convention: Convention
  let unit: String
  let years: [Double]
  let series: [Entry]
  let indicators: [String: [Double?]]
  let population: [Double]?
  let boundaries: [String]
  let balance: BalanceDocument
  let shrinkingStocks: [Shrinking]
  let provenance: Origin

  struct Convention: Encodable, Sendable {
    let inflowAt: String
  }

  struct Entry: Encodable, Sendable {
    let kind: String
    let name: String
    let from: Nullable<String>
    let to: Nullable<String>
    let role: Nullable<String>
    let dimensions: [String: String]
    let unit: String
    let values: [Double?]

    init(_ series: Series) {
      kind = series.kind.rawValue
      name = series.name
      from = Nullable(series.from)
      to = Nullable(series.to)
      role = Nullable(series.role?.rawValue)
      dimensions = series.elements
      unit = series.unit
      values = series.values.map(\.finite)
    }
  }

  /// A stock that must be held and falls faster than it wears out.
  struct Shrinking: Encodable, Sendable {
    let process: String
    let dimensions: [String: String]
    let years: [Double]
    let negativeInflow: String
    let largestExcess: Double
  }

  struct Origin: Encodable, Sendable {
    let program: String
    let inputs: [String: Input]
    let changes: [String]

    struct Input: Encodable, Sendable {
      let table: String?
      let source: String?
      let assumption: String?

      init(_ provenance: Provenance) {
        table = provenance.table
        source = provenance.source
        assumption = provenance.assumption
      }
    }
  }

  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - scenario: the name of the scenario, if any.
  ///   - changes: single changes made beside it, as they were written.
  ///   - program: the name and version of the program that computed the results.
  public init(
    _ results: SystemResults, lane: Int = 0, scenario: String?, changes: [String], program: String
  ) {
    let model = results.plan.models[lane]
    self.model = model.header.name
    title = model.header.title
    self.scenario = Nullable(scenario)
    convention = Convention(inflowAt: model.timing.description)
    unit = model.header.unit.rawValue
    years = model.time.labels
    series = results.series(lane: lane).map(Entry.init)
    indicators = Dictionary(
      uniqueKeysWithValues: RecyclingIndicators(results, lane: lane).all.map {
        ($0.name, $0.values.map(\.finite))
      })
    population = model.population
    boundaries = model.processes.filter { $0.kind == .source || $0.kind == .destination }
      .map(\.name)
    balance = BalanceDocument(
      results.balance, time: model.time, named: true,
      residuals: Dictionary(
        uniqueKeysWithValues: results.residuals(lane: lane).map { ($0.process, $0.values) }))
    shrinkingStocks = results.shrinkingStocks(lane: lane).map { stock in
      Shrinking(
        process: stock.process, dimensions: stock.elements,
        years: stock.periods.map { model.time.labels[$0] },
        negativeInflow: stock.policy.rawValue, largestExcess: stock.largestExcess)
    }
    var inputs = Dictionary(
      uniqueKeysWithValues: model.inputs.map { ($0.name, Origin.Input($0.provenance)) })
    for process in model.processes where process.lifetimes != nil {
      inputs["\(process.name).lifetime"] = Origin.Input(process.provenance)
    }
    inputs["population"] = model.populationProvenance.map { Origin.Input($0) }
    provenance = Origin(program: program, inputs: inputs, changes: changes)
  }
}

/// The results of several models as JSON holds them (schema `urbanmine/cycles/1`).
public struct CyclesDocument: Encodable, Sendable {
  let schema = "urbanmine/cycles/1"
  let cycles: [ResultsDocument]

  public init(cycles: [ResultsDocument]) {
    self.cycles = cycles
  }
}
