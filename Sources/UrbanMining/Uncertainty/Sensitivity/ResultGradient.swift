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
    let solver = DrawSolver(plan, program: MarchProgram(plan, plan.numbers, lanes: width), draws: 1)
    let all = solver.series(isDetailed: true)
    guard let series = all.first(where: { $0.label.matches(result.name) }) else {
      throw .unknownSeries(
        result.name, known: solver.series(isDetailed: false).map(\.label.key))
    }
    let period = try result.period(in: model)
    let arena: [Double]
    do throws(SolveError) {
      arena = try solver.program.run(plan.numbers, lanes: 0..<width)
    } catch {
      throw .unsolvable(error.description)
    }
    let (value, seeds) = series.formula.derivatives(
      in: period, of: arena, lanes: width, length: model.time.length(of: period))
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
      Adjoint(solver.program, plan.numbers, arena: arena, seeds: seeds, lane: $0)
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
        guard let lifetime = process.lifetimes?[cell] else { return nil }
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

/// A result by name and year, written `eol_rr`, `stock.use@2015` or `flow.old_scrap`: the last year is meant
/// where none is named.
public struct ResultKey: Hashable, Sendable, CustomStringConvertible {
  /// A series by its name or key.
  public let name: String
  public let year: String?

  public init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    year = parts.count > 1 ? String(parts[1]) : nil
  }

  public var description: String { year.map { "\(name)@\($0)" } ?? name }

  /// The place of its year.
  func period(in model: SystemModel) throws(EnsembleError) -> Int {
    guard let year else { return model.time.count - 1 }
    let labels = model.time.labels.indices.map { model.time.label(of: $0) }
    guard let period = labels.firstIndex(of: year) else {
      throw .unsolvable(
        "the model has no year '\(year)': it runs from \(labels[0]) to \(labels[labels.count - 1])")
    }
    return period
  }
}

extension EnsembleSeries.Formula {
  /// The value in a period and its derivative with respect to the numbers of the arena, by their place.
  func derivatives(
    in period: Int, of arena: [Double], lanes: Int, length: Double
  ) -> (value: Double, seeds: [Int: Double]) {
    var seeds: [Int: Double] = [:]
    func total(_ rows: [LaneRow]) -> Double {
      rows.reduce(0) { sum, row in
        (0..<lanes).reduce(sum) { $0 + arena[row.offset(in: period) + $1] }
      }
    }
    func seed(_ rows: [LaneRow], _ weight: Double) {
      for row in rows {
        for lane in 0..<lanes { seeds[row.offset(in: period) + lane, default: 0] += weight }
      }
    }
    switch self {
    case .sum(let rows, let isPerYear):
      let factor = isPerYear ? 1 / length : 1
      seed(rows, factor)
      return (total(rows) * factor, seeds)
    case .gain(let after, let before):
      seed(after, 1 / length)
      seed(before, -1 / length)
      return ((total(after) - total(before)) / length, seeds)
    case .ratio(let part, let whole):
      let (above, below) = (total(part), total(whole))
      seed(part, 1 / below)
      seed(whole, -above / (below * below))
      return (above / below, seeds)
    }
  }
}
