/// Finds every fault of a model before anything is computed.
struct SystemValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    let structure =
      nameFaults() + dimensionFaults() + processFaults() + flowFaults()
      + FlowCellValidation(model: model).faults()
    let numbers =
      inputFaults() + populationFaults() + valueFaults() + ShareValidation(model: model).faults()
      + DriveValidation(model: model).faults()
      + ConcentrationLimitValidation(model: model).faults()
    // Where a name is wrong, a process would only seem to lack a way in or out.
    return structure + numbers + (structure.isEmpty ? WayValidation(model: model).faults() : [])
  }

  private func nameFaults() -> [SystemFault] {
    func repeated(
      _ names: [String], _ subject: (Int) -> SystemFault.Subject, _ what: String
    ) -> [SystemFault] {
      names.indices.filter { names[..<$0].contains(names[$0]) }.map {
        SystemFault(subject($0), "there are two \(what) '\(names[$0])': names are unique")
      }
    }
    return repeated(
      model.dimensions.map(\.name), { .dimension(model.dimensions[$0].name) }, "dimensions")
      + repeated(model.inputs.map(\.name), { .input(model.inputs[$0].name) }, "inputs")
      + repeated(model.processes.map(\.name), { .process(model.processes[$0].name) }, "processes")
      + repeated(model.flows.map(\.key), { .flow($0) }, "flows")
  }

  private func dimensionFaults() -> [SystemFault] {
    model.dimensions.flatMap { dimension -> [SystemFault] in
      let elements = dimension.elements
      var faults: [SystemFault] = []
      if elements.isEmpty {
        faults.append(
          SystemFault(.dimension(dimension.name), "'\(dimension.name)' has no elements"))
      }
      for index in elements.indices where elements[..<index].contains(elements[index]) {
        faults.append(
          SystemFault(
            .dimension(dimension.name), "'\(dimension.name)' lists '\(elements[index])' twice"))
      }
      return faults
    }
  }

  private func processFaults() -> [SystemFault] {
    model.processes.flatMap { process -> [SystemFault] in
      var faults = unknownDimensions(process.dimensions, .process(process.name))
      if case .use(let lifetimes) = process.kind, faults.isEmpty {
        let cells = model.space(over: process.dimensions).count
        if lifetimes.count != cells {
          faults.append(
            SystemFault(
              .process(process.name),
              "'\(process.name)' has \(lifetimes.count) lifetimes for \(cells) cells"))
        }
        if let cohorts = process.lifetimesByCohort,
          cohorts.count != cells || cohorts.contains(where: { $0.count != model.time.count })
        {
          faults.append(
            SystemFault(
              .process(process.name),
              "'\(process.name)' does not have a lifetime for each of \(cells) cells and "
                + "\(model.time.count) cohorts"))
        }
      }
      return faults
    }
  }

  private func flowFaults() -> [SystemFault] {
    model.flows.enumerated().flatMap { index, flow -> [SystemFault] in
      var faults: [SystemFault] = []
      for end in [flow.from, flow.to] where model.process(end) == nil {
        faults.append(
          SystemFault(
            .flow(index), "there is no process '\(end)'",
            unknown: .init(name: end, known: model.processes.map(\.name))))
      }
      if flow.from == flow.to {
        faults.append(SystemFault(.flow(index), "'\(flow.from)' flows into itself"))
      }
      for (values, word) in [(flow.values, nil), (flow.limitValues, "available")] {
        guard case .input(let name)? = values,
          !model.inputs.contains(where: { $0.name == name })
        else { continue }
        let known = model.inputs.map(\.name) + [word].compactMap { $0 }
        faults.append(
          SystemFault(
            .flow(index), "there is no data '\(name)'", unknown: .init(name: name, known: known)))
      }
      return faults
    }
  }

  private func inputFaults() -> [SystemFault] {
    model.inputs.flatMap { shapeFaults($0.parameter, .input($0.name), "'\($0.name)'") }
  }

  private func populationFaults() -> [SystemFault] {
    guard let population = model.population else { return [] }
    guard population.count == model.time.count else {
      return [
        SystemFault(
          .population,
          "the population has \(population.count) values for \(model.time.count) periods")
      ]
    }
    guard let bad = population.firstIndex(where: { !($0.isFinite && $0 > 0) }) else { return [] }
    return [
      SystemFault(.population, "the population of \(model.time.label(of: bad)) is not above zero")
    ]
  }

  /// Sizes, dimensions and finiteness of a parameter.
  private func shapeFaults(
    _ parameter: Parameter, _ subject: SystemFault.Subject, _ what: String
  ) -> [SystemFault] {
    var faults = unknownDimensions(parameter.dimensions, subject)
    guard faults.isEmpty else { return faults }
    let space = model.space(over: parameter.dimensions)
    guard space.dimensions.map(\.name) == parameter.dimensions else {
      return [SystemFault(subject, "\(what) lists its dimensions in another order than the model")]
    }
    guard parameter.cells.count == space.count,
      parameter.cells.allSatisfy({ $0.count == model.time.count })
    else {
      return [
        SystemFault(
          subject,
          "\(what) does not have one value for each of \(space.count) cells and "
            + "\(model.time.count) periods")
      ]
    }
    for (cell, series) in parameter.cells.enumerated() {
      if let period = series.firstIndex(where: { !$0.isFinite }) {
        faults.append(
          SystemFault(subject, "\(what) has no finite value \(place(space, cell, period))"))
      }
    }
    return faults
  }

  /// What flows and their limits may be: amounts not negative, shares from 0 to 1, over the flow's own
  /// dimensions.
  private func valueFaults() -> [SystemFault] {
    model.flows.enumerated().flatMap { index, flow -> [SystemFault] in
      let isAmount = flow.rule.isGiven
      return (flow.values.map { valueFaults($0, of: flow, index, isAmount: isAmount) } ?? [])
        + (flow.limitValues.map {
          valueFaults($0, of: flow, index, "the limit of ", isAmount: true)
        } ?? [])
    }
  }

  private func valueFaults(
    _ values: SystemModel.Values, of flow: SystemModel.Flow, _ index: Int, _ what: String = "",
    isAmount: Bool
  ) -> [SystemFault] {
    guard let parameter = model.parameter(values) else { return [] }
    let shape = shapeFaults(parameter, .flow(index), "\(what)'\(flow.key)'")
    guard shape.isEmpty else {
      // The faults of an input are reported once, where it stands.
      if case .inline = values { return shape } else { return [] }
    }
    var faults: [SystemFault] = []
    let own = model.space(of: flow).dimensions.map(\.name)
    // Where an end or its dimension is unknown, that is the fault.
    let hasEnds = [flow.from, flow.to].allSatisfy { end in
      model.process(end).map { unknownDimensions($0.dimensions, .model).isEmpty } ?? false
    }
    for dimension in parameter.dimensions
    where hasEnds && model.hasSoundCells(flow) && !own.contains(dimension) {
      let subject = what.isEmpty ? "the values of " : what
      faults.append(
        SystemFault(
          .flow(index),
          "\(subject)'\(flow.key)' \(what.isEmpty ? "are" : "is") over '\(dimension)', but neither '\(flow.from)' nor "
            + "'\(flow.to)' is"))
    }
    let space = model.space(over: parameter.dimensions)
    for (cell, series) in parameter.cells.enumerated() {
      if let period = series.firstIndex(where: { $0 < 0 }) {
        faults.append(
          SystemFault(
            .flow(index),
            "\(what)'\(flow.key)' is negative \(place(space, cell, period)): "
              + "\(plainNumber(series[period])); a flow carries zero or more"))
      }
      if !isAmount, let period = series.firstIndex(where: { $0 > 1 }) {
        faults.append(
          SystemFault(
            .flow(index),
            "the share of '\(flow.key)' is \(plainNumber(series[period])) "
              + "\(place(space, cell, period)): a share is at most 1"))
      }
    }
    return faults
  }

  private func unknownDimensions(
    _ names: [String], _ subject: SystemFault.Subject
  ) -> [SystemFault] {
    let known = model.dimensions.map(\.name)
    return names.filter { !known.contains($0) }.map {
      SystemFault(
        subject, "there is no dimension '\($0)'", unknown: .init(name: $0, known: known))
    }
  }

  private func place(_ space: CellSpace, _ cell: Int, _ period: Int) -> String {
    let year = "in \(model.time.label(of: period))"
    return space.dimensions.isEmpty
      ? year : "for \(space.elements(of: cell).joined(separator: ", ")) \(year)"
  }
}
