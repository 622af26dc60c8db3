internal import LinearAlgebra

/// The flows of primary metal and of scrap that becomes metal, in kg per year.
struct MetalFlows {
  struct Flow {
    let name: String
    let role: SystemModel.Role
    let index: Int
    let amounts: [Double]
  }

  let flows: [Flow]
  private let results: SystemResults
  private let lane: Int

  init(_ results: SystemResults, lane: Int) {
    let model = results.plan.models[lane]
    self.results = results
    self.lane = lane
    let counted: [SystemModel.Role] = [.primary, .newScrap, .oldScrap]
    flows = model.flows.indices.compactMap { index in
      guard let role = model.flows[index].role, counted.contains(role) else { return nil }
      let cells = results.flow(at: index)
      let sums = model.time.labels.indices.map { period in
        cells.reduce(0) { $0 + $1[period, lane] }
      }
      return Flow(
        name: model.flows[index].key, role: role, index: index,
        amounts: MetalFlows.kilograms(sums, model))
    }
  }

  /// Metal from ore, or from scrap.
  func total(isPrimary: Bool) -> [Double] {
    let chosen = flows.filter { ($0.role == .primary) == isPrimary }
    return results.plan.models[lane].time.labels.indices.map { period in
      chosen.reduce(0) { $0 + $1.amounts[period] }
    }
  }

  /// The burden by region of what is made there, and what enters use there.
  func regions(of dimension: String, first: Double, second: Double) -> [ImpactAccount.Region] {
    let model = results.plan.models[lane]
    guard let elements = model.dimensions.first(where: { $0.name == dimension })?.elements
    else { return [] }
    var burden = elements.map { _ in model.time.labels.map { _ in 0.0 } }
    var isTold = false
    for flow in flows {
      let space = model.space(of: model.flows[flow.index])
      guard let axis = space.dimensions.firstIndex(where: { $0.name == dimension }) else {
        continue
      }
      isTold = true
      let factor = (flow.role == .primary ? first : second) * 1e-9
      for (cell, values) in results.flow(at: flow.index).enumerated() {
        guard let place = elements.firstIndex(of: space.elements(of: cell)[axis]) else { continue }
        let amounts = MetalFlows.kilograms(values.column(lane), model)
        for period in amounts.indices { burden[place][period] += factor * amounts[period] }
      }
    }
    guard isTold else { return [] }
    let use = intoUse(by: dimension, elements)
    return elements.indices.map { place in
      ImpactAccount.Region(
        name: elements[place], burden: burden[place], intoUse: use.map { $0[place] })
    }
  }

  /// What enters stocks in service, by the elements of a dimension; nil where none of them has it.
  private func intoUse(by dimension: String, _ elements: [String]) -> [[Double]]? {
    let model = results.plan.models[lane]
    var sums: [[Double]]?
    for (index, process) in model.processes.enumerated() where process.isInService {
      let space = model.space(over: process.dimensions)
      guard let axis = space.dimensions.firstIndex(where: { $0.name == dimension }) else {
        continue
      }
      var own = sums ?? elements.map { _ in model.time.labels.map { _ in 0.0 } }
      for (cell, values) in results.inflow(ofProcess: index).enumerated() {
        guard let place = elements.firstIndex(of: space.elements(of: cell)[axis]) else { continue }
        let amounts = MetalFlows.kilograms(values.column(lane), model)
        for period in amounts.indices { own[place][period] += amounts[period] }
      }
      sums = own
    }
    return sums
  }

  private static func kilograms(_ amounts: [Double], _ model: SystemModel) -> [Double] {
    amounts.indices.map {
      model.header.unit.convert(amounts[$0], to: .kilogram) / model.time.length(of: $0)
    }
  }
}
