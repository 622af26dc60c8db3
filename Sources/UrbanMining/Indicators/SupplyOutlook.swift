internal import LinearAlgebra

/// How far recycling can replace mining, year by year: of a whole system, or of one element of a dimension.
///
/// With, per period, D what enters use, E what leaves it, R old scrap that becomes metal again, N new scrap
/// and P primary metal:
/// ```
/// secondary share            R / (P + N + R)
/// highest secondary share    min(1, E / D)       if all that leaves use became metal again at once
/// ```
/// While a stock grows, E stays below D, and no recycling can close the gap: it complements primary metal
/// and replaces it only where stocks no longer grow.
public struct SupplyOutlook: Hashable, Sendable {
  /// The element that is looked at; nil for the whole system.
  public let element: String?
  /// The years, as the model labels its periods.
  public let years: [Double]
  /// What enters use, in the unit of the model per year.
  public let demand: [Double]
  /// What leaves use, per year.
  public let endOfLife: [Double]
  public let primary: [Double]
  public let oldScrap: [Double]
  public let newScrap: [Double]
  /// The lengths of the periods, in years.
  private let lengths: [Double]

  /// Looks at a solved system.
  /// - Parameters:
  ///   - results: a system with flows of the roles `primary` and `old_scrap`.
  ///   - element: an element of `dimension`; flows and stocks that are not over the dimension don't count.
  ///   - dimension: the dimension that tells elements apart; nil for the whole system.
  ///   - lane: the lane of the results.
  /// - Complexity: O(cells · T).
  public init(
    _ results: SystemResults, element: String? = nil, along dimension: String? = nil, lane: Int = 0
  ) {
    let model = results.plan.models[lane]
    let lengths = model.time.labels.indices.map { model.time.length(of: $0) }
    func sum(_ cells: [Matrix], _ space: CellSpace) -> [Double] {
      var total = lengths.map { _ in 0.0 }
      let axis = space.dimensions.firstIndex { $0.name == dimension }
      for (cell, values) in cells.enumerated() {
        if let element {
          guard let axis, space.elements(of: cell)[axis] == element else { continue }
        }
        for period in total.indices { total[period] += values[period, lane] / lengths[period] }
      }
      return total
    }
    func sum(of role: SystemModel.Role) -> [Double] {
      let found = model.flows.indices.filter { model.flows[$0].role == role }.map {
        sum(results.flow(at: $0), model.space(of: model.flows[$0]))
      }
      return found.reduce(lengths.map { _ in 0.0 }) { zip($0, $1).map { $0 + $1 } }
    }
    func inUse(_ cells: (Int) -> [Matrix]) -> [Double] {
      model.processes.indices.filter { model.processes[$0].isInService }
        .map { sum(cells($0), model.space(over: model.processes[$0].dimensions)) }
        .reduce(lengths.map { _ in 0.0 }) { zip($0, $1).map { $0 + $1 } }
    }
    self.element = element
    self.lengths = lengths
    years = model.time.labels
    demand = inUse(results.inflow(ofProcess:))
    endOfLife = inUse(results.outflow(ofProcess:))
    primary = sum(of: .primary)
    oldScrap = sum(of: .oldScrap)
    newScrap = sum(of: .newScrap)
  }

  /// What one draw of an ensemble says: its supply alone, without what enters and leaves use.
  init(
    element: String?, over time: TimeAxis, primary: [Double], oldScrap: [Double], newScrap: [Double]
  ) {
    self.element = element
    (years, lengths) = (time.labels, time.labels.indices.map { time.length(of: $0) })
    (demand, endOfLife) = ([], [])
    (self.primary, self.oldScrap, self.newScrap) = (primary, oldScrap, newScrap)
  }

  /// R / (P + N + R) of each period; nil where nothing is supplied.
  public var secondaryShares: [Double?] {
    years.indices.map { period in
      let supply = primary[period] + newScrap[period] + oldScrap[period]
      return supply > 0 ? oldScrap[period] / supply : nil
    }
  }

  /// min(1, E / D) of each period; nil where nothing enters use.
  public var highestShares: [Double?] {
    years.indices.map { period in
      demand[period] > 0 ? min(1, max(0, endOfLife[period]) / demand[period]) : nil
    }
  }

  /// The first year from which old scrap exceeds primary metal to the end; nil where it does not in the last.
  public var scrapExceedsPrimaryFrom: Double? {
    guard let last = years.indices.last, oldScrap[last] > primary[last] else { return nil }
    let after = years.indices.last { oldScrap[$0] <= primary[$0] }.map { $0 + 1 } ?? 0
    return years[after]
  }

  /// Primary metal from a year on, in the unit of the model.
  public func cumulativePrimary(from year: Double) -> Double {
    years.indices.filter { years[$0] >= year }.reduce(0) { $0 + primary[$1] * lengths[$1] }
  }
}
