/// Finds every fault of what is said about a model's uncertainty.
struct UncertaintyValidation {
  let model: SystemModel
  let parameters: [UncertainParameter]
  private(set) var faults: [UncertaintyFault] = []
  private var targets: [UncertainTarget?] = []
  private var spaces: [CellSpace] = []

  /// How likely a draw may be that is zero or less where it must be above: next to never.
  static let impossibleShare = 1e-9

  init(model: SystemModel, parameters: [UncertainParameter]) {
    self.model = model
    self.parameters = parameters
  }

  /// What the keys name and the cells of their draws; nil where a key names nothing.
  mutating func run() -> (targets: [UncertainTarget], spaces: [CellSpace])? {
    for (index, parameter) in parameters.enumerated() {
      var target: UncertainTarget?
      do throws(UnknownKey) {
        target = try UncertainTarget(parameter.key, in: model)
      } catch {
        report(
          index, error.description, unknown: .init(name: error.part, known: error.known))
      }
      targets.append(target)
      spaces.append(drawSpace(index, target))
      if let target {
        if case .input(let input) = target.target.owner { checkIsDrawn(index, input) }
        if target.target.isLifetime {
          checkLifetimes(index, target)
        } else {
          checkNumbers(index, target)
        }
      }
    }
    let known = targets.compactMap { $0 }
    guard known.count == parameters.count else { return nil }
    if faults.isEmpty {
      faults += UncertaintyBounds(model: model, parameters: parameters, targets: known).faults()
    }
    return (known, spaces)
  }

  private mutating func report(
    _ index: Int, _ message: String, unknown: SystemFault.UnknownName? = nil
  ) {
    faults.append(UncertaintyFault(.parameter(index), message, unknown: unknown))
  }

  /// What a stock holds before the first period is the same in all draws.
  private mutating func checkIsDrawn(_ index: Int, _ input: Int) {
    let name = model.inputs[input].name
    guard let process = model.processes.first(where: { $0.initialStockInput == name }) else {
      return
    }
    report(
      index,
      "'\(name)' is what '\(process.name)' holds at the start, which is not drawn: use a scenario")
  }

  /// The dimensions whose elements are drawn apart: those of `over`, or all open ones for shares of a whole.
  private mutating func drawSpace(_ index: Int, _ target: UncertainTarget?) -> CellSpace {
    let parameter = parameters[index]
    guard let open = target?.target.dimensions else { return CellSpace([]) }
    for name in parameter.over where !open.contains(name) {
      report(
        index,
        open.isEmpty
          ? "the key leaves no dimension open over which draws could differ"
          : "the key is not over '\(name)': its draws can differ over \(open.joined(separator: ", "))",
        unknown: .init(name: name, known: open))
    }
    if case .dirichlet = parameter.change { return model.space(over: open) }
    return model.space(over: parameter.over.filter(open.contains))
  }

  // MARK: - Lifetimes

  private mutating func checkLifetimes(_ index: Int, _ target: UncertainTarget) {
    let parameter = parameters[index]
    if case .lifetimes(let process) = target.target.owner,
      model.processes[process].lifetimesByCohort != nil
    {
      report(
        index,
        "the lifetimes of '\(model.processes[process].name)' change over time here: they can't be "
          + "uncertain at the same time")
    }
    if parameter.path != .once {
      report(index, "a lifetime is drawn once: 'draw' is for numbers that change from year to year")
    }
    if parameter.passage != .always {
      report(index, "a lifetime is drawn for all years: 'from' is for numbers of years")
    }
    if parameter.normalization != nil { report(index, "lifetimes do not sum to anything") }
    switch parameter.change {
    case .relative(let distribution): checkPositive(index, distribution, "a factor of a lifetime")
    case .absolute where target.parameter == nil:
      report(
        index,
        "'absolute' needs a number to replace: name a parameter of the lifetime, like "
          + "'\(parameter.key).mean'")
    case .absolute: break
    case .odds, .dirichlet: report(index, "a lifetime is no share")
    case .oneOf(let choices):
      if target.parameter != nil { report(index, "'one_of' chooses among whole lifetimes") }
      if choices.isEmpty || choices.contains(where: { !($0.weight > 0 && $0.weight.isFinite) }) {
        report(index, "'one_of' lists lifetimes, each with a weight above 0")
      }
    }
    checkLifetimeParameter(index, target)
    let isChangedBefore = targets.dropLast().contains { earlier in
      earlier?.parameter == nil && earlier?.target.owner == target.target.owner
    }
    if target.parameter != nil && isChangedBefore {
      report(index, "list a parameter of a lifetime before what changes the lifetime as a whole")
    }
  }

