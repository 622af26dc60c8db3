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
  /// - Complexity: O(rows · draws), three passes over each row.
  init(rows: [Double], draws: Int) {
    precondition(draws > 0 && rows.count % draws == 0, "rows of equal length")
    let quantities = rows.count / draws
    count = draws
    means = []
    squares = []
    smallest = []
    largest = []
    means.reserveCapacity(quantities)
    squares.reserveCapacity(quantities)
    smallest.reserveCapacity(quantities)
    largest.reserveCapacity(quantities)
    let span = rows.span
    for first in stride(from: 0, to: rows.count, by: draws) {
      var (sum, low, high) = (0.0, Double.infinity, -Double.infinity)
      for place in first..<first + draws {
        let value = span[place]
        sum += value
        low = value < low ? value : low
        high = value > high ? value : high
      }
      let mean = sum / Double(draws)
      var square = 0.0
      for place in first..<first + draws { square += (span[place] - mean) * (span[place] - mean) }
      means.append(mean)
      squares.append(square)
      smallest.append(low)
      largest.append(high)
    }
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
