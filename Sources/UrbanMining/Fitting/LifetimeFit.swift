internal import LinearAlgebra
internal import RealModule

/// A lifetime of one family fitted to ages with censoring by maximum likelihood.
///
/// ```
/// ln L = Σ left: ln f(age) + Σ still in use: ln S(age) + Σ left in between: ln (S(age) − S(later age))
///        − Σ watched from a later age on: ln S(that age)
/// ```
/// in the logarithms of the two parameters, by Newton steps; the covariance is the inverse of −∂²ln L.
/// Lawless (2003), Statistical Models and Methods for Lifetime Data, doi:10.1002/9781118033005.
public struct LifetimeFit: Hashable, Sendable {
  public let family: Family
  public let lifetime: Lifetime
  /// By the names of the lifetime's text.
  public let parameters: [Parameter]
  public let logLikelihood: Double
  /// 2 · parameters − 2 · ln L: the smaller, the better among families.
  public let akaike: Double

  /// The families that can be fitted.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case weibull, lognormal, gamma

    var labels: [String] {
      switch self {
      case .weibull, .gamma: ["shape", "scale"]
      case .lognormal: ["median", "sigma"]
      }
    }

    func lifetime(_ first: Double, _ second: Double) throws(LifetimeError) -> Lifetime {
      switch self {
      case .weibull: try .weibull(shape: first, scale: second)
      case .gamma: try .gamma(shape: first, scale: second)
      case .lognormal: try .logNormal(median: first, sigma: second)
      }
    }
  }

  /// An estimate.
  public struct Parameter: Hashable, Sendable {
    public let label: String
    public let value: Double
    public let standardError: Double
    /// The ends of the 95 % interval, on the scale of the logarithm.
    public let low: Double
    public let high: Double
  }

  /// Fits a family to data.
  /// - Complexity: O(n) for each of some ten steps.
  public init(_ family: Family, to data: SurvivalData) throws(FitError) {
    let likelihood = CensoredLikelihood(family: family, data: data)
    var point = likelihood.start
    var best = likelihood.value(point)
    guard best.isFinite else { throw .notConverged }
    var hasSettled = false
    for _ in 0..<200 {
      let (gradient, curvature) = likelihood.slopes(at: point)
      let step = LifetimeFit.uphill(gradient, curvature)
      var share = 1.0
      var next = point
      var value = -Double.infinity
      while share > 1e-6 {
        next = [point[0] + share * step[0], point[1] + share * step[1]]
        value = likelihood.value(next)
        if value.isFinite, value >= best - 1e-13 * abs(best) { break }
        share /= 2
      }
      guard share > 1e-6 else {
        hasSettled = gradient.allSatisfy { abs($0) < 1e-5 * max(1, data.leftCount) }
        break
      }
      let move = max(abs(next[0] - point[0]), abs(next[1] - point[1]))
      (point, best) = (next, value)
      // The next step would be the square of this one.
      if move < 1e-8 {
        hasSettled = true
        break
      }
    }
    let curvature = likelihood.slopes(at: point).curvature
    let determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1]
    guard hasSettled, determinant > 0, curvature[0] < 0,
      let lifetime = try? family.lifetime(.exp(point[0]), .exp(point[1]))
    else { throw .notConverged }
    let variances = [-curvature[2] / determinant, -curvature[0] / determinant]
    let z = StandardNormal.upperQuantile(0.025)
    self.family = family
    self.lifetime = lifetime
    logLikelihood = best
    akaike = 4 - 2 * best
    parameters = family.labels.enumerated().map { index, label in
      let (value, deviation) = (Double.exp(point[index]), variances[index].squareRoot())
      return Parameter(
        label: label, value: value, standardError: value * deviation,
        low: value * .exp(-z * deviation), high: value * .exp(z * deviation))
    }
  }

  /// Newton's step where the likelihood is curved downward, else one along the gradient; at most ½ each.
  private static func uphill(_ gradient: [Double], _ curvature: [Double]) -> [Double] {
    let determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1]
    var step = gradient
    if determinant > 0, curvature[0] < 0 {
      step = [
        (curvature[1] * gradient[1] - curvature[2] * gradient[0]) / determinant,
        (curvature[1] * gradient[0] - curvature[0] * gradient[1]) / determinant,
      ]
    }
    let length = max(abs(step[0]), abs(step[1]))
    return length > 0.5 ? step.map { $0 * 0.5 / length } : step
  }
}

/// ln L of data with censoring, over the logarithms of two parameters.
private struct CensoredLikelihood {
  let family: LifetimeFit.Family
  let data: SurvivalData

  /// From the mean and the spread of the logarithms of all ages.
  var start: [Double] {
    let total = data.counts.reduce(0, +)
    let logs = zip(data.ages, data.leftBy).map { Double.log(($0 + ($1 ?? $0)) / 2) }
    let mean = zip(logs, data.counts).reduce(0) { $0 + $1.0 * $1.1 } / total
    let square = zip(logs, data.counts).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    let spread = max(0.05, (square / total).squareRoot())
    switch family {
    case .weibull: return [.log(1.2 / spread), mean + 0.5 * spread]
    case .lognormal: return [mean, .log(spread)]
    case .gamma: return [-2 * .log(spread), mean + 2 * .log(spread)]
    }
  }

  func value(_ point: [Double]) -> Double {
    guard let lifetime = try? family.lifetime(.exp(point[0]), .exp(point[1])) else {
      return -.infinity
    }
    var sum = 0.0
    for (index, age) in data.ages.enumerated() {
      let share =
        if let end = data.leftBy[index] {
          lifetime.survival(atAge: age) - lifetime.survival(atAge: end)
        } else if data.hasLeft[index] {
          lifetime.density(atAge: age) ?? 0
        } else {
          lifetime.survival(atAge: age)
        }
      sum += data.counts[index] * .log(share)
      if data.entered[index] > 0 {
        sum -= data.counts[index] * .log(lifetime.survival(atAge: data.entered[index]))
      }
    }
    return sum
  }

  /// Gradient and second derivatives (11, 12, 22) by central differences.
  func slopes(at point: [Double]) -> (gradient: [Double], curvature: [Double]) {
    func at(_ first: Double, _ second: Double) -> Double {
      value([point[0] + first, point[1] + second])
    }
    // Small steps for slopes, wider ones of the fourth order for curvatures.
    let (h, w) = (1e-5, 2e-3)
    let gradient = [(at(h, 0) - at(-h, 0)) / (2 * h), (at(0, h) - at(0, -h)) / (2 * h)]
    let middle = at(0, 0)
    func second(_ value: (Double) -> Double) -> Double {
      (-value(2 * w) + 16 * value(w) - 30 * middle + 16 * value(-w) - value(-2 * w)) / (12 * w * w)
    }
    func mixed(_ w: Double) -> Double {
      (at(w, w) - at(w, -w) - at(-w, w) + at(-w, -w)) / (4 * w * w)
    }
    return (
      gradient,
      [second { at($0, 0) }, (4 * mixed(w) - mixed(2 * w)) / 3, second { at(0, $0) }]
    )
  }
}
