internal import UrbanMining

/// What is lost without and with all levers, and the part of each: its mean over all orders in which they
/// could be pulled (see ``ShapleyValues``), so that the parts sum to the whole whatever the order.
struct LeverSavings {
  /// What is lost for good in the periods that the levers reach, in the unit of the model.
  let start: Double
  let end: Double
  /// The name of each lever with what it changes.
  let steps: [(name: String, change: Double)]
  /// The first period that a lever changes.
  let firstPeriod: Int

  /// With more levers there are too many orders.
  private static let mostLevers = ScenarioAttribution.mostParts

  /// The parts of a scenario, or the scenario as one lever where it has no parts.
  init(of scenario: Scenario, in model: SystemModel) throws {
    let comparison = try ScenarioComparison(of: [scenario], in: model)
    let (base, outcome) = (comparison.base, comparison.scenarios[0])
    firstPeriod = outcome.firstChange ?? 0
    start = base.losses[firstPeriod...].reduce(0, +)
    end = outcome.losses[firstPeriod...].reduce(0, +)
    let whole = [(name: scenario.title, change: end - start)]
    guard let attribution = comparison.attributions[0],
      let own = attribution.quantities.first(where: { $0.quantity == .losses }),
      let shapley = own.shapley
    else {
      steps = whole
      return
    }
    steps = zip(attribution.parts, shapley).map { part, value in
      (LeverSavings.name(of: part, in: model), value)
    }
  }

  /// Scenarios as levers that are pulled together.
  init(of scenarios: [Scenario], in model: SystemModel) throws {
    guard scenarios.count > 1 else {
      self = try LeverSavings(of: scenarios[0], in: model)
      return
    }
    guard scenarios.count <= LeverSavings.mostLevers else {
      throw ChartError(
        faults: [.tooMany(what: "scenarios", count: scenarios.count, most: LeverSavings.mostLevers)]
      )
    }
    // Bit i of a set says whether scenario i is in it.
    let sets = try (0..<1 << scenarios.count).map { set in
      try Scenario(
        name: "levers",
        extending: scenarios.indices.filter { set & (1 << $0) != 0 }.map { scenarios[$0] },
        changes: []
      ).applied(to: model)
    }
    let results = try SystemPlan(lanes: sets).solve()
    let losses = sets.indices.map { results.total(of: .loss, lane: $0) }
    let first = model.time.labels.indices.first { period in
      losses.contains { abs($0[period] - losses[0][period]) > 1e-9 * abs(losses[0][period]) }
    }
    firstPeriod = first ?? 0
    let worths = losses.map { $0[(first ?? 0)...].reduce(0, +) }
    start = worths[0]
    end = worths[worths.count - 1]
    steps = zip(scenarios, ShapleyValues(worths: worths).values).map { ($0.title, $1) }
  }

  /// `lifetime-extension` as `Lifetime extension`; several that go together joined by "with".
  private static func name(of part: String, in model: SystemModel) -> String {
    part.split(separator: " ").map(String.init).map { word in
      if word == "with" { return word }
      switch Lever.Kind(rawValue: word) {
      case .lifetimeExtension: return "Lifetime extension"
      case .some: return word.capitalizedFirst
      case nil: return model.readableName(of: word)
      }
    }.joined(separator: " ")
  }
}
