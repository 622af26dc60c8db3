internal import RealModule

/// The Gauss–Lobatto rule on [0, 1]: both ends and the zeros of P'ₙ₋₁, exact for polynomials up to
/// degree 2n − 3.
///
/// Abramowitz & Stegun (1964), 25.4.32; the zeros by Newton's method from the Chebyshev–Lobatto points.
/// - Parameter points: n, from 2 to 64.
/// - Complexity: O(n²).
func gaussLobatto(points: Int) -> [(position: Double, weight: Double)] {
  precondition((2...64).contains(points), "from 2 to 64 points")
  let degree = Double(points - 1)
  return (0..<points).map { index in
    var x = -Double.cos(.pi * Double(index) / degree)
    var (last, before) = legendre(degree: points - 1, at: x)
    for _ in 0..<100 where index > 0 && index < points - 1 {
      // (1 − x²)·P' = n·(P₍ₙ₋₁₎ − x·Pₙ); its derivative is −n(n + 1)·Pₙ.
      let step = (x * last - before) / (Double(points) * last)
      x -= step
      (last, before) = legendre(degree: points - 1, at: x)
      if abs(step) < .ulpOfOne { break }
    }
    let weight = 2 / (degree * Double(points) * last * last)
    return (position: (1 + x) / 2, weight: weight / 2)
  }
}

/// The Legendre polynomials Pₙ(x) and Pₙ₋₁(x).
private func legendre(degree: Int, at x: Double) -> (last: Double, before: Double) {
  var (last, before) = (x, 1.0)
  for n in 2..<max(2, degree + 1) {
    (last, before) = (
      ((2 * Double(n) - 1) * x * last - (Double(n) - 1) * before) / Double(n), last
    )
  }
  return (last, before)
}
