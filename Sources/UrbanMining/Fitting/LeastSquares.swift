internal import LinearAlgebra
internal import RealModule

/// The search for the least sum of squares by Levenberg–Marquardt steps, with bounds.
///
/// ```
/// min Σ ρ(zᵢ(θ)²) + Σ (distance from what is known)²      low ≤ θ ≤ high
/// (JᵀWJ + λ·D²)·step = −JᵀW·z        W = ρ′(z²), D the lengths of the columns of √W·J
/// ```
/// Steps come from the singular values of √W·J·D⁻¹, so that directions that nothing fixes do no harm.
/// Derivatives are central differences; all points of one are asked for at once, as lanes of one solve.
/// Marquardt (1963), doi:10.1137/0111030; Moré (1978), doi:10.1007/BFb0067700.
struct LeastSquares {
  typealias Residuals = (_ points: [[Double]]) throws(FitError) -> [[Double]]

  let bounds: [ClosedRange<Double>]
  /// The size of a parameter where it is near zero itself.
  let sizes: [Double]
  let loss: RobustLoss
  /// The residuals of observations; those behind them are distances from what is known beforehand, which
  /// always count squared.
  let dataCount: Int
  /// The residuals, over their uncertainties, at several points.
  let residuals: Residuals

  /// A place of the search.
  struct Point {
    let values: [Double]
    let residuals: [Double]
    /// The sum that is made least.
    let cost: Double
  }

  private static let mostSteps = 300

  func point(_ values: [Double]) throws(FitError) -> Point {
    let residuals = try self.residuals([values])[0]
    guard residuals.allSatisfy(\.isFinite) else { throw .notFinite("a residual") }
    return Point(values: values, residuals: residuals, cost: cost(residuals))
  }

  private func cost(_ residuals: [Double]) -> Double {
    residuals[..<dataCount].reduce(0) { $0 + loss.value($1 * $1) }
      + residuals[dataCount...].reduce(0) { $0 + $1 * $1 }
  }

  /// The least cost that steps downhill lead to.
  /// - Parameters:
  ///   - start: inside the bounds.
  ///   - fixed: parameters that keep their value.
  func minimum(from start: [Double], fixed: Set<Int> = []) throws(FitError) -> Point {
    var best = try point(start)
    if fixed.count == start.count { return best }
    var damping = 1e-3
    var lengths = [Double](repeating: 0, count: start.count)
    for _ in 0..<LeastSquares.mostSteps {
      let slopes = try weightedJacobian(at: best)
      let weighted = zip(best.residuals, weights(best)).map { $0 * $1 }
      let gradient = slopes.transposedTimes(weighted)
      let free = start.indices.filter { index in
        !fixed.contains(index)
          && !(best.values[index] <= bounds[index].lowerBound && gradient[index] > 0)
          && !(best.values[index] >= bounds[index].upperBound && gradient[index] < 0)
      }
      for index in free { lengths[index] = max(lengths[index], slopes.length(ofColumn: index)) }
      // What changes nothing is left where it is.
      let moving = free.filter { lengths[$0] > 0 }
      guard !moving.isEmpty, best.cost > 0 else { return best }
      let range = try decomposed(slopes, moving, lengths)
      let length = best.cost.squareRoot()
      if moving.allSatisfy({ abs(gradient[$0]) <= 1e-13 * lengths[$0] * length }) { return best }
      var isBetter = false
      while !isBetter {
        guard damping < 1e14 else { return best }
        let next = stepped(best.values, moving, range.step(weighted, damping), lengths)
        let found = try? point(next)
        guard let found, found.cost < best.cost else {
          damping *= 5
          continue
        }
        let gain = best.cost - found.cost
        let move = zip(next, best.values).enumerated().reduce(0) {
          max($0, abs($1.element.0 - $1.element.1) / size(of: $1.offset, at: best.values))
        }
        isBetter = true
        best = found
        damping = max(1e-15, damping / 8)
        if gain <= 1e-15 * best.cost && move < 1e-9 { return best }
      }
    }
    throw .notConverged
  }

  private func stepped(
    _ values: [Double], _ moving: [Int], _ step: [Double], _ lengths: [Double]
  ) -> [Double] {
    var next = values
    for (place, index) in moving.enumerated() {
      next[index] = min(
        max(values[index] - step[place] / lengths[index], bounds[index].lowerBound),
        bounds[index].upperBound)
    }
    return next
  }

  /// √W.
  private func weights(_ point: Point) -> [Double] {
    point.residuals.enumerated().map { index, residual in
      index < dataCount ? loss.weight(residual * residual).squareRoot() : 1
    }
  }

  private func decomposed(
    _ slopes: Matrix, _ columns: [Int], _ lengths: [Double]
  ) throws(FitError) -> SingularValues {
    var part = Matrix(rows: slopes.rows, columns: columns.count)
    for row in 0..<slopes.rows {
      for (place, column) in columns.enumerated() {
        part[row, place] = slopes[row, column] / lengths[column]
      }
    }
    do throws(LinearAlgebraError) {
      return try SingularValues(of: part)
    } catch {
      throw .notFinite("a derivative")
    }
  }

  private func size(of index: Int, at values: [Double]) -> Double {
    max(abs(values[index]), sizes[index])
  }

  /// √W·J by central differences; at a bound, by the difference to the inside.
  func weightedJacobian(at point: Point) throws(FitError) -> Matrix {
    var points: [[Double]] = []
    var widths: [Double] = []
    for index in point.values.indices {
      // The cube root of the rounding of a solution: its error and that of the difference are alike.
      let step = 1e-5 * size(of: index, at: point.values)
      let low = max(bounds[index].lowerBound, point.values[index] - step)
      let high = min(bounds[index].upperBound, point.values[index] + step)
      for value in [low, high] {
        var other = point.values
        other[index] = value
        points.append(other)
      }
      widths.append(high - low)
    }
    let found = try residuals(points)
    let weights = weights(point)
    var slopes = Matrix(rows: point.residuals.count, columns: point.values.count)
    for (index, width) in widths.enumerated() where width > 0 {
      for row in point.residuals.indices {
        slopes[row, index] =
          weights[row] * (found[2 * index + 1][row] - found[2 * index][row]) / width
      }
    }
    return slopes
  }
}

extension SingularValues {
  /// The damped step for residuals: V · diag(s / (s² + λ)) · Uᵀ · z.
  fileprivate func step(_ residuals: [Double], _ damping: Double) -> [Double] {
    right.times(
      zip(left.transposedTimes(residuals), values).map { $0 * $1 / ($1 * $1 + damping) })
  }
}
