internal import LinearAlgebra

/// A stock that must be held and falls faster than it wears out, in one cell of a process.
public struct ShrinkingStock: Hashable, Sendable {
  public let process: String
  /// The element of each dimension, by the name of the dimension.
  public let elements: [String: String]
  /// The periods, as indices, in which it happens.
  public let periods: [Int]
  /// What is done there: a negative inflow is kept, or clipped, so that the stock lies above the given one.
  public let policy: SystemModel.Process.NegativeInflow
  /// By how much the stock lies above the given one at most, in the unit of the model; 0 where the negative
  /// inflow is kept.
  public let largestExcess: Double
}

extension SystemResults {
  /// Where a stock that must be held falls faster than it wears out, and what was done there.
  ///
  /// Less than 1e-12 of the largest inflow, or of the stock, is rounding.
  /// - Complexity: O(cells · T).
  public func shrinkingStocks(lane: Int = 0) -> [ShrinkingStock] {
    let model = plan.models[lane]
    return model.processes.indices.flatMap { index -> [ShrinkingStock] in
      let process = model.processes[index]
      guard process.required.stock != nil else { return [] }
      let space = model.space(over: process.dimensions)
      let target = NumberSource.requiredStock(index).parameter(in: model)
      let places = space.places(in: model.space(over: target.dimensions))
      let inflows = inflow(ofProcess: index).map { $0.column(lane) }
      let stocks = stock(ofProcess: index).map { $0.column(lane) }
      let largest = inflows.joined().reduce(0) { max($0, abs($1)) }
      return (0..<space.count).compactMap { cell -> ShrinkingStock? in
        guard process.requirements(ofCell: cell).stock else { return nil }
        let wanted = target.cells[places[cell]]
        func excess(_ period: Int) -> Double { stocks[cell][period] - wanted[period] }
        let periods = wanted.indices.filter { period in
          guard !wanted[period].isNaN else { return false }
          switch process.negativeInflow {
          case .keep: return inflows[cell][period] < -1e-12 * largest
          case .clip: return excess(period) > 1e-12 * stocks[cell][period]
          }
        }
        guard !periods.isEmpty else { return nil }
        return ShrinkingStock(
          process: process.name,
          elements: Dictionary(
            uniqueKeysWithValues: zip(space.dimensions.map(\.name), space.elements(of: cell))),
          periods: periods, policy: process.negativeInflow,
          largestExcess: process.negativeInflow == .clip ? periods.map(excess).max() ?? 0 : 0)
      }
    }
  }
}
