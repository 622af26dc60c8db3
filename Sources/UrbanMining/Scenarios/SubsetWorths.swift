/// The quantities of a model under sets of the parts of a scenario: bit i of a set says whether group i is
/// made.
struct SubsetWorths {
  private let groups: Int
  private let worths: [Int: [ScenarioAttribution.Quantity: Double]]

  /// How many sets are solved side by side.
  private static let block = 64

  /// Solves the model under all sets, or only under those of none, one, all but one and all where there
  /// are too many.
  /// - Returns: nil where the model under some set is not sound.
  init?(_ scenario: Scenario, _ groups: [[String]], _ model: SystemModel) {
    let all = 1 << groups.count - 1
    let singles = groups.indices.map { 1 << $0 }
    let sets =
      groups.count <= ScenarioAttribution.mostParts
      ? Array(0...all)
      : Array(Set([0, all] + singles + singles.map { all ^ $0 })).sorted()
    var worths: [Int: [ScenarioAttribution.Quantity: Double]] = [:]
    for start in stride(from: 0, to: sets.count, by: SubsetWorths.block) {
      let block = Array(sets[start..<min(start + SubsetWorths.block, sets.count)])
      var scenarios: [Scenario] = []
      var models: [SystemModel] = []
      for set in block {
        let kept = groups.indices.filter { set & (1 << $0) != 0 }.flatMap { groups[$0] }
        let part = scenario.keeping(parts: kept)
        guard let changed = try? part.applied(to: model) else { return nil }
        scenarios.append(part)
        models.append(changed)
      }
      guard let results = try? SystemPlan(lanes: models).solve() else { return nil }
      for (lane, set) in block.enumerated() {
        worths[set] = quantities(
          of: results, lane, ServiceIntensity(of: scenarios[lane], in: model))
      }
    }
    self.groups = groups.count
    self.worths = worths
  }

  /// What each group does to a quantity; nil where the model doesn't have it.
  func contributions(
    to quantity: ScenarioAttribution.Quantity
  ) -> ScenarioAttribution.Contributions? {
    let all = 1 << groups - 1
    let values = worths.compactMapValues { $0[quantity] }
    guard values.count == worths.count, let base = values[0], let full = values[all] else {
      return nil
    }
    let singles = (0..<groups).map { 1 << $0 }
    let isComplete = values.count == all + 1
    return .init(
      quantity: quantity, base: base, scenario: full,
      alone: singles.map { (values[$0] ?? base) - base },
      last: singles.map { full - (values[all ^ $0] ?? full) },
      shapley: isComplete
        ? ShapleyValues(worths: (0...all).map { values[$0] ?? base }).values : nil)
  }
}

/// The quantities that are divided, of one lane.
private func quantities(
  of results: SystemResults, _ lane: Int, _ service: ServiceIntensity
) -> [ScenarioAttribution.Quantity: Double] {
  var worths: [ScenarioAttribution.Quantity: Double] = [:]
  if results.plan.model.hasStockInService {
    worths[.stock] = results.inUseStock(lane: lane).last
    worths[.service] = service.service(of: results, lane: lane).last
  }
  if results.plan.model.hasRole(.primary) {
    worths[.primary] = results.total(of: .primary, lane: lane).reduce(0, +)
  }
  if results.plan.model.hasRole(.loss) {
    worths[.losses] = results.total(of: .loss, lane: lane).reduce(0, +)
  }
  worths[.recyclingRate] = RecyclingIndicators(results, lane: lane).recyclingRate.last ?? nil
  return worths
}
