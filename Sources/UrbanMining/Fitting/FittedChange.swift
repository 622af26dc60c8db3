internal import RealModule

/// What a fit changes in its model: a key, and what stands there afterwards.
public struct FittedChange: Hashable, Sendable {
  /// As scenarios write it.
  public let key: String
  public let value: Value

  public enum Value: Hashable, Sendable {
    /// This lifetime in place of what was there.
    case lifetime(Lifetime)
    /// This number, in all periods.
    case number(Double)
    /// What was there, multiplied by one number for each period.
    case factors([Double])
  }
}

extension ModelFit {
  /// All changes, in the order in which they are made: what is put in place before what is multiplied.
  public var changes: [FittedChange] {
    problem.changes.changes(at: estimates.map(\.value), in: model)
  }
}

extension FitChanges {
  fileprivate func changes(at values: [Double], in fitted: SystemModel) -> [FittedChange] {
    var changes: [FittedChange] = []
    for index in order {
      let (target, value) = (targets[index], values[index])
      switch target.form {
      case .lifetime, .stretch:
        for own in lifetimes(of: target, in: fitted) where !changes.contains(own) {
          changes.append(own)
        }
      case .number: changes.append(.init(key: target.target.key, value: .number(value)))
      case .factor, .growth:
        var factors = [Double](repeating: 1, count: base.time.count)
        target.change(&factors, to: value)
        if let place = changes.firstIndex(where: { $0.key == target.target.key }),
          case .factors(let others) = changes[place].value
        {
          // A key is multiplied once.
          changes[place] = .init(
            key: target.target.key, value: .factors(zip(others, factors).map { $0 * $1 }))
        } else {
          changes.append(.init(key: target.target.key, value: .factors(factors)))
        }
      }
    }
    return changes
  }

  /// Each of the lifetimes that a target means, as it is in the fitted model.
  private func lifetimes(of target: FitTarget, in fitted: SystemModel) -> [FittedChange] {
    guard let process = target.process, let all = fitted.processes[process].lifetimes else {
      return []
    }
    return target.target.cells.map { cell in
      let elements = target.target.space.elements(of: cell)
      return .init(
        key: ([fitted.processes[process].name, "lifetime"] + elements).joined(separator: "."),
        value: .lifetime(all[cell]))
    }
  }
}
