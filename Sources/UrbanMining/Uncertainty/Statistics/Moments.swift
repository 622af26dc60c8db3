internal import LinearAlgebra

/// Count, mean, spread and extremes of many quantities over some draws.
///
/// Two of them merge by the formulas of Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115:
/// ```
/// mean = (n·mean₁ + m·mean₂) / (n + m),   squares = squares₁ + squares₂ + (mean₁ − mean₂)²·n·m/(n + m)
/// ```
struct Moments: Hashable, Sendable {
  private(set) var count: Int
  private(set) var means: [Double]
  /// Sums of squared deviations from the mean.
  private(set) var squares: [Double]
  private(set) var smallest: [Double]
  private(set) var largest: [Double]

  /// Those of rows of numbers: a row for each quantity, a column for each draw.
  /// - Complexity: O(rows · draws), two passes over each row.
  init(rows: [Double], draws: Int) {
    let found = RowStatistics.moments(rows, draws: draws)
    self.init(
      count: draws, means: found.means, squares: found.squares, smallest: found.smallest,
      largest: found.largest)
  }

  /// From what a file holds.
  init(count: Int, means: [Double], squares: [Double], smallest: [Double], largest: [Double]) {
    self.count = count
    self.means = means
    self.squares = squares
    self.smallest = smallest
    self.largest = largest
  }

  /// Those of both sets of draws.
  func merged(with other: Moments) -> Moments {
    var result = self
    let (n, m) = (Double(count), Double(other.count))
    result.count += other.count
    for row in means.indices {
      let apart = means[row] - other.means[row]
      result.means[row] = (n * means[row] + m * other.means[row]) / (n + m)
      result.squares[row] = squares[row] + other.squares[row] + apart * apart * (n * m / (n + m))
      result.smallest[row] = min(smallest[row], other.smallest[row])
      result.largest[row] = max(largest[row], other.largest[row])
    }
    return result
  }

  /// The standard deviation, with n − 1 in the denominator; zero for a single draw.
  func standardDeviation(_ row: Int) -> Double {
    count > 1 ? (squares[row] / Double(count - 1)).squareRoot() : 0
  }
}
