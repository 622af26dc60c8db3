// Changes of lifetimes, cohort by cohort.
extension ModelDraft {
  mutating func changeLifetimes(of index: Int, _ change: Scenario.Change) {
    let process = processes[index]
    guard var cells = process.lifetimesByCell(periods: base.time.count) else {
      preconditionFailure("lifetimes are changed where lifetimes are")
    }
    let weights = change.path.weights(over: base.time)
    let operand = change.value.operand.map { change.target.spread($0, in: base) }
    do throws(LifetimeError) {
      for (place, cell) in change.target.cells.enumerated() {
        cells[cell] = try changed(cells[cell], change, place, operand?[cell] ?? [], weights)
      }
      processes[index] = process.with(lifetimes: cells)
    } catch {
      faults.append(
        SystemFault(.process(process.name), "the lifetime of '\(process.name)': \(error)"))
    }
  }

  /// The lifetimes of one cell, one for each cohort.
  private func changed(
    _ lifetimes: [Lifetime], _ change: Scenario.Change, _ place: Int, _ operand: [Double],
    _ weights: [Double]
  ) throws(LifetimeError) -> [Lifetime] {
    var result = lifetimes
    for (period, weight) in weights.enumerated() where weight > 0 {
      let old = lifetimes[period]
      // Neighbours are mostly alike.
      if period > 0, weight == weights[period - 1], old == lifetimes[period - 1],
        change.value.isConstant
      {
        result[period] = result[period - 1]
        continue
      }
      switch change.value {
      case .lifetimes(let new): result[period] = try old.replaced(by: new[place], weight)
      case .factor(let factor): result[period] = try old.stretched(by: grown(to: factor, weight))
      case .factors:
        result[period] = try old.stretched(by: grown(to: operand[period], weight))
      case .added:
        result[period] = try old.lengthened(by: weight * operand[period])
      case .numbers, .diverted, .service:
        preconditionFailure("numbers are put where numbers are")
      }
    }
    return result
  }
}

extension Scenario.Value {
  /// Whether the operand is the same in all periods.
  fileprivate var isConstant: Bool {
    switch self {
    case .lifetimes, .factor: true
    case .numbers, .factors, .added, .diverted, .service: false
    }
  }
}

extension Lifetime {
  /// Of a cohort, the share `weight` with another lifetime.
  fileprivate func replaced(by other: Lifetime, _ weight: Double) throws(LifetimeError) -> Lifetime
  {
    if weight == 1 || other == self { return other }
    return try .mixture([(1 - weight, self), (weight, other)])
  }

  /// The same stretched so that its mean is so many years longer.
  fileprivate func lengthened(by years: Double) throws(LifetimeError) -> Lifetime {
    guard years != 0 else { return self }
    guard mean > 0, mean.isFinite else {
      throw .impossible(
        parameter: "mean", value: mean,
        rule: "only a lifetime with a mean above 0 can be lengthened by years")
    }
    guard mean + years > 0 else {
      throw .impossible(
        parameter: "mean", value: mean + years,
        rule:
          "\(plainNumber(-years)) years less than \(plainNumber(mean)) leave no lifetime: it must be "
          + "above 0")
    }
    return try stretched(by: (mean + years) / mean)
  }
}
