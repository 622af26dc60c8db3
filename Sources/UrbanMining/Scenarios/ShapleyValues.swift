/// How much each of several players adds to a worth that they have together.
///
/// With v(S) the worth of a set S of n players, player i gets the mean of what it adds over all orders
/// in which they could join:
/// ```
/// φᵢ = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ {i}) − v(S)),     Σ φᵢ = v(all) − v(∅)
/// ```
/// Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018.
public struct ShapleyValues: Hashable, Sendable {
  /// φ of each player.
  public let values: [Double]

  /// - Parameter worths: v of each of the 2ⁿ sets, at the index in which bit i says whether player i is
  ///   in the set.
  /// - Complexity: O(n · 2ⁿ).
  public init(worths: [Double]) {
    precondition(
      !worths.isEmpty && worths.count & (worths.count - 1) == 0, "there are 2ⁿ sets of n players")
    let players = worths.count.trailingZeroBitCount
    // |S|! (n − |S| − 1)! / n!, from 1/n on: each binomial follows from the one before.
    var weights = [Double](repeating: 0, count: players)
    var ways = 1.0
    for size in 0..<players {
      weights[size] = 1 / (Double(players) * ways)
      ways *= Double(players - 1 - size) / Double(size + 1)
    }
    values = (0..<players).map { player in
      worths.indices.reduce(0) { sum, set in
        guard set & (1 << player) == 0 else { return sum }
        return sum + weights[set.nonzeroBitCount] * (worths[set | (1 << player)] - worths[set])
      }
    }
  }
}
