import Foundation
import LinearAlgebra

/// Nanoseconds a number, beside the C library one number at a time.
func vectorTable() {
  let numbers = (0..<4000).map { 0.01 + 0.005 * Double($0) }
  row("function", "", "vector, ns", "libm, ns")
  func line(_ name: String, _ vector: (inout [Double]) -> Void, _ scalar: (Double) -> Double) {
    var x = numbers
    let fast = Measurement {
      x = numbers
      vector(&x)
    }.least
    let slow = Measurement { for i in x.indices { x[i] = scalar(numbers[i]) } }.least
    row(name, "", (fast / 4000 * 1e9).short, (slow / 4000 * 1e9).short)
  }
  line("exp", { VectorMath.exp(&$0) }, { exp($0) })
  line("log", { VectorMath.log(&$0) }, { log($0) })
  line("erfc", { VectorMath.erfc(&$0) }, { erfc($0) })
  line("pow", { VectorMath.pow(&$0, 2.5) }, { pow($0, 2.5) })
  let ages = (0..<120).map { Double($0) + 0.5 }
  let centre = (0..<1000).map { 20 + 0.02 * Double($0) }
  let spread = centre.map { 0.3 * $0 }
  let sigma = centre.map { _ in 0.3 }
  let shape = centre.map { _ in 2.5 }
  func grid(_ name: String, _ vector: () -> Matrix, _ scalar: (Double, Int) -> Double) {
    let fast = Measurement { _ = vector() }.least
    var out = Matrix(rows: 120, columns: 1000)
    let slow = Measurement(rounds: 3) {
      for t in 0..<120 { for k in 0..<1000 { out[t, k] = scalar(ages[t], k) } }
    }.least
    row(name, "", (fast / 120_000 * 1e9).short, (slow / 120_000 * 1e9).short)
  }
  grid(
    "normal survival",
    { VectorMath.normalSurvival(ages: ages, mean: centre, standardDeviation: spread) },
    { 0.5 * erfc(($0 - centre[$1]) / (spread[$1] * 2.squareRoot())) })
  grid(
    "log-normal survival",
    { VectorMath.logNormalSurvival(ages: ages, median: centre, sigma: sigma) },
    { 0.5 * erfc(log($0 / centre[$1]) / (sigma[$1] * 2.squareRoot())) })
  grid(
    "Weibull survival",
    { VectorMath.weibullSurvival(ages: ages, scale: centre, shape: shape) },
    { exp(-pow($0 / centre[$1], shape[$1])) })
}
