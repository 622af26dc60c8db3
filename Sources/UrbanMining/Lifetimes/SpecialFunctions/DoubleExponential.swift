internal import RealModule

/// ∫ of a function between two bounds by the double-exponential (tanh-sinh) rule.
///
/// The rule keeps its accuracy where the function or its slope is infinite at a bound; inside it has to be
/// smooth. With 129 points the relative error is near 1e-15 for the survival functions of this package.
/// Takahasi & Mori (1974), doi:10.2977/prims/1195192451.
func integral(from start: Double, to end: Double, _ value: (Double) -> Double) -> Double {
  guard end > start else { return 0 }
  let step = 3.25 / 64
  var sum = 0.0
  for index in -64...64 {
    let u = Double(index) * step
    let inner = Double.pi / 2 * .sinh(u)
    let x = start + (end - start) / (1 + .exp(-2 * inner))
    let slope = Double.pi / 4 * .cosh(u) / (.cosh(inner) * .cosh(inner))
    if slope > 0 { sum += value(x) * slope }
  }
  return (end - start) * sum * step
}
