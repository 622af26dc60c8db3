/// Checks that what leaves each process adds up: shares of at most one, and one way to close the balance.
struct ShareValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    model.processes.flatMap { process -> [SystemFault] in
      switch process.kind {
      case .transform, .use: outflowFaults(process)
      default: []
      }
    }
  }

  private func outflowFaults(_ process: SystemModel.Process) -> [SystemFault] {
    let outflows = model.flows.indices.filter { model.flows[$0].from == process.name }
    guard let first = outflows.first, outflows.allSatisfy(canBeAdded) else { return [] }
    let remainders = outflows.filter { model.flows[$0].rule == .remainder }
    if remainders.count > 1 {
      return remainders.dropFirst().map {
        SystemFault(
          .flow($0),
          "'\(model.flows[$0].key)' is a second remainder of '\(process.name)': only one flow can "
            + "take what is left")
      }
    }
    let own = model.space(over: process.dimensions)
    guard own.count > 0 else { return [] }
    if let index = remainders.first {
      let split = model.space(of: model.flows[index]).dimensions.map(\.name)
        .filter { !process.dimensions.contains($0) }
      guard split.isEmpty else {
        return [
          SystemFault(
            .flow(index),
            "'\(model.flows[index].key)' is a remainder that splits over "
              + "\(split.joined(separator: ", ")): give shares, so that it is known how")
        ]
      }
    }
    return sumFaults(process, own, outflows, first, hasRemainder: !remainders.isEmpty)
  }

  /// Whether a flow's ends, data and dimensions are known and its numbers finite: if not, that is a
  /// fault of its own.
  private func canBeAdded(_ index: Int) -> Bool {
    let flow = model.flows[index]
    guard model.process(flow.from) != nil, model.process(flow.to) != nil else { return false }
    guard let values = flow.values else { return true }
    guard let parameter = model.parameter(values) else { return false }
    let space = model.space(of: flow)
    let narrow = model.space(over: parameter.dimensions)
    return narrow.dimensions.map(\.name) == parameter.dimensions
      && narrow.dimensions.allSatisfy(space.dimensions.contains)
      && parameter.cells.count == narrow.count
      && parameter.cells.allSatisfy { $0.count == model.time.count && $0.allSatisfy(\.isFinite) }
  }

  /// The shares of each cell and period sum to at most one; without another way out, to exactly one.
  private func sumFaults(
    _ process: SystemModel.Process, _ own: CellSpace, _ outflows: [Int], _ first: Int,
    hasRemainder: Bool
  ) -> [SystemFault] {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: model.time.count), count: own.count)
    var terms = 0
    var hasGiven = false
    for index in outflows {
      let flow = model.flows[index]
      if case .given = flow.rule { hasGiven = true }
      guard case .share(let values) = flow.rule, let parameter = model.parameter(values) else {
        continue
      }
      let space = model.space(of: flow)
      let narrow = model.space(over: parameter.dimensions)
      terms += max(1, space.count / own.count)
      for cell in 0..<space.count {
        let source = space.projection(of: cell, onto: own)
        let series = parameter.cells[space.projection(of: cell, onto: narrow)]
        for period in series.indices { sums[source][period] += series[period] }
      }
    }
    // The rounding of a sum of so many decimal fractions.
    let rounding = Double(max(8, terms)) * .ulpOfOne
    for (cell, series) in sums.enumerated() {
      let isOpen = hasRemainder || hasGiven
      let period = series.firstIndex { $0 > 1 + rounding || (!isOpen && $0 < 1 - rounding) }
      guard let period else { continue }
      let name =
        own.dimensions.isEmpty
        ? process.name : "\(process.name) (\(own.elements(of: cell).joined(separator: ", ")))"
      let rule =
        series[period] > 1
        ? "they may sum to at most 1"
        : "they must sum to 1, or one flow must be 'remainder: true'"
      return [
        SystemFault(
          .flow(first),
          "the shares of what leaves \(name) sum to \(rounded(series[period])) in "
            + "\(model.time.label(of: period)): \(rule)")
      ]
    }
    return []
  }

  /// Enough digits to see what is wrong and no more.
  private func rounded(_ value: Double) -> String {
    let short = (value * 1e6).rounded() / 1e6
    return plainNumber(short == 1 ? value : short)
  }
}
