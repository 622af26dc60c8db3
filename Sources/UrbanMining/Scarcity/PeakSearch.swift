internal import LinearAlgebra
internal import RealModule

/// The three numbers of a bell-shaped curve.
struct PeakCurve: Hashable {
  var ultimate: Double
  var steepness: Double
  var year: Double

  func production(in time: Double) -> Double {
    // Symmetric, so that the exponent never overflows.
    let x = Double.exp(-abs(steepness * (time - year)))
    return ultimate * steepness * x / ((1 + x) * (1 + x))
  }

  /// The derivatives by the logarithms of ultimate and steepness and by the year.
  func gradient(in time: Double) -> [Double] {
    let value = production(in: time)
    let x = Double.exp(-abs(steepness * (time - year)))
    let slope = (time < year ? 1.0 : -1) * (1 - x) / (1 + x)
    return [value, value * (1 + slope * steepness * (time - year)), -value * slope * steepness]
  }
}

/// The search for the least sum of squares: damped Gauss–Newton steps from a grid of starts.
///
/// Levenberg (1944), doi:10.1090/qam/10666; Marquardt (1963), doi:10.1137/0111030.
struct PeakSearch {
  let points: [(year: Double, production: Double)]
  let mined: Double
  let ultimate: Double?

  /// The places of the parameters that are fitted.
  private var free: [Int] { ultimate == nil ? [0, 1, 2] : [1, 2] }

  func sumOfSquares(_ curve: PeakCurve) -> Double {
    points.reduce(0) { sum, point in
      let residual = point.production - curve.production(in: point.year)
      return sum + residual * residual
    }
  }

  /// The best that any start leads to.
  func best() -> PeakCurve? {
    guard let last = points.map(\.year).max() else { return nil }
    var best: (curve: PeakCurve, sum: Double)?
    for size in ultimate.map({ [$0] }) ?? [1.2, 2, 5, 20].map({ $0 * mined }) {
      for steepness in [0.02, 0.04, 0.08] {
        // Half is mined at the peak: ln(U / Q − 1) = k·(m − last).
        let year = last + .log(max(size / mined - 1, 0.05)) / steepness
        let start = PeakCurve(ultimate: size, steepness: steepness, year: year)
        let (curve, sum) = descend(from: start)
        if sum.isFinite, sum < best?.sum ?? .infinity { best = (curve, sum) }
      }
    }
    return best?.curve
  }

  private func descend(from start: PeakCurve) -> (PeakCurve, Double) {
    var (curve, sum, damping) = (start, sumOfSquares(start), 1e-3)
    for _ in 0..<400 {
      let (normal, slope) = normalEquations(curve)
      var damped = normal
      for place in free.indices { damped[place, place] *= 1 + damping }
      guard let step = try? DenseSystem(coefficients: damped).solve(slope) else { break }
      var next = curve
      for (place, parameter) in free.enumerated() {
        let change = step[place, 0]
        switch parameter {
        case 0: next.ultimate *= .exp(min(max(change, -2), 2))
        case 1: next.steepness *= .exp(min(max(change, -1), 1))
        default: next.year += change
        }
      }
      let trial = sumOfSquares(next)
      if trial < sum {
        let gain = (sum - trial) / sum
        (curve, sum, damping) = (next, trial, max(damping / 5, 1e-12))
        if gain < 1e-15 { break }
      } else {
        damping *= 4
        if damping > 1e12 { break }
      }
    }
    return (curve, sum)
  }

  /// JᵀJ and Jᵀr over the free parameters.
  private func normalEquations(_ curve: PeakCurve) -> (normal: Matrix, slope: Matrix) {
    var normal = Matrix(rows: free.count, columns: free.count)
    var slope = Matrix(rows: free.count, columns: 1)
    for point in points {
      let gradient = curve.gradient(in: point.year)
      let residual = point.production - curve.production(in: point.year)
      for (row, one) in free.enumerated() {
        slope[row, 0] += gradient[one] * residual
        for (column, other) in free.enumerated() {
          normal[row, column] += gradient[one] * gradient[other]
        }
      }
    }
    return (normal, slope)
  }

  /// √diag(σ² (JᵀJ)⁻¹) with σ² = Σ residual² / (n − parameters); nil where JᵀJ is singular.
  func standardErrors(of curve: PeakCurve) -> LogisticPeak.StandardErrors? {
    let (normal, _) = normalEquations(curve)
    var identity = Matrix(rows: free.count, columns: free.count)
    for place in free.indices { identity[place, place] = 1 }
    guard let inverse = try? DenseSystem(coefficients: normal).solve(identity) else { return nil }
    let variance = sumOfSquares(curve) / Double(points.count - free.count)
    var errors = [0.0, 0, 0]
    for (place, parameter) in free.enumerated() {
      errors[parameter] = (variance * max(0, inverse[place, place])).squareRoot()
    }
    return LogisticPeak.StandardErrors(
      ultimate: errors[0] * curve.ultimate, steepness: errors[1] * curve.steepness,
      year: errors[2])
  }
}
