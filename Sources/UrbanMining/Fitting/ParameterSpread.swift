internal import LinearAlgebra
internal import RealModule

/// How certain the parameters of a least-squares fit are, and which of them can't be told apart.
///
/// ```
/// cov = (JᵀWJ)⁻¹
/// ```
/// of residuals in units of their uncertainties. Seber & Wild (1989), Nonlinear Regression,
/// doi:10.1002/0471725315.
struct ParameterSpread {
  /// Infinite in directions that nothing fixes.
  let covariance: Matrix
  /// Sets of parameters (by place) that change together without any change of the results.
  let unfixed: [[Int]]
  /// How many parameters the observations fix: less than there are, where some of that is known beforehand.
  let fixedByData: Double

  /// Below this share of the largest singular value of scaled slopes a direction counts as not fixed.
  private static let tolerance = 1e-7

  /// - Parameters:
  ///   - search: the search that led to the point.
  ///   - point: the best values.
  ///   - atBound: parameters that lie on a bound and count as known.
  init(
    _ search: LeastSquares, at point: LeastSquares.Point, atBound: Set<Int>
  ) throws(FitError) {
    let slopes = try search.weightedJacobian(at: point)
    let count = point.values.count
    let lengths = (0..<count).map { slopes.length(ofColumn: $0) }
    let free = (0..<count).filter { !atBound.contains($0) && lengths[$0] > 0 }
    var scaled = Matrix(rows: slopes.rows, columns: free.count)
    for row in 0..<slopes.rows {
      for (place, column) in free.enumerated() {
        scaled[row, place] = slopes[row, column] / lengths[column]
      }
    }
    let all: SingularValues
    do throws(LinearAlgebraError) {
      all = try SingularValues(of: scaled)
    } catch {
      throw .notFinite("a derivative")
    }
    let rank = all.rank(tolerance: ParameterSpread.tolerance)
    var covariance = Matrix(rows: count, columns: count)
    for (first, row) in free.enumerated() {
      for (second, column) in free.enumerated() {
        covariance[row, column] =
          (0..<rank).reduce(0) {
            $0 + all.right[first, $1] * all.right[second, $1] / (all.values[$1] * all.values[$1])
          } / (lengths[row] * lengths[column])
      }
    }
    // Each row of something known fixes the share cov·slope² of one parameter.
    fixedByData =
      Double(rank)
      - (search.dataCount..<max(search.dataCount, slopes.rows)).reduce(0) { sum, row in
        sum + free.reduce(0) { $0 + covariance[$1, $1] * slopes[row, $1] * slopes[row, $1] }
      }
    // A parameter on which nothing depends is a set of its own.
    var unfixed = (0..<count).filter { !atBound.contains($0) && lengths[$0] == 0 }.map { [$0] }
    for direction in rank..<max(rank, all.values.count) {
      let part = free.indices.filter { abs(all.right[$0, direction]) > 0.05 }
      unfixed.append(part.map { free[$0] })
    }
    if free.count > all.values.count { unfixed.append(free) }
    for own in Set(unfixed.flatMap { $0 }) { covariance[own, own] = .infinity }
    self.covariance = covariance
    self.unfixed = unfixed
  }

  /// The standard error of a parameter; infinite where nothing fixes it.
  func standardError(_ index: Int) -> Double { covariance[index, index].squareRoot() }

  /// The correlation of two estimates; 0 where one of them is not fixed or lies on a bound.
  func correlation(_ first: Int, _ second: Int) -> Double {
    let product = covariance[first, first] * covariance[second, second]
    guard product > 0, product.isFinite else { return 0 }
    return covariance[first, second] / product.squareRoot()
  }
}
