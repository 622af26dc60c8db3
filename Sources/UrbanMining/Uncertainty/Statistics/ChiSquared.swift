/// The χ² distribution: a gamma distribution of shape n/2 and scale 2.
///
/// NIST DLMF §8.2; Abramowitz & Stegun (1964), 26.4.
enum ChiSquared {
  /// The probability of a value of x or more.
  static func upper(_ x: Double, degreesOfFreedom: Double) -> Double {
    IncompleteGamma.upper(degreesOfFreedom / 2, x / 2)
  }

  /// The value that is not reached with this probability.
  /// - Parameters:
  ///   - probability: above 0 and below 1.
  ///   - degreesOfFreedom: above 0.
  static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    2 * GammaQuantile.value(shape: degreesOfFreedom / 2, probability: probability)
  }
}
