internal import LinearAlgebra

/// How much primary metal would have given the service of the base, with the changes of a scenario.
///
/// Where mine production is given, a scenario saves none of it: the same metal enters and more of it stays
/// in use or serves better. What it is worth is said by the amount that would have done. A system is linear
/// in its given amounts, so with all of them multiplied by λ from the first changed period y₀ on,
/// ```
/// V_T(λ) = V_T(0) + λ · (V_T(1) − V_T(0))          service of the last period
/// λ = (V_T(base) − V_T(0)) / (V_T(1) − V_T(0))
/// P(λ) = Σ_{y₀..T} [ P(0) + λ · (P(1) − P(0)) ]
/// ```
/// where (0) is the scenario without any given amount from y₀ on, which leaves what entered before, and (1)
/// the scenario as it is. The figure is checked by solving the system with the amounts multiplied.
public struct SameService: Hashable, Sendable {
  /// λ, by which all given amounts are multiplied from the first changed period on.
  public let factor: Double
  /// Primary metal from the first changed period to the last, in the unit of the model.
  public let primary: Double
  /// What the base takes in the same periods, less that.
  public let saved: Double
}

extension SystemModel {
  /// The same with all given amounts multiplied from a period on.
  func withGivenAmounts(times factor: Double, from start: Int) throws(SystemModelError)
    -> SystemModel
  {
    var draft = ModelDraft(self)
    for index in flows.indices where flows[index].givenValues != nil {
      let values = draft.wideValues(ofFlow: index)
      draft.flows[index] = flows[index].with(.inline(values.times(factor, from: start)))
    }
    for (index, process) in processes.enumerated() {
      let (required, stock) = process.required
      guard let inflow = required else { continue }
      let values = draft.wide(inflow, over: space(over: process.dimensions))
      draft.processes[index] = process.with(
        process.drive.with(inflow: .inline(values.times(factor, from: start)), stock: stock))
    }
    return try draft.model()
  }

  /// Whether any amount is given, and no stock is: then the system can be scaled.
  var isScalable: Bool {
    let hasInflow = processes.contains { $0.required.inflow != nil }
    let hasStock = processes.contains { $0.required.stock != nil }
    return !hasStock && (hasInflow || flows.contains { $0.givenValues != nil })
  }

  /// The first period in which the numbers of another model of the same structure differ from these.
  func firstDifference(from other: SystemModel) -> Int? {
    var first = time.count
    // A number that is not there is NaN on both sides.
    func isOther(_ one: Double, _ another: Double) -> Bool {
      one != another && !(one.isNaN && another.isNaN)
    }
    func note(_ series: [Double], _ others: [Double]) {
      if let period = series.indices.first(where: { isOther(series[$0], others[$0]) }) {
        first = min(first, period)
      }
    }
    let (own, theirs) = (ModelDraft(self), ModelDraft(other))
    for (input, another) in zip(inputs, other.inputs) {
      for cell in input.parameter.cells.indices {
        note(input.parameter.cells[cell], another.parameter.cells[cell])
      }
    }
    for index in flows.indices where flows[index].values != nil {
      let (values, others) = (own.wideValues(ofFlow: index), theirs.wideValues(ofFlow: index))
      for cell in values.cells.indices { note(values.cells[cell], others.cells[cell]) }
    }
    for (process, another) in zip(processes, other.processes) {
      let space = space(over: process.dimensions)
      for (values, others) in zip(process.requiredValues, another.requiredValues) {
        let (values, others) = (own.wide(values, over: space), theirs.wide(others, over: space))
        for cell in values.cells.indices { note(values.cells[cell], others.cells[cell]) }
      }
      guard let cells = process.lifetimesByCell(periods: time.count),
        let others = another.lifetimesByCell(periods: time.count)
      else { continue }
      for (cohorts, other) in zip(cells, others) {
        if let cohort = cohorts.indices.first(where: { cohorts[$0] != other[$0] }) {
          first = min(first, cohort)
        }
      }
    }
    return first < time.count ? first : nil
  }
}

extension SystemModel.Process {
  /// The numbers of what must be received and held, as far as they are given.
  fileprivate var requiredValues: [SystemModel.Values] {
    [required.inflow, required.stock].compactMap { $0 }
  }
}

extension Parameter {
  /// The same multiplied from a period on.
  fileprivate func times(_ factor: Double, from start: Int) -> Parameter {
    Parameter(
      dimensions: dimensions,
      cells: cells.map { series in
        series.indices.map { $0 < start ? series[$0] : factor * series[$0] }
      })
  }
}
