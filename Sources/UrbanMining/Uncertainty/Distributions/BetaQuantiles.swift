internal import RealModule

/// The quantile function of a beta distribution on the unit interval.
///
/// A table of quantiles, made once by bisection, brackets the answer; Newton steps that may not leave the
/// bracket close it.
struct BetaQuantiles: Hashable, Sendable {
  let alpha: Double
  let beta: Double
  private let table: [Double]

  private static let parts = 256

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    let parts = BetaQuantiles.parts
    table = (0...parts).map { index in
      if index == 0 { return 0 }
      if index == parts { return 1 }
      let wanted = Double(index) / Double(parts)
      var (low, high) = (0.0, 1.0)
      while true {
        let middle = low + (high - low) / 2
        guard middle > low, middle < high else { return high }
        if IncompleteBeta.lower(alpha, beta, middle) < wanted {
          low = middle
        } else {
          high = middle
        }
      }
    }
  }

  /// - Complexity: about three evaluations of a continued fraction.
  func quantile(_ probability: Double) -> Double {
    let place = Int(probability * Double(BetaQuantiles.parts))
    var (low, high) = (table[place], table[place + 1])
    var x = low + (high - low) * (probability * Double(BetaQuantiles.parts) - Double(place))
    for _ in 0..<60 {
      // In the upper half from what is left above, which has more digits.
      let excess =
        probability < 0.5
        ? IncompleteBeta.lower(alpha, beta, x) - probability
        : (1 - probability) - IncompleteBeta.upper(alpha, beta, x)
      if excess == 0 { break }
      if excess < 0 { low = x } else { high = x }
      let next = x - excess / IncompleteBeta.density(alpha, beta, x)
      let inside = next > low && next < high ? next : low + (high - low) / 2
      if abs(inside - x) <= 2 * .ulpOfOne * x || !(inside > low && inside < high) { break }
      x = inside
    }
    return x
  }
}

/// The regularised incomplete beta function I_x(a, b).
///
/// By its continued fraction (modified Lentz), on the side of the mean on which it converges fast. NIST DLMF
/// §8.17.22.
enum IncompleteBeta {
  /// The share of a beta distribution below x.
  static func lower(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - fraction(b, a, 1 - x, x) }
    return fraction(a, b, x, 1 - x)
  }

  /// The share above x.
  static func upper(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    if x > (a + 1) / (a + b + 2) { return fraction(b, a, 1 - x, x) }
    return 1 - fraction(a, b, x, 1 - x)
  }

  /// x^(a−1) · (1 − x)^(b−1) / B(a, b).
  static func density(_ a: Double, _ b: Double, _ x: Double) -> Double {
    .exp((a - 1) * .log(x) + (b - 1) * .log(onePlus: -x) - logBeta(a, b))
  }

  /// With y = 1 − x.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let tiny = Double.leastNormalMagnitude / .ulpOfOne
    let front = Double.exp(a * .log(x) + b * .log(y) - logBeta(a, b)) / a
    var (c, d) = (1.0, 1 - (a + b) * x / (a + 1))
    d = 1 / (d == 0 ? tiny : d)
    var value = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for coefficient in [even, odd] {
        d = 1 + coefficient * d
        d = 1 / (d == 0 ? tiny : d)
        c = 1 + coefficient / c
        if c == 0 { c = tiny }
        change = c * d
        value *= change
      }
      if abs(change - 1) <= .ulpOfOne { break }
    }
    return front * value
  }

  private static func logBeta(_ a: Double, _ b: Double) -> Double {
    .logGamma(a) + .logGamma(b) - .logGamma(a + b)
  }
}