  /// Whether each lifetime has the parameter, and takes every value that it may be given.
  private mutating func checkLifetimeParameter(_ index: Int, _ target: UncertainTarget) {
    guard case .lifetimes(let process) = target.target.owner,
      let lifetimes = model.processes[process].lifetimes
    else { return }
    for cell in target.target.cells {
      let lifetime = lifetimes[cell]
      do throws(LifetimeError) {
        if case .oneOf(let choices) = parameters[index].change {
          for choice in choices { _ = try choice.lifetime(insteadOf: lifetime) }
        }
        guard let label = target.parameter else { continue }
        let own = LifetimeParameters(lifetime)
        guard let own, let value = own[label] else {
          return report(
            index,
            "the lifetime '\(lifetime.description)' has no parameter '\(label)'"
              + (own.map { ": it has \($0.labels.joined(separator: ", "))" } ?? ""),
            unknown: .init(name: label, known: own?.labels ?? []))
        }
        for probability in [0.0001, 0.9999] {
          let changed: Double? =
            switch parameters[index].change {
            case .relative(let distribution): value * distribution.quantile(probability)
            case .absolute(let distribution): distribution.quantile(probability)
            default: nil
            }
          if let changed { _ = try own.replacing(label, by: changed) }
        }
      } catch {
        return report(index, "the lifetime '\(lifetime.description)' can't be changed so: \(error)")
      }
    }
  }

  // MARK: - Numbers

  private mutating func checkNumbers(_ index: Int, _ target: UncertainTarget) {
    let parameter = parameters[index]
    switch parameter.change {
    case .relative(let distribution):
      checkPositive(index, distribution, "a factor of '\(parameter.key)'")
    case .odds(let distribution): checkPositive(index, distribution, "a factor of odds")
    case .absolute: break
    case .dirichlet(let concentration):
      if !(concentration > 0 && concentration.isFinite) {
        report(index, "the concentration of a Dirichlet distribution is above 0")
      }
      if target.target.dimensions.isEmpty {
        report(index, "'dirichlet' needs shares of a whole: the key leaves no dimension open")
      }
      if parameter.normalization != nil { report(index, "Dirichlet shares sum to one already") }
      if parameter.passage != .always {
        report(index, "Dirichlet shares are drawn for all years: leave 'from' out")
      }
      if !parameter.over.isEmpty {
        report(index, "Dirichlet shares are over all open dimensions: leave 'over' out")
      }
    case .oneOf: report(index, "'one_of' chooses among lifetimes")
    }
    if case .autoregressive(let correlation) = parameter.path,
      !(correlation > -1 && correlation < 1)
    {
      report(index, "the correlation of neighbouring years lies between -1 and 1")
    }
    guard let normalization = parameter.normalization else { return }
    guard target.target.dimensions.count == 1 else {
      return report(index, "shares are normalised over one dimension, which the key leaves open")
    }
    if case .priority(let elements) = normalization {
      let known = spacesOfTarget(target).dimensions[0].elements
      for element in elements where !known.contains(element) {
        report(
          index, "'\(element)' is not an element of '\(target.target.dimensions[0])'",
          unknown: .init(name: element, known: known))
      }
    }
  }

  private func spacesOfTarget(_ target: UncertainTarget) -> CellSpace {
    model.space(over: target.target.dimensions)
  }

  private mutating func checkPositive(_ index: Int, _ distribution: Distribution, _ what: String) {
    guard distribution.shareAtOrBelowZero > UncertaintyValidation.impossibleShare else { return }
    report(
      index,
      "\(what) is above 0, but '\(distribution.description)' also gives values of 0 and below: "
        + "use a lognormal, or a distribution with bounds")
  }

  // MARK: - Groups

  /// The groups ready for use; nil after a fault in one.
  mutating func copulas(of groups: [CorrelatedGroup]) -> [Uncertainty.Copula]? {
    let before = faults.count
    var taken: Set<String> = []
    let copulas = groups.compactMap { group -> Uncertainty.Copula? in
      for key in group.keys where !taken.insert(key).inserted {
        report(group, "'\(key)' is listed twice: a quantity is in one group at most")
      }
      return copula(of: group)
    }
    return faults.count == before ? copulas : nil
  }

  private mutating func copula(of group: CorrelatedGroup) -> Uncertainty.Copula? {
    var members: [Uncertainty.Copula.Member] = []
    var paths: Set<Bool> = []
    for key in group.keys {
      guard let index = parameters.firstIndex(where: { $0.key == key }) else {
        report(
          group, "'\(key)' is not listed as uncertain",
          unknown: .init(name: key, known: parameters.map(\.key)))
        return nil
      }
      if case .dirichlet = parameters[index].change {
        report(group, "'\(key)' is a Dirichlet distribution, which has its own correlation")
      }
      paths.insert(parameters[index].path == .once)
      members += (0..<spaces[index].count).map { .init(parameter: index, draw: $0) }
    }
    if paths.count > 1 {
      report(group, "quantities that are drawn once can't be correlated with those drawn each year")
    }
    let ranks = group.matrix(size: members.count)
    guard ranks.count == members.count else {
      report(
        group, "the matrix has \(ranks.count) rows for \(members.count) quantities")
      return nil
    }
    do throws(CorrelationFault) {
      return .init(
        name: group.name, members: members, correlation: try RankCorrelation(ranks: ranks))
    } catch {
      report(group, "the matrix is not one of rank correlations: \(error)")
      return nil
    }
  }

  private mutating func report(
    _ group: CorrelatedGroup, _ message: String, unknown: SystemFault.UnknownName? = nil
  ) {
    faults.append(
      UncertaintyFault(
        .group(group.name), "the group '\(group.name)': \(message)", unknown: unknown))
  }
}
