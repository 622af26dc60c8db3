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
