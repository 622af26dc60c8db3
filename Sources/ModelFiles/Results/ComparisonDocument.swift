public import UrbanMining

/// A model beside its scenarios as JSON holds it (schema `urbanmine/compare/1`).
///
/// Stocks are in the unit of the model, flows in that unit per year, sums over years in the unit.
public struct ComparisonDocument: Encodable, Sendable {
  let schema = "urbanmine/compare/1"
  let model: String
  let title: String
  let unit: String
  let convention: ResultsDocument.Convention
  let years: [Double]
  let base: Outcome
  let scenarios: [Compared]
  let balance: BalanceDocument
  let program: String

  /// The series of the base or of a scenario.
  struct Outcome: Encodable, Sendable {
    let name: String
    let title: String
    let series: [String: [Double]]
    let indicators: [String: [Double?]]
    let peaks: [String: Highest]

    struct Highest: Encodable, Sendable {
      let year: Double
      let value: Double
      let isAtEnd: Bool
    }
  }

  /// A scenario with what it changes.
  struct Compared: Encodable, Sendable {
    let outcome: Outcome
    /// The first year in which its numbers differ from the base.
    let firstChange: Nullable<Double>
    let differences: [Difference]
    let primary: Nullable<Primary>
    let sameService: Nullable<Equivalent>
    let attribution: Nullable<Attribution>

    func encode(to encoder: any Encoder) throws {
      try outcome.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(firstChange, forKey: .firstChange)
      try container.encode(differences, forKey: .differences)
      try container.encode(primary, forKey: .primary)
      try container.encode(sameService, forKey: .sameService)
      try container.encode(attribution, forKey: .attribution)
    }

    enum CodingKeys: CodingKey {
      case firstChange, differences, primary, sameService, attribution
    }
  }

  /// One quantity in one year.
  struct Difference: Encodable, Sendable {
    let year: Double
    let quantity: String
    let base: Nullable<Double>
    let scenario: Nullable<Double>
    let difference: Nullable<Double>
  }

  /// Primary metal summed over the years from the first change on.
  struct Primary: Encodable, Sendable {
    let from: Double
    let until: Double
    let base: Double
    let scenario: Double
    let saved: Double
  }

  /// The primary metal that would give the service of the base in a year.
  struct Equivalent: Encodable, Sendable {
    let year: Double
    let factor: Double
    let primary: Double
    let saved: Double
  }

  /// What each part of a scenario does.
  struct Attribution: Encodable, Sendable {
    let parts: [String]
    let quantities: [Quantity]

    struct Quantity: Encodable, Sendable {
      let quantity: String
      let base: Double
      let scenario: Double
      let alone: [Double]
      let last: [Double]
      let shapley: Nullable<[Double]>
      let interaction: Double
    }
  }

  /// - Parameters:
  ///   - comparison: the solved base and scenarios.
  ///   - periods: the periods for which differences are listed.
  ///   - program: the name and version of the program that computed it.
  public init(_ comparison: ScenarioComparison, periods: [Int], program: String) {
    let model = comparison.results.plan.model
    let time = model.time
    self.model = model.header.name
    title = model.header.title
    unit = model.header.unit.rawValue
    convention = .init(inflowAt: model.timing.description)
    years = time.labels
    let base = Outcome(comparison.base, time)
    self.base = base
    scenarios = comparison.scenarios.enumerated().map { index, own in
      let outcome = Outcome(own, time)
      let attribution = comparison.attributions[index].map { Attribution($0) }
      return Compared(
        outcome: outcome, firstChange: Nullable(own.firstChange.map { time.labels[$0] }),
        differences: periods.flatMap { base.differences(to: outcome, in: $0, time) },
        primary: Nullable(Primary(comparison.base, own, time)),
        sameService: Nullable(
          comparison.sameService[index].map {
            Equivalent(
              year: time.labels[time.count - 1], factor: $0.factor, primary: $0.primary,
              saved: $0.saved)
          }), attribution: Nullable(attribution))
    }
    balance = BalanceDocument(comparison.results.balance, time: time, named: true)
    self.program = program
  }
}

extension ComparisonDocument.Outcome {
  fileprivate init(_ outcome: ScenarioOutcome, _ time: TimeAxis) {
    name = outcome.name
    title = outcome.title
    var series: [String: [Double]] = [:]
    var peaks: [String: Highest] = [:]
    for (name, values) in outcome.seriesPerYear(over: time) {
      series[name] = values
      peaks[name] = Peak(of: values).map {
        Highest(year: time.labels[$0.period], value: $0.value, isAtEnd: $0.isAtEnd)
      }
    }
    self.series = series
    self.peaks = peaks
    indicators = Dictionary(
      uniqueKeysWithValues: outcome.indicators.all.map { ($0.name, $0.values.map(\.finite)) })
  }

  fileprivate func differences(
    to other: Self, in period: Int, _ time: TimeAxis
  ) -> [ComparisonDocument.Difference] {
    let amounts = series.keys.sorted().map { ($0, series[$0]?[period], other.series[$0]?[period]) }
    let ratios = indicators.keys.sorted().map {
      ($0, indicators[$0]?[period], other.indicators[$0]?[period])
    }
    return (amounts + ratios).map { name, base, scenario in
      let difference = base.flatMap { base in scenario.map { $0 - base } }
      return .init(
        year: time.labels[period], quantity: name, base: Nullable(base),
        scenario: Nullable(scenario), difference: Nullable(difference))
    }
  }
}

extension ComparisonDocument.Primary {
  fileprivate init?(_ base: ScenarioOutcome, _ scenario: ScenarioOutcome, _ time: TimeAxis) {
    guard let before = base.primary, let own = scenario.primary else { return nil }
    let start = scenario.firstChange ?? 0
    from = time.labels[start]
    until = time.labels[time.count - 1]
    self.base = before[start...].reduce(0, +)
    self.scenario = own[start...].reduce(0, +)
    saved = self.base - self.scenario
  }
}

extension ComparisonDocument.Attribution {
  fileprivate init(_ attribution: ScenarioAttribution) {
    parts = attribution.parts
    quantities = attribution.quantities.map {
      Quantity(
        quantity: $0.quantity.rawValue, base: $0.base, scenario: $0.scenario, alone: $0.alone,
        last: $0.last, shapley: Nullable($0.shapley), interaction: $0.interaction)
    }
  }
}

extension ScenarioComparison {
  /// All series of the base and of each scenario as tidy CSV, with a first column `scenario`.
  /// - Complexity: O(numbers).
  public func csvText() -> String {
    ([base] + scenarios).enumerated().map { index, outcome in
      let lines = results.csvText(lane: outcome.lane).split(separator: "\n")
      let name = csvLine([outcome.name])
      let rows = lines.dropFirst().map { "\(name),\($0)\n" }.joined()
      return index == 0 ? "scenario,\(lines[0])\n" + rows : rows
    }.joined()
  }
}
