internal import RealModule

/// Metals compared by a weighted mean of indicators, with the ranks that uncertainty allows.
///
/// ```
/// score = Σ wᵢ·xᵢ / Σ wᵢ      over the indicators i that a metal has
/// ```
/// The composite is a convention, not a measurement: weights are a judgement, indicators overlap, and a metal
/// without a figure is scored on those that it has (``Score/coverage`` says how much of the weight that is). Ranks
/// are drawn: every indicator from a triangular distribution over its range. Graedel et al. (2012),
/// doi:10.1021/es203534z; on composites: OECD & JRC (2008), doi:10.1787/9789264043466-en.
public struct CriticalityAssessment: Hashable, Sendable {
  /// A metal with what is known of it.
  public struct Metal: Hashable, Sendable {
    public let name: String
    public let indicators: [CriticalityIndicator: RangedShare]

    public init(_ name: String, _ indicators: [CriticalityIndicator: RangedShare]) {
      self.name = name
      self.indicators = indicators
    }
  }

  /// What came out for one metal.
  public struct Score: Hashable, Sendable {
    public let metal: Metal
    /// The composite at the given values, from 0 to 1.
    public let value: Double
    /// The share of the weight for which there is a figure.
    public let coverage: Double
    /// 1 for the most critical metal.
    public let rank: Int
    /// The ranks that 5, 50 and 95 of 100 draws do not exceed.
    public let rankRange: (low: Int, middle: Int, high: Int)
    /// The composites that 5 and 95 of 100 draws do not exceed.
    public let range: (low: Double, high: Double)

    public static func == (one: Score, other: Score) -> Bool {
      one.metal == other.metal && one.value == other.value && one.rank == other.rank
        && one.coverage == other.coverage && one.rankRange == other.rankRange
        && one.range == other.range
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(metal)
      hasher.combine(value)
    }
  }

  /// The weights, summing to 1.
  public let weights: [CriticalityIndicator: Double]
  /// From the most critical metal on.
  public let scores: [Score]
  public let draws: Int
  public let seed: UInt64
  /// Whether every draw has weights of its own.
  public let drawsWeights: Bool

  /// Assesses metals.
  /// - Parameters:
  ///   - metals: with at least one indicator each that has a weight.
  ///   - weights: of the indicators, summing to 1; those that are left out count nothing.
  ///   - draws: how many, between 1 and 1,000,000.
  ///   - seed: draw i depends on it and on i alone.
  ///   - drawsWeights: whether the weights of a draw are drawn as well, all sets of weights alike.
  /// - Throws: ``CriticalityError`` where the weights don't sum to 1 or are negative, or there is no metal.
  /// - Complexity: O(metals · indicators · draws).
  public init(
    _ metals: [Metal],
    weights: [CriticalityIndicator: Double] = CriticalityIndicator.defaultWeights,
    draws: Int = 10_000, seed: UInt64 = 1, drawsWeights: Bool = false
  ) throws(CriticalityError) {
    for (indicator, weight) in weights where !(weight >= 0 && weight.isFinite) {
      throw .negativeWeight(name: indicator.rawValue, value: weight)
    }
    let sum = CriticalityIndicator.allCases.reduce(0) { $0 + (weights[$1] ?? 0) }
    guard abs(sum - 1) < 1e-6 else { throw .weightsDoNotSumToOne(sum) }
    guard (1...1_000_000).contains(draws) else { throw .noDraws(draws) }
    let used = CriticalityIndicator.allCases.filter { (weights[$0] ?? 0) > 0 }
    let rated = metals.filter { metal in used.contains { metal.indicators[$0] != nil } }
    guard !rated.isEmpty else { throw .noMetals }
    let plan = ScoreDraws(
      metals: rated, indicators: used, weights: weights, draws: draws, seed: seed,
      drawsWeights: drawsWeights)
    self.weights = weights
    self.draws = draws
    self.seed = seed
    self.drawsWeights = drawsWeights
    scores = plan.scores()
  }
}
