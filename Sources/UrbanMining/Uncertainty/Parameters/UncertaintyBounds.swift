/// Checks that uncertain shares stay shares: from 0 to 1, and together no more than there is.
struct UncertaintyBounds {
  let model: SystemModel
  let parameters: [UncertainParameter]
  let targets: [UncertainTarget]

  private struct Bounds {
    var low: [[Double]]
    var high: [[Double]]
    /// Whether draws are scaled back to their former sum, which no bound can leave.
    var isNormalized = false
    var parameter: Int
  }

  func faults() -> [UncertaintyFault] {
    var bounds: [ChangeTarget.Owner: Bounds] = [:]
    var faults: [UncertaintyFault] = []
    for (index, target) in targets.enumerated() where !target.target.isLifetime {
      let owner = target.target.owner
      let base = model.numbers(of: owner, over: target.target.space)
      var own = bounds[owner] ?? Bounds(low: base, high: base, parameter: index)
      own.parameter = index
      for cell in target.target.cells { widen(&own, cell, parameters[index]) }
      bounds[owner] = own
      if isShare(owner), let fault = unitFault(own, index, target) { faults.append(fault) }
      if case .dirichlet = parameters[index].change, let fault = wholeFault(base, index, target) {
        faults.append(fault)
      }
    }
    return faults.isEmpty ? sumFaults(bounds) : faults
  }

  private func widen(_ bounds: inout Bounds, _ cell: Int, _ parameter: UncertainParameter) {
    if parameter.normalization != nil { bounds.isNormalized = true }
    for period in bounds.low[cell].indices {
      let (low, high) = (bounds.low[cell][period], bounds.high[cell][period])
      let weight = parameter.passage.weight(at: model.time.labels[period])
      guard weight > 0 else { continue }
      func widen(_ lowest: Double, _ highest: Double) {
        bounds.low[cell][period] = weight == 1 ? lowest : low + weight * (lowest - low)
        bounds.high[cell][period] = weight == 1 ? highest : high + weight * (highest - high)
      }
      switch parameter.change {
      case .relative(let distribution):
        widen(
          low * max(0, distribution.support.lowerBound),
          high == 0 ? 0 : high * distribution.support.upperBound)
      case .absolute(let distribution):
        widen(distribution.support.lowerBound, distribution.support.upperBound)
      case .odds(let distribution):
        widen(
          oddsShare(low, distribution.support.lowerBound),
          oddsShare(high, distribution.support.upperBound))
      case .dirichlet: bounds.isNormalized = true
      case .oneOf: break
      }
    }
  }

  private func isShare(_ owner: ChangeTarget.Owner) -> Bool {
    model.flows.enumerated().contains { index, flow in
      guard case .share(let values) = flow.rule else { return false }
      switch (owner, values) {
      case (.flow(let own), _) where own == index: return true
      case (.input(let input), .input(let name)): return model.inputs[input].name == name
      default: return false
      }
    }
  }

  /// A share that could leave [0, 1].
  private func unitFault(
    _ bounds: Bounds, _ index: Int, _ target: UncertainTarget
  ) -> UncertaintyFault? {
    guard !bounds.isNormalized else { return nil }
    for cell in target.target.cells {
      for period in bounds.low[cell].indices {
        let (low, high) = (bounds.low[cell][period], bounds.high[cell][period])
        guard low < 0 || high > 1 + 8 * .ulpOfOne else { continue }
        let value = low < 0 ? low : high
        let extreme = value.isFinite ? plainNumber((value * 1e6).rounded() / 1e6) : "any number"
        let elements = target.target.space.elements(of: cell)
        let place = elements.isEmpty ? "" : " (\(elements.joined(separator: ", ")))"
        return UncertaintyFault(
          .parameter(index),
          "the share '\(parameters[index].key)'\(place) could become \(extreme) in "
            + "\(model.time.label(of: period)), but shares lie from 0 to 1: use 'odds', or a "
            + "distribution with bounds")
      }
    }
    return nil
  }

  /// Dirichlet shares are shares of one whole.
  private func wholeFault(
    _ base: [[Double]], _ index: Int, _ target: UncertainTarget
  ) -> UncertaintyFault? {
    for period in 0..<model.time.count {
      let sum = target.target.cells.reduce(0) { $0 + base[$1][period] }
      guard abs(sum - 1) > 1e-9 else { continue }
      return UncertaintyFault(
        .parameter(index),
        "Dirichlet shares are of one whole, but those of '\(parameters[index].key)' sum to "
          + "\(plainNumber((sum * 1e6).rounded() / 1e6)) in \(model.time.label(of: period))")
    }
    return nil
  }

  /// The model with every share at its upper end must still be one.
  private func sumFaults(_ bounds: [ChangeTarget.Owner: Bounds]) -> [UncertaintyFault] {
    let shares = bounds.filter { isShare($0.key) && !$0.value.isNormalized }
      .sorted { $0.value.parameter < $1.value.parameter }
    guard let first = shares.first else { return [] }
    let changes = shares.map { owner, own in
      let space = targets[own.parameter].target.space
      let target = ChangeTarget(
        key: parameters[own.parameter].key, owner: owner, cells: Array(0..<space.count),
        space: space,
        dimensions: space.dimensions.map(\.name))
      return Scenario.Change(
        target: target,
        value: .numbers(
          Parameter(dimensions: space.dimensions.map(\.name), cells: own.high)))
    }
    do throws(SystemModelError) {
      _ = try Scenario(name: "upper ends", changes: changes).applied(to: model)
      return []
    } catch {
      return error.faults.map {
        UncertaintyFault(
          .parameter(first.value.parameter),
          "with all uncertain shares at their upper ends \($0.message); narrow the distributions, "
            + "or say 'normalize: true'")
      }
    }
  }
}

/// The share with odds multiplied: p·f / (1 − p + p·f).
func oddsShare(_ share: Double, _ factor: Double) -> Double {
  guard factor.isFinite else { return share > 0 ? 1 : 0 }
  return share * factor / (1 - share + share * factor)
}

extension SystemModel {
  /// The numbers that a key's owner holds, for each cell of its space.
  func numbers(of owner: ChangeTarget.Owner, over space: CellSpace) -> [[Double]] {
    let parameter = source(of: owner).parameter(in: self)
    return space.places(in: self.space(over: parameter.dimensions)).map { parameter.cells[$0] }
  }

  /// Where the numbers of a key's owner stand.
  func source(of owner: ChangeTarget.Owner) -> NumberSource {
    switch owner {
    case .input(let index): return .input(inputs[index].name)
    case .flow(let index): return .flow(index)
    case .requiredInflow(let index): return .requiredInflow(index)
    case .requiredStock(let index): return .requiredStock(index)
    case .lifetimes: preconditionFailure("lifetimes are no numbers")
    }
  }
}
