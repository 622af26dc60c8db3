/// What a scenario, or the base, comes to: the series that are compared.
///
/// Amounts of flows are per period, in the unit of the model.
public struct ScenarioOutcome: Hashable, Sendable {
  public let name: String
  public let title: String
  /// The lane of the results that holds it.
  public let lane: Int
  /// The first period in which its numbers differ from the base; nil for the base, and where none does.
  public let firstChange: Int?
  /// The stock in use at the end of each period.
  public let stock: [Double]
  /// The service of that stock, in tonnes of the base (see ``ServiceIntensity``).
  public let service: [Double]
  public let intoUse: [Double]
  public let endOfLife: [Double]
  public let oldScrap: [Double]
  public let newScrap: [Double]
  public let losses: [Double]
  /// Primary metal; nil where no flow of the model is primary.
  public let primary: [Double]?
  public let indicators: RecyclingIndicators
  /// Where no stock is in service, all flows and stocks that the system has instead, cell by cell, flows per
  /// year; else empty.
  public let parts: [Series]

  init(
    _ scenario: Scenario, lane: Int, firstChange: Int?, service: ServiceIntensity,
    in results: SystemResults
  ) {
    name = scenario.name
    title = scenario.title
    self.lane = lane
    self.firstChange = firstChange
    stock = results.inUseStock(lane: lane)
    self.service = service.service(of: results, lane: lane)
    intoUse = results.intoUse(lane: lane)
    endOfLife = results.endOfLife(lane: lane)
    oldScrap = results.total(of: .oldScrap, lane: lane)
    newScrap = results.total(of: .newScrap, lane: lane)
    losses = results.total(of: .loss, lane: lane)
    primary = results.plan.model.hasRole(.primary) ? results.total(of: .primary, lane: lane) : nil
    indicators = RecyclingIndicators(results, lane: lane)
    parts =
      results.plan.model.hasStockInService
      ? [] : results.series(lane: lane).filter { $0.kind == .flow || $0.kind == .stock }
  }

  /// The series with the names that files use: stocks, and flows per year. Where no stock is in service, those
  /// of the roles, and each flow and stock: `flow mine->smelter (north)`.
  public func seriesPerYear(over time: TimeAxis) -> [(name: String, values: [Double])] {
    func perYear(_ amounts: [Double]) -> [Double] {
      amounts.indices.map { amounts[$0] / time.length(of: $0) }
    }
    let inUse = [
      ("stock", stock), ("service", service), ("into_use", perYear(intoUse)),
      ("end_of_life", perYear(endOfLife)),
    ]
    return (parts.isEmpty ? inUse : [])
      + [
        ("old_scrap", perYear(oldScrap)), ("new_scrap", perYear(newScrap)),
        ("losses", perYear(losses)),
      ] + (primary.map { [("primary", perYear($0))] } ?? [])
      + parts.map { ($0.fullName, $0.values.map { $0 ?? 0 }) }
  }
}
