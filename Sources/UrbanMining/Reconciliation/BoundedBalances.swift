internal import LinearAlgebra

/// The search for the balanced values: linear steps, each to the nearest point that keeps
/// the bounds, until nothing moves.
struct BoundedBalances {
  /// What was found.
  struct Solution {
    let values: [Double]
    let balances: LinearisedBalances
    /// The corrections of the measurements in units of their errors: u with x = m + L·u.
    let errors: [Double]
    /// What a bound holds, by place: at 0, or at 1.
    let held: [Int: Double]
    let iterations: Int
  }

  private static let mostSteps = 400

  private let system: MeasuredSystem
  private let covariance: ErrorCovariance
  private let measurements: [Double]
  private let unknown: [Int]
  private let isUnknown: [Bool]
  private let start: [Double]
  /// The size of the largest amount that was measured or given.
  private let largestAmount: Double

  init(_ system: MeasuredSystem) throws(ReconciliationError) {
    self.system = system
    do throws(SingularCovariance) {
      covariance = try ErrorCovariance(of: system)
    } catch {
      throw .singularCovariance(error.description)
    }
    measurements = covariance.measured.map { system.quantities[$0].knowledge.value ?? 0 }
    isUnknown = system.quantities.map { $0.knowledge == .unknown }
    unknown = system.quantities.indices.filter { system.quantities[$0].knowledge == .unknown }
    start = BoundedBalances.start(of: system)
    largestAmount = system.quantities.reduce(0) { largest, quantity in
      quantity.kind.isRatio ? largest : max(largest, abs(quantity.knowledge.value ?? 0))
    }
  }

  /// Measured and exact values, and for what is unknown the mean of its like.
  private static func start(of system: MeasuredSystem) -> [Double] {
    struct Like: Hashable {
      let kind: MeasuredQuantity.Kind
      let substance: String?
    }
    var known: [Like: [Double]] = [:]
    for quantity in system.quantities {
      if let value = quantity.knowledge.value {
        known[Like(kind: quantity.kind, substance: quantity.substance), default: []].append(value)
      }
    }
    return system.quantities.map { quantity in
      if let value = quantity.knowledge.value { return value }
      let like = known[Like(kind: quantity.kind, substance: quantity.substance)] ?? []
      let mean = like.reduce(0, +) / Double(max(1, like.count))
      switch quantity.kind {
      case .stockChange, .total: return 0
      case .share: return mean > 0 ? mean : 0.5
      case .flow, .concentration, .stockAtStart, .stockAtEnd: return mean > 0 ? mean : 1
      }
    }
  }

  /// The solution with all bounds kept.
  ///
  /// Each step goes to the least sum of squares of the balances made linear, under the bounds.
  func solve() throws(ReconciliationError) -> Solution {
    var values = start
    var (share, before) = (1.0, Double.infinity)
    var moving: [String] = []
    for iteration in 1...BoundedBalances.mostSteps {
      let balances = try linearised(system.equations, at: values)
      let step = target(of: balances, from: values)
      var largest = 0.0
      for (place, target) in step.targets {
        let scale = system.quantities[place].knowledge.uncertainty ?? (1e-6 * largestAmount)
        let move = abs(target - values[place]) / max(abs(target), abs(values[place]), scale)
        // What nothing fixes may wander.
        if move > 0, step.isFixed(place) { largest = max(largest, move) }
        values[place] += share * (target - values[place])
      }
      for bound in step.held where share == 1 { values[bound.quantity] = bound.value }
      dropRounding(&values)
      guard values.allSatisfy(\.isFinite) else { break }
      // Rounding keeps ill-conditioned systems from standing still.
      if largest < 1e-12 || (largest < 1e-7 && largest > 0.9 * before) {
        return try solution(values, step, iterations: iteration)
      }
      // Whole steps mostly arrive within ten; where they swing from side to side, shorter ones do.
      if iteration >= 12 {
        share =
          largest < 1e-6 ? 1 : largest > 0.9 * before ? max(share / 2, 1 / 16) : min(1, share * 1.5)
      }
      before = largest
      moving = step.targets.filter { step.isFixed($0.place) }.map { own in
        (own.place, abs(own.value - values[own.place]) / max(abs(own.value), 1e-6 * largestAmount))
      }.sorted { $0.1 > $1.1 }.prefix(3).map { system.quantities[$0.0].name }
    }
    throw .notConverged(moving: moving)
  }

  /// Where a step leads.
  private struct Step {
    let targets: [(place: Int, value: Double)]
    let unfixed: Set<Int>
    let held: [BoundedStep.Bound]
    let unkept: [BoundedStep.Bound]

    func isFixed(_ place: Int) -> Bool { !unfixed.contains(place) }
  }

