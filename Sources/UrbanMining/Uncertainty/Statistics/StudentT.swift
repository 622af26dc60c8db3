/// Student's t distribution.
enum StudentT {
  /// The t whose size is exceeded with this probability.
  ///
  /// P(|T| > t) = I_x(n/2, ½) with x = n / (n + t²): NIST DLMF §8.17.
  static func twoSided(_ probability: Double, degreesOfFreedom: Double) -> Double {
    let x = BetaQuantiles(alpha: degreesOfFreedom / 2, beta: 0.5).quantile(probability)
    return (degreesOfFreedom * (1 - x) / x).squareRoot()
  }
}
