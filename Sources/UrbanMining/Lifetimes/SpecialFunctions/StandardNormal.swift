internal import RealModule

/// The normal distribution with mean 0 and standard deviation 1.
enum StandardNormal {
  /// The density φ(z) = e^(−z²/2) / √(2π).
  static func density(_ z: Double) -> Double {
    .exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  /// The share above z.
  static func upper(_ z: Double) -> Double {
    .erfc(z / 2.0.squareRoot()) / 2
  }

  /// φ(z) / upper(z), the hazard; by its asymptotic series where the upper share has few digits left.
  static func hazard(_ z: Double) -> Double {
    if z < 25 { return density(z) / upper(z) }
    // upper(z) = φ(z)/z · (1 − 1/z² + 3/z⁴ − 15/z⁶ + …), NIST DLMF 7.12.1; the first term left out is
    // below 1e-16 for z ≥ 25.
    let w = 1 / (z * z)
    let rest = w * (105 + w * (-945 + w * (10395 - w * 135_135)))
    return z / (1 + w * (-1 + w * (3 + w * (-15 + rest))))
  }

  /// The z with the share `p` above it.
  ///
  /// A rational start (Abramowitz & Stegun 1964, 26.2.23; error below 4.5e-4) refined by three Halley
  /// steps, each of which triples the digits. Near p = ½ the error of a step is taken from erf and ½ − p,
  /// which is exact, so that z keeps its digits as it goes to 0.
  static func upperQuantile(_ p: Double) -> Double {
    if p == 0 { return .infinity }
    if p == 1 { return -.infinity }
    if p > 0.5 { return -upperQuantile(ofSmall: 1 - p) }
    return upperQuantile(ofSmall: p)
  }

  /// The z with the share `p` below it.
  static func quantile(_ p: Double) -> Double {
    -upperQuantile(p)
  }

  private static func upperQuantile(ofSmall p: Double) -> Double {
    let t = (-2 * Double.log(p)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let excess = p > 0.25 ? (0.5 - p) - .erf(z / 2.0.squareRoot()) / 2 : upper(z) - p
      let newton = excess / density(z)
      z += newton / (1 - newton * z / 2)
    }
    return z
  }
}
