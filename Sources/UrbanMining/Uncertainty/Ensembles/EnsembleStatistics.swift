/// What an ensemble says about each series in each period.
public struct EnsembleStatistics: Sendable {
  /// The number of draws.
  public let draws: Int
  /// The probabilities of ``Row/quantiles``.
  public let probabilities: [Double]
  /// The largest relative error of a quantile; zero where all values were kept.
  public let quantileError: Double
  /// Series after series, period after period; nil where a value is not defined in some draw.
  public let rows: [Row?]

  /// The statistics of one number.
  public struct Row: Hashable, Sendable {
    public let mean: Double
    /// With n − 1 in the denominator.
    public let standardDeviation: Double
    public let smallest: Double
    public let largest: Double
    public let quantiles: [Double]
  }

  /// Median, quartiles, and the bands that hold 90 and 95 of 100 draws.
  public static let usualProbabilities = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975]

  /// - Parameters:
  ///   - tally: all blocks of an ensemble, or some.
  ///   - probabilities: of the quantiles.
  /// - Complexity: O(numbers) where all are kept, else O(rows · bins).
  public init(
    _ tally: EnsembleTally, probabilities: [Double] = EnsembleStatistics.usualProbabilities
  ) {
    self.probabilities = probabilities
    guard let moments = tally.tree.total else {
      (draws, quantileError, rows) = (0, 0, [])
      return
    }
    draws = moments.count
    quantileError = tally.sketches.isEmpty ? 0 : CountSketch.relativeError
    rows = moments.means.indices.map { row in
      guard !moments.means[row].isNaN else { return nil }
      let (low, high) = (moments.smallest[row], moments.largest[row])
      let quantiles: [Double]
      if tally.sketches.isEmpty {
        quantiles = Quantiles.typeSeven(
          of: tally.values(ofRow: row, rows: moments.means.count), at: probabilities,
          smallest: low, largest: high)
      } else {
        quantiles = tally.sketches[row].quantiles(probabilities, smallest: low, largest: high)
      }
      return Row(
        mean: moments.means[row], standardDeviation: moments.standardDeviation(row), smallest: low,
        largest: high, quantiles: quantiles)
    }
  }
}

extension EnsembleTally {
  /// All values of a row, draw after draw; for tallies that keep them.
  func values(ofRow row: Int, rows: Int) -> [Double] {
    var values: [Double] = []
    for block in samples {
      let draws = block.count / rows
      values += block[row * draws..<(row + 1) * draws]
    }
    return values
  }

  /// How the values of a row are spread over equal bins between its smallest and largest value.
  public func histogram(ofRow row: Int, bins: Int = 40) -> (edges: [Double], counts: [Int]) {
    guard let moments = tree.total, !moments.means[row].isNaN else { return ([], []) }
    let (low, high) = (moments.smallest[row], moments.largest[row])
    guard high > low else { return ([low, high], [moments.count]) }
    var counts = [Int](repeating: 0, count: bins)
    func bin(_ value: Double) -> Int {
      min(max(Int((value - low) / (high - low) * Double(bins)), 0), bins - 1)
    }
    if sketches.isEmpty {
      for value in values(ofRow: row, rows: moments.means.count) { counts[bin(value)] += 1 }
    } else {
      for (middle, count) in sketches[row].middles { counts[bin(middle)] += count }
    }
    return ((0...bins).map { low + (high - low) * Double($0) / Double(bins) }, counts)
  }
}