  private func target(of balances: LinearisedBalances, from values: [Double]) -> Step {
    let (errors, steps) = balances.correction()
    let moves = covariance.factor.times(errors)
    let places = covariance.measured + unknown
    var targets =
      zip(measurements, moves).map { $0 + $1 } + zip(unknown, steps).map { values[$0] + $1 }
    let unfixed = Set(zip(unknown, balances.isFixed).filter { !$1 }.map { $0.0 })
    func candidates(_ scale: (Int, Int) -> Double) -> [BoundedStep.Candidate] {
      places.enumerated().flatMap { row, place -> [BoundedStep.Candidate] in
        let kind = system.quantities[place].kind
        guard kind.isNeverNegative, !unfixed.contains(place) else { return [] }
        let size = scale(row, place)
        return [false, true].prefix(kind == .concentration ? 2 : 1).map {
          .init(bound: .init(quantity: place, isUpper: $0), row: row, scale: size)
        }
      }
    }
    // Most steps break no bound, and need no covariance.
    let isBroken = zip(places, targets).contains { place, target in
      let kind = system.quantities[place].kind
      return kind.isNeverNegative && (target < 0 || (kind == .concentration && target > 1))
    }
    guard isBroken else {
      return Step(
        targets: Array(zip(places, targets)).map { (place: $0, value: $1) }, unfixed: unfixed,
        held: [], unkept: [])
    }
    let factor = balances.balancedFactor()
    let bounded = BoundedStep(
      candidates { row, place in
        let quantity = system.quantities[place]
        if let own = quantity.knowledge.uncertainty { return own }
        return quantity.kind.isRatio ? 1 : max(factor.length(ofRow: row), 1e-4 * largestAmount)
      }, at: targets, factor: factor)
    for row in targets.indices { targets[row] += bounded.moves[row] }
    return Step(
      targets: Array(zip(places, targets)).map { (place: $0, value: $1) }, unfixed: unfixed,
      held: bounded.held, unkept: bounded.unkept)
  }

  /// An unknown amount that is nothing beside those that it is balanced with is 0: its substances then have no
  /// concentration.
  private func dropRounding(_ values: inout [Double]) {
    var beside = [Double](repeating: 0, count: values.count)
    for equation in system.equations {
      let size = equation.size(values)
      for term in equation.terms where term.second == nil {
        beside[term.first] = max(beside[term.first], size)
      }
    }
    for place in unknown where !system.quantities[place].kind.isRatio {
      if abs(values[place]) <= 1e-12 * beside[place] { values[place] = 0 }
    }
  }

  private func solution(
    _ values: [Double], _ step: Step, iterations: Int
  ) throws(ReconciliationError) -> Solution {
    let bounds = step.held.map { bound in
      BalanceEquation(
        name: "the bound of '\(system.quantities[bound.quantity].name)'",
        terms: [.init(coefficient: 1, first: bound.quantity)], constant: -bound.value)
    }
    let balances = try linearised(system.equations + bounds, at: values)
    try checkBalances(values, balances)
    guard step.unkept.isEmpty else {
      throw .bounds(
        step.unkept.map { system.quantities[$0.quantity].name },
        isUpper: step.unkept.contains { $0.isUpper })
    }
    // Below zero by rounding.
    var values = values
    for place in covariance.measured + unknown
    where system.quantities[place].kind.isNeverNegative && step.isFixed(place) {
      values[place] = max(0, values[place])
    }
    var held: [Int: Double] = [:]
    for bound in step.held { held[bound.quantity] = bound.value }
    return Solution(
      values: values, balances: balances, errors: balances.correction().errors, held: held,
      iterations: iterations)
  }

  private func linearised(
    _ equations: [BalanceEquation], at values: [Double]
  ) throws(ReconciliationError) -> LinearisedBalances {
    do throws(LinearAlgebraError) {
      return try LinearisedBalances(
        equations, at: values, measurements: measurements, unknown: unknown, covariance)
    } catch {
      throw .notConverged(moving: [])
    }
  }

  /// Equations that the solution does not keep can't be kept by any.
  private func checkBalances(
    _ values: [Double], _ balances: LinearisedBalances
  ) throws(ReconciliationError) {
    // What is small beside the largest flow is rounding; a bound is kept by the step itself.
    let floor = 1e-12 * largestAmount
    let broken = system.equations.contains {
      abs($0.residual(values)) > 1e-8 * $0.size(values) + floor
    }
    guard broken else { return }
    let (shares, gap) = balances.contradiction()
    let found = Contradictions(shares, in: system, at: values).groups
    guard gap > 0, !found.isEmpty else { throw .notConverged(moving: []) }
    throw .contradictions(found)
  }
}
