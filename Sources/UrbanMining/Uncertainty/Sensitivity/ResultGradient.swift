internal import LinearAlgebra

/// How one result changes with every number of a model: its gradient.
///
/// Of numbers there is a derivative for each cell and period, of lifetimes one for stretching them in time and
/// one for each of their parameters. Elasticities (per cent of the result per cent of the number) are
/// derivative · number / result.
public struct ResultGradient: Sendable {
  /// Which result, and what it is.
  public let result: ResultKey
  public let label: SeriesLabel
  public let model: SystemModel
  public let year: String
  public let value: Double
  /// One for each cell of each input, and of each flow with numbers of its own.
  public let numbers: [Numbers]
  public let lifetimes: [Lifetimes]

  /// The derivatives with respect to the numbers of one cell.
  public struct Numbers: Hashable, Sendable {
    /// As scenarios write it: `collection_rate.transport`.
    public let key: String
    /// The numbers of the model, by period.
    public let values: [Double]
    /// The derivative with respect to each of them.
    public let derivatives: [Double]

    /// What the result gains where all periods are multiplied by 1 + ε, per ε.
    public var perShare: Double { zip(values, derivatives).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The derivatives with respect to one lifetime.
  public struct Lifetimes: Hashable, Sendable {
    public let key: String
    public let lifetime: String
    /// With respect to a factor by which all ages are stretched; nil for a lifetime that leaves in jumps.
    public let stretch: Double?
    /// With respect to each parameter of the lifetime's text.
    public let parameters: [Parameter]

    public struct Parameter: Hashable, Sendable {
      public let label: String
      public let value: Double
      public let derivative: Double
    }
  }

  /// - Parameters:
  ///   - model: the model.
  ///   - result: which result.
  /// - Throws: where the model can't be solved or has no such result.
  /// - Complexity: that of two solves, and two survival curves for each parameter of a lifetime.
  public init(of result: ResultKey, in model: SystemModel) throws(EnsembleError) {
    let plan: SystemPlan
    do throws(SystemPlanError) {
      plan = try SystemPlan(model)
    } catch {
      throw .plan(error)
    }
    let width = plan.split.width
    let program = MarchProgram(plan, plan.numbers, lanes: width)
    let all = EnsembleSeries.all(of: plan, isDetailed: true)
    guard let series = all.first(where: { $0.label.matches(result.name) }) else {
      throw .unknownSeries(
        result.name, known: EnsembleSeries.all(of: plan, isDetailed: false).map(\.label.key))
    }
    let period = try result.period(in: model)
    let arena: [Double]
    do throws(SolveError) {
      arena = try program.run(plan.numbers, lanes: 0..<width)
    } catch {
      throw .unsolvable(error.description)
    }
    let (value, seeds) = series.formula.derivatives(
      in: period, of: arena, program.layout, length: model.time.length(of: period))
    guard value.isFinite else {
      throw .unsolvable(
        "'\(result.name)' is not defined in \(model.time.label(of: period))")
    }
    self.result = result
    self.label = series.label
    self.model = model
    year = model.time.label(of: period)
    self.value = value
    let adjoints = (0..<width).map {
      Adjoint(program, plan.numbers, arena: arena, seeds: seeds, lane: $0)
    }
    numbers = ResultGradient.numbers(plan, adjoints)
    lifetimes = ResultGradient.lifetimes(plan, adjoints)
  }

  private static func numbers(_ plan: SystemPlan, _ adjoints: [Adjoint]) -> [Numbers] {
    let model = plan.model
    return plan.slots.sources.flatMap { source -> [Numbers] in
      let name: String
      switch source {
      case .input(let input): name = input
      case .flow(let index):
        guard case .inline = model.flows[index].values else { return [] }
        name = "\(model.flows[index].key).\(model.flows[index].rule.word)"
      case .limit(let index): name = "\(model.flows[index].key).limit"
      case .requiredInflow(let index): name = "\(model.processes[index].name).inflow"
      case .requiredStock(let index): name = "\(model.processes[index].name).stock"
      }
      guard let range = plan.slots.ranges[source] else { return [] }
      let parameter = source.parameter(in: model)
      let space = model.space(over: parameter.dimensions)
      let table = plan.split.cells(of: space)
      return (0..<table.count).map { place in
        let (cell, width) = (table[place], plan.split.width)
        return Numbers(
          key: ([name] + space.elements(of: cell)).joined(separator: "."),
          values: parameter.cells[cell],
          derivatives: adjoints[place % width].slots[range.first + place / width])
      }
    }
  }

  private static func lifetimes(_ plan: SystemPlan, _ adjoints: [Adjoint]) -> [Lifetimes] {
    let (model, width) = (plan.model, plan.split.width)
    return plan.uses.enumerated().flatMap { index, use -> [Lifetimes] in
      let process = model.processes[use.process]
      let space = model.space(over: process.dimensions)
      let table = plan.split.cells(of: space)
      return adjoints.enumerated().compactMap { lane, adjoint in
        let cell = table[use.cell * width + lane]
        // Of lifetimes that change over time there is no one to derive by.
        guard process.lifetimesByCohort == nil, let lifetime = process.lifetimes?[cell] else {
          return nil
        }
        return Lifetimes(
          key: ([process.name, "lifetime"] + space.elements(of: cell)).joined(separator: "."),
          lifetime: lifetime.description,
          stretch: derivative(adjoint, index, model) { change in
            lifetime.density(atAge: lifetime.mean) == nil
              ? nil : try? lifetime.stretched(by: 1 + change)
          },
          parameters: parameters(of: lifetime, adjoint, index, model))
      }
    }
  }

  private static func parameters(
    of lifetime: Lifetime, _ adjoint: Adjoint, _ use: Int, _ model: SystemModel
  ) -> [Lifetimes.Parameter] {
    guard let own = LifetimeParameters(lifetime), lifetime.density(atAge: lifetime.mean) != nil
    else {
      return []
    }
    return own.labels.compactMap { label in
      guard let value = own[label], value != 0 else { return nil }
      let perShare = derivative(adjoint, use, model) {
        try? own.replacing(label, by: value * (1 + $0))
      }
      return perShare.map { .init(label: label, value: value, derivative: $0 / value) }
    }
  }

  /// Σ (derivative with respect to s(t, c)) · ds(t, c)/dε, with the survival's own derivative from four
  /// points (its error is of the fourth order, and no solve is needed for it).
  private static func derivative(
    _ adjoint: Adjoint, _ use: Int, _ model: SystemModel, changed: (Double) -> Lifetime?
  ) -> Double? {
    let step = 1e-3
    var total = 0.0
    for (factor, weight) in [(1.0, 8.0), (-1, -8), (2, -1), (-2, 1)] {
      guard let lifetime = changed(factor * step) else { return nil }
      let survival = Survival(lifetime, over: model.time, timing: model.timing)
      var sum = 0.0
      for t in 0..<model.time.count {
        for c in 0...t {
          sum += adjoint.survival(use: use, t: t, c: c) * survival.share(atEndOf: t, ofCohort: c)
        }
      }
      total += weight * sum
    }
    return total / (12 * step)
  }
}
