/// What each part of a scenario does: alone, as the last one, and on average over all orders.
///
/// Parts act upon one another: metal that lasts longer is collected later. So what they do alone need not
/// sum to what they do together; Shapley values do (see ``ShapleyValues``).
public struct ScenarioAttribution: Hashable, Sendable {
  /// The parts, by name. Changes that are possible only together are one part.
  public let parts: [String]
  /// What is divided, with what each part does to it.
  public let quantities: [Contributions]

  /// What is divided among the parts.
  public enum Quantity: String, Hashable, Sendable, CaseIterable {
    /// The stock in use at the end.
    case stock
    /// The service of that stock, in tonnes of the base.
    case service
    /// Primary metal over all periods.
    case primary
    /// What is lost over all periods.
    case losses
    /// The end-of-life recycling rate of the last period.
    case recyclingRate = "eol_rr"
  }

  /// What each part does to one quantity.
  public struct Contributions: Hashable, Sendable {
    public let quantity: Quantity
    /// Without any part, and with all.
    public let base: Double
    public let scenario: Double
    /// What each part changes when it is made alone.
    public let alone: [Double]
    /// What each part changes when all others are made already.
    public let last: [Double]
    /// What each part changes on average over all orders; nil with more than twelve parts.
    public let shapley: [Double]?

    /// What the parts do together beyond what they do alone.
    public var interaction: Double { scenario - base - alone.reduce(0, +) }
  }

  /// The largest number of parts for which all 2ⁿ sets are solved.
  public static let mostParts = 12

  /// Nil where the scenario has fewer than two parts that can be made apart, and where the model has nothing
  /// that is divided.
  /// - Complexity: 2ⁿ lanes for n parts, to twelve; 2n + 2 beyond.
  init?(of scenario: Scenario, in model: SystemModel) {
    var groups = scenario.parts.map { [$0] }
    if groups.count > Self.mostParts { groups = scenario.partsByOwner() }
    guard groups.count > 1 else { return nil }
    var worths = SubsetWorths(scenario, groups, model)
    if worths == nil {
      groups = scenario.partsBySource(in: model, joining: groups)
      guard groups.count > 1 else { return nil }
      worths = SubsetWorths(scenario, groups, model)
    }
    guard let worths else { return nil }
    parts = groups.map { $0.joined(separator: " with ") }
    quantities = Quantity.allCases.compactMap { worths.contributions(to: $0) }
    guard !quantities.isEmpty else { return nil }
  }
}

extension Scenario {
  /// The parts grouped by the numbers that they change.
  fileprivate func partsByOwner() -> [[String]] {
    var groups: [(owner: ChangeTarget.Owner, parts: [String])] = []
    for change in changes {
      if let index = groups.firstIndex(where: { $0.parts.contains(change.part) })
        ?? groups
        .firstIndex(where: { $0.owner == change.target.owner })
      {
        if !groups[index].parts.contains(change.part) { groups[index].parts.append(change.part) }
      } else {
        groups.append((change.target.owner, [change.part]))
      }
    }
    return groups.map(\.parts)
  }

  /// The groups, with those joined that change shares of one process: such shares may be possible
  /// only together.
  fileprivate func partsBySource(in model: SystemModel, joining groups: [[String]]) -> [[String]] {
    let draft = ModelDraft(model)
    var joined: [(parts: [String], sources: Set<String>)] = []
    for group in groups {
      var merged = (parts: group, sources: Set<String>())
      for change in changes where group.contains(change.part) {
        for cell in draft.shareCells(of: change.target) {
          merged.sources.insert(model.flows[cell.flow].from)
        }
      }
      while let index = joined.firstIndex(where: { !$0.sources.isDisjoint(with: merged.sources) }) {
        let other = joined.remove(at: index)
        merged = (other.parts + merged.parts, other.sources.union(merged.sources))
      }
      joined.append(merged)
    }
    return joined.map(\.parts)
  }
}
