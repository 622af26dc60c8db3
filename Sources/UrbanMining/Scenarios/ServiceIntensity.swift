internal import LinearAlgebra

/// How much service the stock in use gives, where scenarios make a tonne of it serve better.
///
/// With κ_c, what a tonne that enters in period c serves, and σₜ, how much more all that is in use serves in
/// period t, relative to the base (where both are 1), the service of a stock is
/// ```
/// Vₜ = σₜ · ( Sₜ + Σ_{c ≤ t} (κ_c − 1) · s(t, c) · I_c )
/// ```
/// in tonnes of the base: 120 means what 120 tonnes of the products of the base do. Light-weighting and
/// substitution by the share k give κ = 1/(1 − k), sharing gives σ = 1/(1 − k).
public struct ServiceIntensity: Hashable, Sendable {
  /// κ and σ of each cell of a process, for each period.
  private struct Factors: Hashable {
    var cohorts: [[Double]]
    var stock: [[Double]]
  }

  /// By the place of a process in the model; processes that are not there serve as in the base.
  private let processes: [Int: Factors]

  /// - Parameters:
  ///   - scenario: its levers say what serves better.
  ///   - model: the model to which it is applied.
  public init(of scenario: Scenario, in model: SystemModel) {
    let weights = { (path: ChangePath) in path.weights(over: model.time) }
    var processes: [Int: Factors] = [:]
    for change in scenario.changes {
      guard case .service(let gain) = change.value, case .lifetimes(let index) = change.target.owner
      else { continue }
      let ones = [[Double]](
        repeating: [Double](repeating: 1, count: model.time.count), count: change.target.space.count
      )
      var factors = processes[index] ?? Factors(cohorts: ones, stock: ones)
      for cell in change.target.cells {
        for (period, weight) in weights(change.path).enumerated() {
          let factor = 1 / (1 - weight * gain.saved)
          switch gain.reach {
          case .cohorts: factors.cohorts[cell][period] *= factor
          case .stock: factors.stock[cell][period] *= factor
          }
        }
      }
      processes[index] = factors
    }
    self.processes = processes
  }

  /// V of all stocks in use at the end of each period, in the unit of the model.
  /// - Parameters:
  ///   - results: the solved model, with the scenario applied.
  ///   - lane: its lane.
  /// - Complexity: O(cells · T), and O(T²) for each cell of which new products serve better.
  public func service(of results: SystemResults, lane: Int = 0) -> [Double] {
    var service = results.inUseStock(lane: lane)
    let model = results.plan.models[lane]
    for (index, factors) in processes.sorted(by: { $0.key < $1.key }) {
      let (stocks, inflows) = (results.stock(ofProcess: index), results.inflow(ofProcess: index))
      for cell in stocks.indices {
        let stock = stocks[cell].column(lane)
        let extra = extra(
          factors.cohorts[cell], inflows[cell].column(lane), model.processes[index], cell, model)
        for period in service.indices {
          service[period] +=
            factors.stock[cell][period] * (stock[period] + extra[period]) - stock[period]
        }
      }
    }
    return service
  }

  /// Σ_{c ≤ t} (κ_c − 1) · s(t, c) · I_c.
  private func extra(
    _ factors: [Double], _ inflow: [Double], _ process: SystemModel.Process, _ cell: Int,
    _ model: SystemModel
  ) -> [Double] {
    guard let law = process.lifetimeLaw(ofCell: cell), factors.contains(where: { $0 != 1 }) else {
      return [Double](repeating: 0, count: inflow.count)
    }
    let better = zip(factors, inflow).map { ($0 - 1) * $1 }
    return Survival(valid: law, over: model.time, timing: model.timing)
      .balance(fromInflow: Matrix(column: better), [], threads: 1).stock.values
  }

  /// The first period in which anything serves better than in the base.
  var firstPeriod: Int? {
    processes.values.flatMap { $0.cohorts + $0.stock }
      .compactMap { $0.firstIndex { $0 != 1 } }.min()
  }
}
