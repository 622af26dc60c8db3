internal import RealModule

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).
///
/// For x < a + 1 the power series of P converges fast, else Legendre's continued fraction of Q (evaluated by
/// Lentz's method); each has terms of one sign, so no digits cancel. Both share the factor
/// ```
/// D(a, x) = xᵃ · e⁻ˣ / Γ(a + 1)
/// ```
/// which is evaluated through the deviance a·ln(x/a) + a − x and Stirling's remainder (Loader 2000), since
/// the plain formula loses digits as a·ln x grows.
/// - Note: checked against mpmath at 50 digits: relative error below 1e-13 for 0.05 ≤ a ≤ 10⁴.
///   NIST DLMF §8.7.1 (series), §8.9.2 (fraction).
enum IncompleteGamma {
  /// P(a, x), the share of a gamma distribution of shape `a` below `x`.
  /// - Complexity: O(√a) terms near x = a, fewer elsewhere.
  static func lower(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    return prefersSeries(a, x) ? series(a, x) : 1 - continuedFraction(a, x)
  }

  /// Q(a, x), the share of a gamma distribution of shape `a` above `x`.
  /// - Complexity: O(√a) terms near x = a, fewer elsewhere.
  static func upper(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    return prefersSeries(a, x) ? 1 - series(a, x) : continuedFraction(a, x)
  }

  /// D(a, x) = xᵃ · e⁻ˣ / Γ(a + 1).
  static func factor(_ a: Double, _ x: Double) -> Double {
    if a < 10 { return .exp(a * .log(x) - x) / .gamma(a + 1) }
    return .exp(-a * deviance(x / a) - stirlingRemainder(a)) / (2 * .pi * a).squareRoot()
  }

  /// For small a the fraction converges well before x = a + 1 and keeps the digits of a small Q.
  private static func prefersSeries(_ a: Double, _ x: Double) -> Bool {
    x < max(a, 1)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var (term, sum, index) = (1.0, 1.0, a)
    while term > sum * .ulpOfOne / 8 {
      index += 1
      term *= x / index
      sum += term
    }
    return min(1, factor(a, x) * sum)
  }

  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = Double.leastNormalMagnitude / .ulpOfOne
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (b == 0 ? tiny : b)
    var fraction = d
    var step = 0.0
    repeat {
      step += 1
      let numerator = -step * (step - a)
      b += 2
      d = numerator * d + b
      d = 1 / (d == 0 ? tiny : d)
      c = b + numerator / c
      if c == 0 { c = tiny }
      fraction *= c * d
    } while abs(c * d - 1) > .ulpOfOne && step < 1e6
    return factor(a, x) * a * fraction
  }

  /// r − 1 − ln r, without cancellation near r = 1.
  ///
  /// With v = (r − 1)/(r + 1), ln r = 2·Σ v²ⁱ⁺¹/(2i + 1); taking the first term apart leaves terms of
  /// falling size only.
  static func deviance(_ ratio: Double) -> Double {
    let excess = ratio - 1
    guard abs(excess) < 0.2 else { return excess - .log(ratio) }
    let v = excess / (ratio + 1)
    var power = v
    var tail = 0.0
    var odd = 3.0
    repeat {
      power *= v * v
      tail += power / odd
      odd += 2
    } while abs(power) > .ulpOfOne * .ulpOfOne
    return excess * v - 2 * tail
  }

  /// ln Γ(a + 1) − (a·ln a − a + ½·ln(2πa)) for a ≥ 10 (NIST DLMF 5.11.1).
  private static func stirlingRemainder(_ a: Double) -> Double {
    let square = 1 / (a * a)
    return stirling.reversed().reduce(0) { $0 * square + $1 } / a
  }

  /// B₂ₖ / (2k·(2k − 1)) for k = 1, 2, …, with the Bernoulli numbers B₂ₖ.
  private static let stirling: [Double] = {
    let numerators: [Double] = [1, -1, 1, -1, 1, -691, 1, -3617, 43867]
    let denominators: [Double] = [12, 360, 1260, 1680, 1188, 360_360, 156, 122_400, 244_188]
    return zip(numerators, denominators).map { $0 / $1 }
  }()
}
