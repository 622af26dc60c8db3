/// Probabilities of the standard normal distribution, kept inside of the unit interval.
enum NormalScore {
  /// Φ(z), kept above 0 and below 1.
  static func probability(_ z: Double) -> Double {
    min(max(StandardNormal.upper(-z), 0x1p-60), 1 - 0x1p-53)
  }
}
