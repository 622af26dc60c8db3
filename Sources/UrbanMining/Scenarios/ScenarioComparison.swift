/// A model with some of its scenarios, solved side by side.
public struct ScenarioComparison: Sendable {
  /// The base in lane 0, then a lane for each scenario.
  public let results: SystemResults
  public let base: ScenarioOutcome
  public let scenarios: [ScenarioOutcome]
  /// For each scenario the primary metal that would give the service of the base; nil where the
  /// scenario changes nothing, nothing is given or primary, no factor of zero or more does it, or the system
  /// is not linear in what is given.
  public let sameService: [SameService?]
  /// For each scenario of two or more parts, what each part does; nil for others.
  public let attributions: [ScenarioAttribution?]

  /// - Parameters:
  ///   - scenarios: one or more.
  ///   - model: the base.
  /// - Throws: the faults of a scenario, named; or why the system has no solution.
  /// - Complexity: a lane for each scenario, two more for its service, and 2ⁿ for n parts (to twelve).
  public init(
    of scenarios: [Scenario], in model: SystemModel
  ) throws(ScenarioComparisonError) {
    let asItIs = Scenario(name: "base", title: model.header.title, changes: [])
    var models = [model]
    for scenario in scenarios { models.append(try scenario.changed(model)) }
    let names = ["base"] + scenarios.map(\.name)
    let results = try solve(models, names)
    let services = scenarios.map { ServiceIntensity(of: $0, in: model) }
    let base = ScenarioOutcome(
      asItIs, lane: 0, firstChange: nil, service: ServiceIntensity(of: asItIs, in: model),
      in: results)
    var outcomes: [ScenarioOutcome] = []
    for (index, scenario) in scenarios.enumerated() {
      let changes = [models[index + 1].firstDifference(from: model), services[index].firstPeriod]
      outcomes.append(
        ScenarioOutcome(
          scenario, lane: index + 1, firstChange: changes.compactMap { $0 }.min(),
          service: services[index], in: results))
    }
    self.results = results
    self.base = base
    self.scenarios = outcomes
    var sameService: [SameService?] = []
    var attributions: [ScenarioAttribution?] = []
    for (index, scenario) in scenarios.enumerated() {
      sameService.append(
        SameService(of: outcomes[index], models[index + 1], services[index], base: base))
      attributions.append(ScenarioAttribution(of: scenario, in: model))
    }
    self.sameService = sameService
    self.attributions = attributions
  }
}

/// Why scenarios can't be compared.
public enum ScenarioComparisonError: Error, Sendable, CustomStringConvertible {
  case scenario(String, SystemModelError)
  case plan(String, SystemPlanError)
  case solve(String, SolveError)

  public var description: String {
    switch self {
    case .scenario(let name, let error):
      error.faults.map { "with '\(name)': \($0.message)" }.joined(separator: "\n")
    case .plan(let name, let error): "with '\(name)': \(error)"
    case .solve(let name, let error): "with '\(name)': \(error)"
    }
  }
}

extension Scenario {
  fileprivate func changed(_ model: SystemModel) throws(ScenarioComparisonError) -> SystemModel {
    do throws(SystemModelError) {
      return try applied(to: model)
    } catch {
      throw .scenario(name, error)
    }
  }
}

/// Solves models side by side; where one has no solution, it is named.
private func solve(
  _ models: [SystemModel], _ names: [String]
) throws(ScenarioComparisonError) -> SystemResults {
  do {
    return try SystemPlan(lanes: models).solve()
  } catch {
    for (model, name) in zip(models, names) {
      do {
        _ = try SystemPlan(model).solve()
      } catch let error as SystemPlanError {
        throw .plan(name, error)
      } catch let error as SolveError {
        throw .solve(name, error)
      } catch {}
    }
    switch error {
    case let error as SystemPlanError: throw .plan(names[0], error)
    case let error as SolveError: throw .solve(names[0], error)
    default: preconditionFailure("a plan throws its own errors only")
    }
  }
}

extension SameService {
  /// Nil where there is no such figure.
  fileprivate init?(
    of outcome: ScenarioOutcome, _ model: SystemModel, _ service: ServiceIntensity,
    base: ScenarioOutcome
  ) {
    guard let start = outcome.firstChange, let own = outcome.primary, let before = base.primary,
      let wanted = base.service.last, let reached = outcome.service.last,
      model.isScalable,
      let empty = try? model.withGivenAmounts(times: 0, from: start),
      let rest = try? SystemPlan(empty).solve()
    else { return nil }
    let left = service.service(of: rest).last ?? 0
    let factor = (wanted - left) / (reached - left)
    guard factor.isFinite, factor >= 0,
      let scaled = try? model.withGivenAmounts(times: factor, from: start),
      let proof = try? SystemPlan(scaled).solve(),
      let proven = service.service(of: proof).last,
      abs(proven - wanted) <= 1e-9 * abs(wanted)
    else { return nil }
    let nothing = rest.total(of: .primary)
    primary = (start..<own.count).reduce(0) { $0 + nothing[$1] + factor * (own[$1] - nothing[$1]) }
    saved = before[start...].reduce(0, +) - primary
    self.factor = factor
  }
}
