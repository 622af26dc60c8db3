internal import RealModule

/// The quantile function of a gamma distribution with scale 1, for Dirichlet shares.
enum GammaQuantile {
  /// The x with P(shape, x) = probability.
  ///
  /// The start is Wilson & Hilferty's (1931, doi:10.1073/pnas.17.12.684), or the first term of the power
  /// series for a small shape or probability; Newton steps that may not leave a bracket close it.
  static func value(shape: Double, probability: Double) -> Double {
    let scaled = StandardNormal.quantile(probability)
    let ninth = 1 / (9 * shape)
    let cube = 1 - ninth + scaled * ninth.squareRoot()
    var x = shape * cube * cube * cube
    if cube < 0.2 || shape < 1 {
      x = min(
        shape < 1 ? .infinity : x.magnitude,
        .exp((.log(probability) + .logGamma(shape + 1)) / shape))
    }
    var (low, high) = (0.0, Double.infinity)
    for _ in 0..<200 {
      guard x > 0 else { return 0 }
      let excess = IncompleteGamma.lower(shape, x) - probability
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      let density = IncompleteGamma.factor(shape, x) * shape / x
      var next = x - excess / density
      if !(next > low && next < high) {
        next = high.isFinite ? low + (high - low) / 2 : 2 * x
      }
      if abs(next - x) <= 4 * .ulpOfOne * x { return next }
      x = next
    }
    return x
  }
}
