internal import RealModule

/// A parameter found in a model: what a value of it changes.
struct FitTarget: Sendable {
  let parameter: FitParameter
  let form: Form
  let start: Double
  let bounds: ClosedRange<Double>
  let target: ChangeTarget
  /// Whether a flow takes it as its share of a source.
  let isShare: Bool
  private let years: [Double]

  /// What the value is.
  enum Form: Hashable, Sendable {
    /// A parameter of lifetimes, by its label.
    case lifetime(String)
    /// A factor on all ages of lifetimes.
    case stretch
    /// The number itself.
    case number
    /// A factor on numbers.
    case factor
    /// A yearly rate of growth.
    case growth
  }

  init(_ parameter: FitParameter, in model: SystemModel) throws(FitError) {
    self.parameter = parameter
    years = model.time.labels
    let (form, target, value) = try FitTarget.form(of: parameter.key, in: model)
    self.form = form
    self.target = target
    isShare = FitTarget.isShare(target, in: model)
    let usual: ClosedRange<Double> =
      switch form {
      case .lifetime: value / 1000...value * 1000
      case .stretch, .factor: 1e-3...1e3
      case .number where isShare: 0...1
      case .number:
        value > 0 ? value / 1000...value * 1000 : -1e3 * (1 + abs(value))...1e3 * (1 + abs(value))
      case .growth: -1...1
      }
    bounds = parameter.bounds ?? usual
    start = parameter.start ?? min(max(value, bounds.lowerBound), bounds.upperBound)
    guard bounds.contains(start) else {
      throw .parameter(parameter.key, "it starts outside of its bounds")
    }
    guard bounds.lowerBound < bounds.upperBound else {
      throw .parameter(parameter.key, "its bounds leave it no room")
    }
    if case .normal(_, let own)? = parameter.prior, !(own > 0) {
      throw .parameter(parameter.key, "the standard deviation of what is known is above 0")
    }
  }

  private static func form(
    of key: String, in model: SystemModel
  ) throws(FitError) -> (form: Form, target: ChangeTarget, value: Double) {
    let isGrowth = key.hasSuffix(".growth")
    let own: UncertainTarget
    do throws(UnknownKey) {
      own = try UncertainTarget(isGrowth ? String(key.dropLast(7)) : key, in: model)
    } catch {
      throw .unknownKey(error)
    }
    guard case .lifetimes(let process) = own.target.owner else {
      if isGrowth { return (.growth, own.target, 0) }
      let numbers = model.numbers(of: own.target.owner, over: own.target.space)
      let values = Set(own.target.cells.flatMap { numbers[$0] })
      if values.count == 1, let value = values.first { return (.number, own.target, value) }
      return (.factor, own.target, 1)
    }
    guard !isGrowth else {
      throw .parameter(key, "a lifetime does not grow by a yearly rate")
    }
    guard model.processes[process].lifetimesByCohort == nil else {
      throw .parameter(key, "the lifetimes change over time")
    }
    guard let label = own.parameter else { return (.stretch, own.target, 1) }
    let lifetimes = own.target.cells.compactMap { model.processes[process].lifetimes?[$0] }
    let values = lifetimes.compactMap { LifetimeParameters($0)?[label] }
    guard values.count == lifetimes.count, let first = values.first else {
      throw .parameter(key, "not every lifetime has a parameter '\(label)'")
    }
    return (.lifetime(label), own.target, first)
  }

  private static func isShare(_ target: ChangeTarget, in model: SystemModel) -> Bool {
    model.flows.enumerated().contains { index, flow in
      switch flow.rule {
      case .share(let values), .shareOfRest(let values), .input(let values):
        switch (target.owner, values) {
        case (.flow(let own), _): own == index
        case (.input(let input), .input(let name)): model.inputs[input].name == name
        default: false
        }
      default: false
      }
    }
  }

  /// Whether it comes before another one where both change the same numbers: values are put in place before
  /// they are multiplied, and those of a whole before those of its parts.
  func isMade(before other: FitTarget) -> Bool {
    func rank(_ target: FitTarget) -> (Int, Int) {
      switch target.form {
      case .lifetime, .number: (0, -target.target.cells.count)
      case .stretch, .factor: (1, 0)
      case .growth: (2, 0)
      }
    }
    return rank(self) < rank(other)
  }

  /// The process whose lifetimes change; nil where numbers do.
  var process: Int? {
    if case .lifetimes(let process) = target.owner { process } else { nil }
  }

  /// Changes the lifetimes of its process, by cell; those of several parameters are changed one after the
  /// other.
  func change(_ lifetimes: inout [Lifetime], to value: Double) throws(FitError) {
    do throws(LifetimeError) {
      for cell in target.cells {
        switch form {
        case .lifetime(let label):
          guard let own = LifetimeParameters(lifetimes[cell]) else { continue }
          lifetimes[cell] = try own.replacing(label, by: value)
        case .stretch: lifetimes[cell] = try lifetimes[cell].stretched(by: value)
        case .number, .factor, .growth: continue
        }
      }
    } catch {
      throw .unsolvable("with \(parameter.key) = \(plainNumber(value)): \(error)")
    }
  }

  /// Changes the numbers of one of its cells; those of several parameters are changed one after the other.
  func change(_ series: inout [Double], to value: Double) {
    for period in series.indices {
      switch form {
      case .number: series[period] = value
      case .factor: series[period] *= value
      case .growth: series[period] *= .exp(value * (years[period] - years[0]))
      case .lifetime, .stretch: break
      }
    }
  }

  /// What a value changes in the numbers of the model; nil where it changes lifetimes.
  func change(to value: Double) -> Scenario.Change? {
    switch form {
    case .lifetime, .stretch: nil
    case .factor: .init(target: target, value: .factor(value))
    case .number:
      .init(target: target, value: .numbers(Parameter(constant: value, periods: years.count)))
    case .growth:
      .init(
        target: target,
        value: .factors(Parameter(series: years.map { .exp(value * ($0 - years[0])) })))
    }
  }

  /// Puts lifetimes in the place of all those of a process.
  static func change(
    _ lifetimes: [Lifetime], of process: Int, in model: SystemModel
  ) -> Scenario.Change {
    let space = model.space(over: model.processes[process].dimensions)
    let target = ChangeTarget(
      key: "\(model.processes[process].name).lifetime", owner: .lifetimes(process),
      cells: Array(0..<space.count), space: space, dimensions: space.dimensions.map(\.name))
    return .init(target: target, value: .lifetimes(lifetimes))
  }
}
