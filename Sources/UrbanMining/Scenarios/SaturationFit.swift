internal import LinearAlgebra
internal import RealModule

/// A saturation curve fitted to a series by least squares.
///
/// ```
/// min Σ (s(tᵢ) − yᵢ)²     over rate, midpoint and, where it is not given, ceiling
/// ```
/// by damped Gauss–Newton steps from several starts, of which the best result is kept. Levenberg (1944),
/// doi:10.1090/qam/10666; Marquardt (1963), doi:10.1137/0111030.
public struct SaturationFit: Hashable, Sendable {
  public let curve: SaturationCurve
  /// √(Σ residual² / n).
  public let rootMeanSquare: Double
  /// The uncertainty of the parameters; nil where there are no more points than parameters.
  public let standardErrors: StandardErrors?

  /// √diag(σ² (JᵀJ)⁻¹) with σ² = Σ residual² / (n − parameters): the standard errors if the residuals are
  /// independent of one another, with one variance.
  public struct StandardErrors: Hashable, Sendable {
    /// 0 where the ceiling was given.
    public let ceiling: Double
    public let rate: Double
    public let midpoint: Double
  }

  /// - Parameters:
  ///   - shape: logistic or Gompertz.
  ///   - points: years with their values, in any order.
  ///   - ceiling: where it is known; it is fitted where it is nil.
  /// - Throws: where there are fewer points than parameters, a value is not finite, or the points show no
  ///   ceiling: the best one is more than a hundred times the largest value.
  /// - Complexity: O(points) for each step; some hundred steps.
  public init(
    _ shape: SaturationCurve.Shape, to points: [(year: Double, value: Double)],
    ceiling: Double? = nil
  ) throws(SaturationError) {
    let parameters = ceiling == nil ? 3 : 2
    guard Set(points.map(\.year)).count >= parameters else {
      throw .tooFewPoints(points.count, needed: parameters)
    }
    if let bad = points.first(where: { !($0.value.isFinite && $0.year.isFinite) }) {
      throw .notFinite(year: bad.year)
    }
    if let ceiling, !(ceiling > 0 && ceiling.isFinite) { throw .parameter("ceiling", ceiling) }
    let search = SaturationSearch(shape: shape, points: points, ceiling: ceiling)
    let largest = points.map(\.value).max() ?? 0
    guard let best = search.best(), best.ceiling > 0, best.ceiling < 100 * largest,
      let curve = try? SaturationCurve(
        shape, ceiling: best.ceiling, rate: best.rate, midpoint: best.midpoint)
    else { throw .noCeiling }
    self.curve = curve
    let sum = search.sumOfSquares(curve)
    rootMeanSquare = (sum / Double(points.count)).squareRoot()
    standardErrors = search.standardErrors(of: curve, sumOfSquares: sum)
  }
}

/// The search for the least sum of squares.
private struct SaturationSearch {
  let shape: SaturationCurve.Shape
  let points: [(year: Double, value: Double)]
  /// The ceiling, where it is given.
  let ceiling: Double?

  /// The best that any start leads to.
  func best() -> SaturationCurve? {
    let years = points.map(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    let span = last - first
    var best: (curve: SaturationCurve, sum: Double)?
    for rate in [2.0, 5, 12, 40] {
      for position in [-0.25, 0.25, 0.5, 0.75, 1.25] {
        guard
          let start = projected(rate: rate / span, midpoint: first + position * span)
        else { continue }
        let found = descended(from: start)
        if best.map({ found.sum < $0.sum }) ?? true { best = found }
      }
    }
    return best?.curve
  }

  func sumOfSquares(_ curve: SaturationCurve) -> Double {
    points.reduce(0) { sum, point in
      let residual = point.value - curve.value(at: point.year)
      return sum + residual * residual
    }
  }

  func standardErrors(
    of curve: SaturationCurve, sumOfSquares: Double
  ) -> SaturationFit.StandardErrors? {
    let parameters = ceiling == nil ? 3 : 2
    guard points.count > parameters else { return nil }
    let (normal, _) = normalEquations(curve)
    var identity = Matrix(rows: normal.rows, columns: normal.rows)
    for index in 0..<normal.rows { identity[index, index] = 1 }
    guard let inverse = try? DenseSystem(coefficients: normal).solve(identity) else { return nil }
    let variance = sumOfSquares / Double(points.count - parameters)
    let errors = (0..<normal.rows).map { (variance * inverse[$0, $0]).squareRoot() }
    return .init(ceiling: ceiling == nil ? errors[2] : 0, rate: errors[0], midpoint: errors[1])
  }

  /// The curve with the best ceiling for a rate and a midpoint: the problem is linear in it.
  private func projected(rate: Double, midpoint: Double) -> SaturationCurve? {
    if let ceiling { return SaturationCurve(unchecked: shape, ceiling, rate, midpoint) }
    let unit = SaturationCurve(unchecked: shape, 1, rate, midpoint)
    var (product, square) = (0.0, 0.0)
    for point in points {
      let share = unit.share(at: point.year)
      product += share * point.value
      square += share * share
    }
    guard square > 0, product / square > 0, (product / square).isFinite else { return nil }
    return SaturationCurve(unchecked: shape, product / square, rate, midpoint)
  }

  /// Steps downhill until no step helps.
  private func descended(from start: SaturationCurve) -> (curve: SaturationCurve, sum: Double) {
    var (curve, sum) = (start, sumOfSquares(start))
    var damping = 1e-3
    for _ in 0..<500 {
      let (normal, gradient) = normalEquations(curve)
      guard let next = step(from: curve, normal, gradient, damping) else {
        damping *= 4
        if damping > 1e12 { break }
        continue
      }
      let nextSum = sumOfSquares(next)
      guard nextSum < sum else {
        damping *= 4
        if damping > 1e12 { break }
        continue
      }
      let isSmall = sum - nextSum <= 1e-15 * sum
      (curve, sum) = (next, nextSum)
      damping = max(1e-12, damping / 4)
      if isSmall && damping < 1e-6 { break }
    }
    return (curve, sum)
  }

  private func step(
    from curve: SaturationCurve, _ normal: Matrix, _ gradient: Matrix, _ damping: Double
  ) -> SaturationCurve? {
    var damped = normal
    for index in 0..<normal.rows { damped[index, index] *= 1 + damping }
    guard let step = try? DenseSystem(coefficients: damped).solve(gradient),
      step.values.allSatisfy(\.isFinite)
    else { return nil }
    let rate = curve.rate + step[0, 0]
    guard rate > 0 else { return nil }
    let level = ceiling ?? curve.ceiling + step[2, 0]
    guard level > 0 else { return nil }
    return SaturationCurve(unchecked: shape, level, rate, curve.midpoint + step[1, 0])
  }

  /// JᵀJ and Jᵀ·residual for rate, midpoint and, where it is fitted, ceiling.
  private func normalEquations(_ curve: SaturationCurve) -> (normal: Matrix, gradient: Matrix) {
    let count = ceiling == nil ? 3 : 2
    var normal = Matrix(rows: count, columns: count)
    var gradient = Matrix(rows: count, columns: 1)
    for point in points {
      let slopes = curve.slopes(at: point.year)
      let share = curve.share(at: point.year)
      let row = [curve.ceiling * slopes.rate, curve.ceiling * slopes.midpoint, share].prefix(count)
      let residual = point.value - curve.ceiling * share
      for (first, left) in row.enumerated() {
        gradient[first, 0] += left * residual
        for (second, right) in row.enumerated() { normal[first, second] += left * right }
      }
    }
    return (normal, gradient)
  }
}
