internal import LinearAlgebra
internal import RealModule

/// A Gaussian copula: normal scores that give quantities a wanted correlation of their ranks.
///
/// Spearman's rank correlation r of two normal scores with Pearson correlation ρ obeys
/// ```
/// ρ = 2 · sin(π·r / 6)
/// ```
/// so that scores L·z of independent z, with L·Lᵀ the matrix of ρ, have the ranks asked for. Iman & Conover
/// (1982), doi:10.1080/03610918208812265; Kruskal (1958), doi:10.1080/01621459.1958.10501481.
struct RankCorrelation: Hashable, Sendable {
  let size: Int
  /// L.
  private let factor: Matrix

  /// - Parameter ranks: the matrix of rank correlations, symmetric, with ones on its diagonal.
  /// - Complexity: O(n³).
  init(ranks: [[Double]]) throws(CorrelationFault) {
    let size = ranks.count
    guard size > 1, ranks.allSatisfy({ $0.count == size }) else { throw .notSquare }
    for row in 0..<size {
      for column in 0..<size {
        let value = ranks[row][column]
        guard value >= -1, value <= 1 else { throw .outside(value) }
        guard value == ranks[column][row] else { throw .notSymmetric(row, column) }
      }
      guard ranks[row][row] == 1 else { throw .diagonal(row) }
    }
    let scores = Matrix(
      rows: size, columns: size,
      values: ranks.enumerated().flatMap { row, ranks in
        ranks.enumerated().map { row == $0 ? 1 : 2 * Double.sin(.pi / 6 * $1) }
      })
    do throws(LinearAlgebraError) {
      factor = try Kernels.cholesky(scores)
    } catch {
      throw .notPositiveDefinite(error.row ?? 0)
    }
    self.size = size
    // What hangs on rounding is none either.
    for row in 0..<size where factor[row, row] <= 1e-6 { throw .notPositiveDefinite(row) }
  }

  /// Correlated scores from independent ones.
  func correlated(_ scores: [Double]) -> [Double] {
    (0..<size).map { row in
      (0...row).reduce(0) { $0 + factor[row, $1] * scores[$1] }
    }
  }
}

/// Why a matrix is not one of rank correlations.
enum CorrelationFault: Error, Hashable, Sendable, CustomStringConvertible {
  case notSquare
  case outside(Double)
  case diagonal(Int)
  case notSymmetric(Int, Int)
  case notPositiveDefinite(Int)

  var description: String {
    switch self {
    case .notSquare: "it has a row and a column for each of at least two quantities"
    case .outside(let value): "\(plainNumber(value)) is no correlation: it lies from -1 to 1"
    case .diagonal(let row): "the correlation of a quantity with itself is 1 (row \(row + 1))"
    case .notSymmetric(let row, let column):
      "row \(row + 1), column \(column + 1) and row \(column + 1), column \(row + 1) must be the same"
    case .notPositiveDefinite(let row):
      "it is not positive definite: the correlations of row \(row + 1) contradict those above it, "
        + "so that no quantities can have them all"
    }
  }
}
