internal import LinearAlgebra

extension SystemResults {
  /// What each flow is made of, where the model has the dimension ``SystemModel/elementDimension``: the share of
  /// each element, and for the elements with a limit how much purer metal would dilute them enough.
  ///
  /// Other dimensions of a flow stay apart. See ``Concentration`` for the formulas.
  /// - Complexity: O(cells · elements · T).
  func concentrationSeries(_ lane: Int) -> [Series] {
    let model = plan.models[lane]
    return model.flows.indices.flatMap { index -> [Series] in
      let space = model.space(of: model.flows[index])
      let name = SystemModel.elementDimension
      guard let axis = space.dimensions.firstIndex(where: { $0.name == name }) else { return [] }
      let others = CellSpace(space.dimensions.filter { $0.name != name })
      let places = space.places(in: others)
      let amounts = flowPerYear(at: index, lane: lane)
      return (0..<others.count).flatMap { place -> [Series] in
        let cells = places.indices.filter { places[$0] == place }
        let whole = Concentration.sum(cells.map { amounts[$0] }, periods: model.time.count)
        return cells.flatMap { cell -> [Series] in
          let own = Concentration(of: amounts[cell], in: whole)
          let element = space.elements(of: cell)[axis]
          return [series(.concentration, index, space, cell, "1", own.shares)]
            + dilutions(of: own, element, index, model).map {
              series(.dilution, index, space, cell, flowUnit, $0)
            }
        }
      }
    }
  }

  private func dilutions(
    of concentration: Concentration, _ element: String, _ flow: Int, _ model: SystemModel
  ) -> [[Double]] {
    model.concentrationLimits.filter { limit in
      limit.element == element && limit.flows?.contains(model.flows[flow].key) ?? true
    }.compactMap { limit in
      try? concentration.dilutionNeed(limit: limit.limit, purity: limit.purity)
    }
  }

  private func series(
    _ kind: Series.Kind, _ index: Int, _ space: CellSpace, _ cell: Int, _ unit: String,
    _ values: [Double?]
  ) -> Series {
    let flow = plan.model.flows[index]
    return Series(
      kind: kind, name: flow.displayName, from: flow.from, to: flow.to, role: flow.role,
      elements: elements(space, cell), unit: unit, values: values)
  }
}
