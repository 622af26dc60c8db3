/// Morris's screening: the change of a result per step in one quantity, from many starting points.
///
/// A trajectory starts at a point of a grid with `levels` levels per quantity and moves each quantity once,
/// in a random order, by
/// ```
/// Δ = levels / (2·(levels − 1))
/// ```
/// up or down. With k quantities it takes k + 1 runs. Morris (1991), doi:10.1080/00401706.1991.10484804;
/// the mean of absolute effects: Campolongo et al. (2007), doi:10.1016/j.envsoft.2006.10.004.
public struct ElementaryEffects: Hashable, Sendable {
  /// The mean effect of each quantity: cancels where effects differ in sign.
  public let mean: [Double]
  /// The mean of the absolute effects: how much the quantity matters.
  public let absoluteMean: [Double]
  /// The standard deviation of the effects: interactions and curvature.
  public let standardDeviation: [Double]

  /// - Parameters:
  ///   - trajectories: where the runs were.
  ///   - results: the result of each run, trajectory after trajectory.
  public init(trajectories: MorrisTrajectories, results: [Double]) {
    let (count, quantities) = (trajectories.count, trajectories.quantities)
    precondition(results.count == count * (quantities + 1), "a result for each run")
    var effects = [[Double]](repeating: [], count: quantities)
    for trajectory in 0..<count {
      let start = trajectory * (quantities + 1)
      for (step, move) in trajectories.moves(of: trajectory).enumerated() {
        let change = results[start + step + 1] - results[start + step]
        effects[move.quantity].append(change / move.step)
      }
    }
    let moments = effects.map { Moments(rows: $0, draws: $0.count) }
    mean = moments.map { $0.means[0] }
    standardDeviation = moments.map { $0.standardDeviation(0) }
    absoluteMean = effects.map { $0.reduce(0) { $0 + abs($1) } / Double($0.count) }
  }
}

/// The runs of a Morris screening as points of the unit cube.
public struct MorrisTrajectories: Hashable, Sendable {
  /// The number of trajectories.
  public let count: Int
  public let quantities: Int
  private let levels: Int
  private let source: Philox

  /// A move of one quantity by a signed step.
  struct Move: Hashable, Sendable {
    let quantity: Int
    let step: Double
  }

  /// - Parameters:
  ///   - count: how many trajectories, at least one.
  ///   - quantities: how many quantities move, at least one.
  ///   - levels: of the grid, even; 4 is usual.
  ///   - seed: of the starting points and orders.
  public init(count: Int, quantities: Int, levels: Int = 4, seed: UInt64) {
    precondition(count > 0 && quantities > 0, "at least one trajectory and quantity")
    precondition(levels >= 2 && levels % 2 == 0, "an even number of levels")
    self.count = count
    self.quantities = quantities
    self.levels = levels
    source = Philox(key: seed)
  }

  /// The moves of a trajectory in their order.
  func moves(of trajectory: Int) -> [Move] {
    let stream = Philox.stream(named: "morris/\(trajectory)")
    let order = RandomPermutation(count: quantities, source: source, stream: stream)
    let step = Double(levels) / Double(2 * (levels - 1))
    return (0..<quantities).map { place in
      let quantity = order[place]
      return Move(quantity: quantity, step: isUpward(quantity, stream) ? step : -step)
    }
  }

  /// The points of a trajectory, quantities + 1 of them, each with a coordinate from 0 to 1 per quantity.
  public func points(of trajectory: Int) -> [[Double]] {
    let stream = Philox.stream(named: "morris/\(trajectory)")
    let half = levels / 2
    var point = (0..<quantities).map { quantity in
      let level = min(
        Int(source.uniform(stream: stream, at: 2 * quantity) * Double(half)), half - 1)
      return Double(isUpward(quantity, stream) ? level : level + half) / Double(levels - 1)
    }
    var points = [point]
    for move in moves(of: trajectory) {
      point[move.quantity] += move.step
      points.append(point)
    }
    return points
  }

  private func isUpward(_ quantity: Int, _ stream: UInt64) -> Bool {
    source.uniform(stream: stream, at: 2 * quantity + 1) < 0.5
  }
}
