import ArgumentParser
import LinearAlgebra
import UrbanMining

/// A problem solved a few times, all operations in turn, with the seconds that each took.
struct Timing {
  /// Seconds of every repeat, by operation; `lifetimes` is the part of `survival` that makes the lifetimes
  /// from their parameters.
  let seconds: [String: [Double]]
  private let forward: DynamicStock
  private let backward: DynamicStock?

  enum Operation: String, CaseIterable, ExpressibleByArgument {
    /// From the parameters of all lanes to their survival curves.
    case survival
    /// Stock and outflow from inflow.
    case inflow
    /// Inflow and outflow from the stock that `inflow` has found.
    case stock
    /// The tables of stock and outflow by cohort, of all lanes, one lane after the other.
    case cohorts
    /// Survival, inflow and stock.
    case all

    func includes(_ other: Operation) -> Bool {
      self == other || (self == .all && other != .cohorts)
    }
  }

  init(_ problem: Problem, operation: Operation, repeats: Int, threads: Int) throws {
    var stopwatch = Stopwatch()
    // Results are let go before the next pass, so that the peak memory is that of one.
    for _ in 1..<repeats { _ = try Self.solve(problem, operation, threads, &stopwatch) }
    (forward, backward) = try Self.solve(problem, operation, threads, &stopwatch)
    seconds = stopwatch.seconds
  }

  private static func solve(
    _ problem: Problem, _ operation: Operation, _ threads: Int, _ stopwatch: inout Stopwatch
  ) throws -> (forward: DynamicStock, backward: DynamicStock?) {
    let beforeLifetimes = stopwatch.now
    let law = try problem.law()
    let beforeSurvival = stopwatch.now
    let survival = try Survival(law, over: problem.time, timing: .end, threads: threads)
    let beforeInflow = stopwatch.now
    let forward = try DynamicStock.inflowDriven(
      inflow: problem.inflow, survival: survival, threads: threads)
    let beforeStock = stopwatch.now

    if operation.includes(.survival) {
      stopwatch.add("lifetimes", from: beforeLifetimes, to: beforeSurvival)
      stopwatch.add("survival", from: beforeLifetimes, to: beforeInflow)
    }
    if operation.includes(.inflow) {
      stopwatch.add("inflow", from: beforeInflow, to: beforeStock)
    }
    if operation == .cohorts {
      let start = stopwatch.now
      forward.forEachCohortTable { _, _, _ in }
      stopwatch.add("cohorts", from: start, to: stopwatch.now)
    }
    guard operation.includes(.stock) else { return (forward, nil) }
    let start = stopwatch.now
    let backward = try DynamicStock.stockDriven(
      stock: forward.stock, survival: survival, threads: threads)
    stopwatch.add("stock", from: start, to: stopwatch.now)
    return (forward, backward)
  }

  /// Sums over all periods and lanes.
  var sums: [String: Double] {
    var sums = ["stock": forward.stock.sum, "outflow": forward.outflow.sum]
    sums["recoveredInflow"] = backward?.inflow.sum
    return sums
  }

  /// All results of a few lanes, evenly spread; the last lane is among them.
  func series(count: Int) -> [Series] {
    (1..<count + 1).map { number in
      let lane = number * forward.stock.columns / count - 1
      return Series(
        lane: lane, stock: forward.stock.column(lane), outflow: forward.outflow.column(lane),
        recoveredInflow: backward?.inflow.column(lane))
    }
  }

  /// A lane's results in full.
  struct Series: Encodable {
    let lane: Int
    let stock: [Double]
    let outflow: [Double]
    let recoveredInflow: [Double]?
  }
}

/// Wall times by name.
struct Stopwatch {
  private(set) var seconds: [String: [Double]] = [:]

  var now: ContinuousClock.Instant { ContinuousClock.now }

  mutating func add(
    _ name: String, from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) {
    seconds[name, default: []].append((end - start) / .seconds(1))
  }
}

extension Matrix {
  fileprivate var sum: Double { values.reduce(0, +) }
}
