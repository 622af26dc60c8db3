internal import LinearAlgebra

/// The search for the balanced values: linear steps until nothing moves, bounds one after the other.
struct BoundedBalances {
  /// What was found.
  struct Solution {
    let values: [Double]
    let balances: LinearisedBalances
    /// The corrections of the measurements in units of their errors: u with x = m + L·u.
    let errors: [Double]
    /// The places of what a bound holds at zero.
    let held: Set<Int>
    let iterations: Int
  }

  private static let mostSteps = 400

  private let system: MeasuredSystem
  private let covariance: ErrorCovariance
  private let measurements: [Double]
  private let unknown: [Int]
  private let start: [Double]

  init(_ system: MeasuredSystem) throws(ReconciliationError) {
    self.system = system
    do throws(SingularCovariance) {
      covariance = try ErrorCovariance(of: system)
    } catch {
      throw .singularCovariance(error.description)
    }
    measurements = covariance.measured.map { system.quantities[$0].knowledge.value ?? 0 }
    unknown = system.quantities.indices.filter { system.quantities[$0].knowledge == .unknown }
    start = BoundedBalances.start(of: system)
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
      case .stockChange: return 0
      case .share: return mean > 0 ? mean : 0.5
      case .flow, .concentration, .stockAtStart, .stockAtEnd: return mean > 0 ? mean : 1
      }
    }
  }

  /// The solution with all bounds kept.
  ///
  /// A quantity that came out below zero is held at zero, the worst one first; one that would come out
  /// above zero if it were let go is let go. The sum of squares rises with each bound that is added, so
  /// that no set of bounds comes back.
  func solve() throws(ReconciliationError) -> Solution {
    var held: Set<Int> = []
    var solution = try solve(holding: held)
    var seen: Set<Set<Int>> = [held]
    while let worst = worst(solution) {
      held.insert(worst)
      solution = try solve(holding: held)
      for own in held.sorted() where own != worst {
        let free = try solve(holding: held.subtracting([own]))
        if free.values[own] >= 0 {
          held.remove(own)
          solution = free
        }
      }
      guard seen.insert(held).inserted else { throw .bounds(names(of: held)) }
    }
    return solution
  }

  private func names(of places: Set<Int>) -> [String] {
    places.sorted().map { system.quantities[$0].name }
  }

  /// What lies furthest below its bound of zero, measured by its uncertainty or the size of its flows.
  private func worst(_ solution: Solution) -> Int? {
    let largest = solution.values.reduce(0) { max($0, abs($1)) }
    var worst: (place: Int, excess: Double)?
    for (place, quantity) in system.quantities.enumerated() where quantity.kind.isNeverNegative {
      if let own = unknown.firstIndex(of: place), !solution.balances.isFixed[own] { continue }
      let scale = quantity.knowledge.uncertainty ?? (quantity.kind.isRatio ? 1 : largest)
      let excess = solution.values[place] / (scale > 0 ? scale : largest)
      if excess < -1e-9, !solution.held.contains(place), excess < worst?.excess ?? 0 {
        worst = (place, excess)
      }
    }
    return worst?.place
  }

  /// The solution with some quantities held at zero.
  private func solve(holding held: Set<Int>) throws(ReconciliationError) -> Solution {
    let bounds = held.sorted().map {
      BalanceEquation(
        name: "the bound of '\(system.quantities[$0].name)'",
        terms: [.init(coefficient: 1, first: $0)])
    }
    let equations = system.equations + bounds
    var values = start
    for iteration in 1...BoundedBalances.mostSteps {
      let balances = try linearised(equations, at: values)
      let (errors, steps) = balances.correction()
      let moves = covariance.factor.times(errors)
      var largest = 0.0
      // Whole steps mostly arrive within ten; where they swing from side to side, half ones do.
      let share = iteration <= 40 ? 1 : 0.5
      func move(_ place: Int, to target: Double, scale: Double) {
        let step = share * (target - values[place])
        guard abs(step) > 0 else { return }
        largest = max(largest, abs(step) / max(abs(target), abs(values[place]), scale))
        values[place] += step
      }
      for (index, place) in covariance.measured.enumerated() {
        move(
          place, to: measurements[index] + moves[index], scale: covariance.factor[index, index])
      }
      for (index, place) in unknown.enumerated() {
        move(place, to: values[place] + steps[index], scale: 1e-6 * largestAmount)
      }
      guard values.allSatisfy(\.isFinite) else { break }
      guard largest < 1e-12 || (iteration > 100 && largest < 1e-9) else { continue }
      let final = try linearised(equations, at: values)
      try checkBalance(equations, values, final)
      return Solution(
        values: values, balances: final, errors: errors, held: held, iterations: iteration)
    }
    throw .notConverged
  }

  /// The size of the largest amount that was measured or given.
  private var largestAmount: Double {
    system.quantities.reduce(0) { largest, quantity in
      quantity.kind.isRatio ? largest : max(largest, abs(quantity.knowledge.value ?? 0))
    }
  }

  private func linearised(
    _ equations: [BalanceEquation], at values: [Double]
  ) throws(ReconciliationError) -> LinearisedBalances {
    do throws(LinearAlgebraError) {
      return try LinearisedBalances(
        equations, at: values, measurements: measurements, unknown: unknown, covariance)
    } catch {
      throw .notConverged
    }
  }

  /// Equations that the solution does not keep can't be kept by any.
  private func checkBalance(
    _ equations: [BalanceEquation], _ values: [Double], _ balances: LinearisedBalances
  ) throws(ReconciliationError) {
    // What is small beside the largest flow is rounding; a bound is kept by the step itself.
    let floor = 1e-12 * largestAmount
    let broken = equations.prefix(system.equations.count).contains {
      abs($0.residual(values)) > 1e-8 * $0.size(values) + floor
    }
    guard broken else { return }
    let (shares, gap) = balances.contradiction()
    let most = shares.reduce(0) { max($0, abs($1)) }
    guard gap > 0, most > 0 else { throw .notConverged }
    var involved: Set<Int> = []
    var slopes = [Double](repeating: 0, count: values.count)
    var names: [String] = []
    for (equation, share) in zip(equations, shares) where abs(share) > 1e-6 * most {
      names.append(equation.name)
      equation.forEachSlope(values) { slopes[$0] += share * $1 }
    }
    let exact = system.quantities.indices.filter {
      if case .exact = system.quantities[$0].knowledge { true } else { false }
    }
    for place in exact where abs(slopes[place]) > 1e-6 * most { involved.insert(place) }
    throw .contradiction(exact: self.names(of: involved), equations: names)
  }
}
