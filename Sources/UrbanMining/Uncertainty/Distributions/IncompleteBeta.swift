internal import RealModule

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
