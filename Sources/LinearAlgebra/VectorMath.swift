/// Elementary functions of many numbers at once, the same on every machine but for the last bit.
///
/// The largest errors found against mpmath (Tests/Reference/kernels.py; 2,048 points for each function),
/// in units in the last place (ulp) of the exact value, denormal results included:
///
/// | function | found | claimed |
/// |---|---|---|
/// | `exp` | 0.73 | 1 |
/// | `log` | 0.51 | 1 |
/// | `erfc` | 1.02 | 2 |
/// | `pow` | 0.69 | 1 + \|p · ln x\| / 40 |
///
/// Special values are those of IEEE 754 and C: `exp(−∞) = 0`, `log(0) = −∞`, `log(x < 0)` is NaN,
/// `erfc(±∞) = 0` and 2, NaN stays NaN.
public enum VectorMath {
  /// Replaces each number by its exponential.
  /// - Complexity: O(count), about 1 ns a number with AVX-512.
  public static func exp(_ numbers: inout [Double]) {
    apply(.exp, to: &numbers, using: .best)
  }

  /// Replaces each number by its natural logarithm.
  /// - Complexity: O(count), about 1.3 ns a number with AVX-512.
  public static func log(_ numbers: inout [Double]) {
    apply(.log, to: &numbers, using: .best)
  }

  /// Replaces each number by its complementary error function, 1 − erf(x).
  /// - Complexity: O(count), about 3.5 ns a number with AVX-512.
  public static func erfc(_ numbers: inout [Double]) {
    apply(.erfc, to: &numbers, using: .best)
  }

  /// Replaces each number x by x^power; no number may be negative (the result is then NaN).
  /// - Complexity: O(count), about 3.3 ns a number with AVX-512.
  public static func pow(_ numbers: inout [Double], _ power: Double) {
    raise(&numbers, to: [power], using: .best)
  }

  /// Replaces each number x by x^p with a power p of its own; no number may be negative.
  /// - Complexity: O(count), about 3.3 ns a number with AVX-512.
  public static func pow(_ numbers: inout [Double], _ powers: [Double]) {
    precondition(powers.count == numbers.count, "a power for each number")
    raise(&numbers, to: powers, using: .best)
  }

  /// The share of each lane that survives each age, for normal lifetimes.
  /// ```
  /// S(a) = ½ · erfc((a − mean) / (√2 · standardDeviation))
  /// ```
  /// Found to be within 0.72 ulp, claimed 2. The standard deviations must be positive.
  /// - Returns: ages × lanes.
  /// - Complexity: O(ages · lanes), about 2.3 ns a value with AVX-512.
  public static func normalSurvival(
    ages: [Double], mean: [Double], standardDeviation: [Double], threads: Int = 1
  ) -> Matrix {
    survival(.normal, ages, mean, standardDeviation, threads, using: .best)
  }

  /// The share of each lane that survives each age, for log-normal lifetimes.
  /// ```
  /// S(a) = ½ · erfc(ln(a / median) / (√2 · sigma)),  1 for a ≤ 0
  /// ```
  /// Found to be within 1.9 ulp, claimed 3 for sigma ≥ 0.1. Medians and sigmas must be positive.
  /// - Returns: ages × lanes.
  /// - Complexity: O(ages · lanes), about 2.3 ns a value with AVX-512.
  public static func logNormalSurvival(
    ages: [Double], median: [Double], sigma: [Double], threads: Int = 1
  ) -> Matrix {
    survival(.logNormal, ages, median, sigma, threads, using: .best)
  }

  /// The share of each lane that survives each age, for Weibull lifetimes.
  /// ```
  /// S(a) = exp(−(a / scale)^shape),  1 for a ≤ 0
  /// ```
  /// The exponent is right to a tenth of an ulp, which S feels |ln S| times: claimed
  /// 1.5 + |ln S| / 8 ulp (found: 0.9 + |ln S| / 10). Scales and shapes must be positive.
  /// - Returns: ages × lanes.
  /// - Complexity: O(ages · lanes), about 1.5 ns a value with AVX-512.
  public static func weibullSurvival(
    ages: [Double], scale: [Double], shape: [Double], threads: Int = 1
  ) -> Matrix {
    survival(.weibull, ages, scale, shape, threads, using: .best)
  }
}
