internal import LinearAlgebra

/// What a person wants to see first of a solved cycle: one row of totals for each period.
///
/// Amounts are in the unit of the model, those of flows per year.
public struct CycleSummary: Hashable, Sendable {
  public let rows: [Row]
  /// The identifiers by which the stock in use is told apart, in the order of the model.
  public let endUses: [String]
  /// What tells the parts of the stock apart: the name of its first dimension, in words.
  public let groupedBy: String
  /// All that entered use, recycled metal counted each time that it did.
  public let enteredUse: Double
  private let hasInherited: Bool

  public struct Row: Hashable, Sendable {
    public let period: Int
    /// Primary metal and scrap of both kinds that became metal; nil where no flow is primary.
    public let supply: Double?
    public let intoUse: Double
    public let stock: Double
    /// The stock by end use, as ``endUses`` lists them.
    public let stockByEndUse: [Double]
    /// In use per inhabitant, in kilograms, or in items where these are counted; nil without a population.
    public let perCapita: Double?
    /// Kilograms in use per inhabitant; nil without a population, and where items are counted.
    public let kilogramsPerCapita: Double?
    public let endOfLife: Double
    public let oldScrap: Double
    public let newScrap: Double
    public let losses: Double
    /// Metal that is kept as an impurity of another: recycled, but not for its function.
    public let nonFunctional: Double
  }

  /// Adds up a solved system.
  /// - Complexity: O(cells · T).
  public init(_ results: SystemResults, lane: Int = 0) {
    let model = results.plan.models[lane]
    let groups = results.stockByEndUse(lane: lane)
    let (supply, intoUse) = (results.supply(lane: lane), results.intoUse(lane: lane))
    let (stock, endOfLife) = (results.inUseStock(lane: lane), results.endOfLife(lane: lane))
    let (old, new) = (
      results.total(of: .oldScrap, lane: lane), results.total(of: .newScrap, lane: lane)
    )
    let losses = results.total(of: .loss, lane: lane)
    let downgraded = results.total(of: .nonFunctional, lane: lane)
    endUses = groups.map(\.element)
    groupedBy = model.stockDimension
    enteredUse = intoUse.reduce(0, +)
    hasInherited = model.processes.contains { $0.isInService && !$0.initialStocks.isEmpty }
    let unit = model.header.unit
    rows = model.time.labels.indices.map { period in
      let years = model.time.length(of: period)
      let perCapita = model.population.map {
        unit.convert(stock[period], to: unit.perInhabitant) / $0[period]
      }
      return Row(
        period: period, supply: model.hasRole(.primary) ? supply[period] / years : nil,
        intoUse: intoUse[period] / years,
        stock: stock[period], stockByEndUse: groups.map { $0.values[period] },
        perCapita: perCapita, kilogramsPerCapita: unit.isCount ? nil : perCapita,
        endOfLife: endOfLife[period] / years, oldScrap: old[period] / years,
        newScrap: new[period] / years, losses: losses[period] / years,
        nonFunctional: downgraded[period] / years)
    }
  }

  /// The share of all that entered use that is still there at the end; nil where some of what is there
  /// entered before the first period.
  public var shareStillInUse: Double? {
    guard let last = rows.last, enteredUse > 0, !hasInherited else { return nil }
    return last.stock / enteredUse
  }
}

extension SystemResults {
  /// The stock in service by the elements of its first dimension (or by process where it has none).
  public func stockByEndUse(lane: Int = 0) -> [(element: String, values: [Double])] {
    let model = plan.model
    var groups: [(element: String, values: [Double])] = []
    for (index, process) in model.processes.enumerated() where process.isInService {
      let space = model.space(over: process.dimensions)
      for (cell, stock) in stock(ofProcess: index).enumerated() {
        let element = space.elements(of: cell).first ?? process.name
        let values = stock.column(lane)
        if let group = groups.firstIndex(where: { $0.element == element }) {
          groups[group].values = zip(groups[group].values, values).map { $0 + $1 }
        } else {
          groups.append((element, values))
        }
      }
    }
    return groups
  }
}

extension SystemModel {
  /// The first dimension of the first stock in service, in words: `end use`.
  package var stockDimension: String {
    let name = processes.first { $0.isInService }?.dimensions.first ?? "process"
    return String(name.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}
