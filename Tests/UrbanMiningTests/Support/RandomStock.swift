import LinearAlgebra
import Testing
import UrbanMining

/// A random problem: a law, periods, a timing, inflows and an initial stock for each lane.
struct RandomStock: CustomTestStringConvertible {
  let seed: UInt64
  let survival: Survival
  let inflow: Matrix
  let initial: [InitialStock]

  var testDescription: String {
    "seed \(seed): \(survival.law.description), \(survival.timing), \(inflow.rows) periods"
  }

  /// - Parameter seed: the same problem for the same seed on every machine.
  init(seed: UInt64) throws {
    self.seed = seed
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 1...40, using: &numbers)
    var bounds = [1990.0]
    let isEven = Bool.random(using: &numbers)
    for _ in 0..<count {
      bounds.append(bounds.last! + (isEven ? 1 : .random(in: 0.25...4, using: &numbers)))
    }
    let time = try TimeAxis(bounds: bounds)
    let timing = [InflowTiming.start, .middle, .end, .uniform(points: 4)].randomElement(
      using: &numbers)!
    let lanes = Int.random(in: 1...4, using: &numbers)
    let base = try RandomStock.lifetime(&numbers)
    func factors() -> [Double] { (0..<count).map { _ in .random(in: 0.8...1.4, using: &numbers) } }
    let law: LifetimeLaw
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: law = .shared(base)
    case 1: law = .byLane(try (0..<lanes).map { _ in try RandomStock.lifetime(&numbers) })
    case 2: law = try .byCohort(base, factors: factors())
    case 3: law = try .byPeriod(base, factors: factors())
    default:
      law = .byCohortAndPeriod(
        try factors().map { cohort in
          try factors().map { try base.stretched(by: cohort * $0) }
        })
    }
    survival = try Survival(law, over: time, timing: timing)
    inflow = Matrix(
      rows: count, columns: lanes,
      values: (0..<count * lanes).map { _ in .random(in: 0...100, using: &numbers) })
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0: initial = []
    case 1: initial = [.total(.random(in: 0...500, using: &numbers), growth: 0.02)]
    default:
      initial = (0..<lanes).map { _ in
        .cohorts([
          .init(from: 1980, to: 1985.5, amount: .random(in: 0...90, using: &numbers)),
          .init(from: 1985.5, to: 1990, amount: .random(in: 0...90, using: &numbers)),
        ])
      }
    }
  }

  /// A lifetime of which at least a third outlives the longest period, so that a stock can be held.
  static func lifetime(_ numbers: inout SeededNumbers) throws -> Lifetime {
    let mean = Double.random(in: 12...40, using: &numbers)
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0: return try .normal(mean: mean, standardDeviation: 0.3 * mean)
    case 1: return try .logNormal(mean: mean, standardDeviation: 0.5 * mean)
    case 2: return try .weibull(shape: .random(in: 1.2...4, using: &numbers), mean: mean)
    case 3: return try .gamma(mean: mean, standardDeviation: 0.4 * mean)
    case 4: return try .exponential(mean: mean)
    case 5: return try .logLogistic(shape: 3.5, scale: mean)
    case 6: return try .uniform(from: 5, to: 3 * mean)
    case 7:
      return try .mixture([
        (0.25, .exponential(mean: mean)), (0.75, .weibull(shape: 2.5, mean: mean)),
      ])
    default: return try .weibull(shape: 2.2, mean: mean).dissipating(rate: 0.01)
    }
  }
}
