import Foundation
import LinearAlgebra

/// Prints one row of a table.
func row(_ cells: String...) {
  let widths = [34, 10, 12, 12, 12, 14, 14]
  print(
    zip(cells, widths).map { cell, width in
      cell.count >= width ? cell : cell + String(repeating: " ", count: width - cell.count)
    }.joined(separator: " "))
}

/// Every kernel at the sizes of the benchmark problem, beside the machine's own limits.
func kernelTable(_ machine: Machine) {
  row("kernel", "T", "K", "time, µs", "GFLOP/s", "of dgemm", "GB/s")
  for (periods, lanes) in [(120, 1), (120, 1000), (120, 10_000), (120, 100_000), (1000, 1000)] {
    let problem = Problem(periods: periods, lanes: lanes)
    let (x, one) = (problem.inflow, LowerToeplitz(curve: problem.curve))
    let own = LowerToeplitzLanes(curves: problem.curves)
    func line(_ name: String, _ passes: Double, _ body: () -> Void) {
      let time = Measurement(rounds: lanes > 10_000 ? 3 : 7, body).median
      let rate = problem.flops / time / 1e9
      row(
        name, "\(periods)", "\(lanes)", (time * 1e6).short, rate.short,
        "\((100 * rate / machine.dgemm).short) %",
        (passes * 8 * Double(periods * lanes) / time / 1e9).short)
    }
    line("one curve, times", 2) { _ = one.times(x) }
    line("one curve, solve", 2) { _ = one.solve(x) }
    if lanes > 1 {
      if periods == 1000 {
        line("one curve, times, direct", 2) {
          _ = Kernels.convolve(curve: problem.curve, x, threads: 1, by: .direct)
        }
      }
      if lanes <= 10_000 {
        let triangle = LowerTriangle(entries: toeplitz(problem.curve))
        line("the same by dtrmm", 2) { _ = triangle.times(x) }
        line("the same by dtrsm", 2) { _ = triangle.solve(x) }
      }
      if lanes >= 10_000 {
        // A curve of 1, 0, 0, … leaves the operand as it is, for the same work.
        var place = x
        let unit = Matrix(
          rows: periods, columns: lanes,
          values: x.values.indices.map { $0 < lanes ? 1 : 0 })
        let (ease, eases) = (LowerToeplitz(curve: unit.column(0)), LowerToeplitzLanes(curves: unit))
        line("one curve, in place", 2) { ease.multiply(&place) }
        line("one curve, in place, two threads", 2) { ease.multiply(&place, threads: 2) }
        line("a curve per lane, in place", 3) { eases.multiply(&place) }
        line("a curve per lane, in place, two t.", 3) { eases.multiply(&place, threads: 2) }
      }
      line("a curve per lane, times", 3) { _ = own.times(x) }
      line("a curve per lane, solve", 3) { _ = own.solve(x) }
      line("one curve, times, two threads", 2) { _ = one.times(x, threads: 2) }
      line("a curve per lane, two threads", 3) { _ = own.times(x, threads: 2) }
    }
  }
  print("\nOne long series; GFLOP/s as if it were summed directly.")
  for periods in [500, 1000, 2000, 5000, 10_000, 100_000] {
    let problem = Problem(periods: periods, lanes: 1)
    let one = LowerToeplitz(curve: problem.curve)
    for (name, body) in [
      ("one series, times", { _ = one.times(problem.inflow) }),
      ("one series, solve", { _ = one.solve(problem.inflow) }),
    ] {
      let time = Measurement(body).median
      row(name, "\(periods)", "1", (time * 1e6).short, (problem.flops / time / 1e9).short)
    }
  }
}

/// The dense lower triangle of a curve.
private func toeplitz(_ curve: [Double]) -> Matrix {
  var entries = Matrix(rows: curve.count, columns: curve.count)
  for t in curve.indices {
    for c in 0...t { entries[t, c] = curve[t - c] }
  }
  return entries
}

/// Direct sums beside transforms, for the constants in `Crossover`.
func crossoverTable() {
  print("Microseconds a lane: direct | Fourier.")
  row("T", "", "1: times", "1: solve")
  func pair(_ lanes: Int, _ body: (ToeplitzMethod) -> Void) -> String {
    let times = [ToeplitzMethod.direct, .fourier].map { method in
      Measurement(rounds: 5) { body(method) }.least * 1e6 / Double(lanes)
    }
    return "\(times[0].short) | \(times[1].short)"
  }
  for periods in [64, 128, 192, 256, 384, 512, 640, 768, 1024, 1536, 2048, 3072] {
    let single = Problem(periods: periods, lanes: 1)
    let many = Problem(periods: periods, lanes: 192)
    row(
      "\(periods)", "",
      pair(1) { _ = Kernels.convolve(curve: single.curve, single.inflow, threads: 1, by: $0) },
      pair(1) { _ = Kernels.deconvolve(curve: single.curve, single.inflow, threads: 1, by: $0) },
      pair(192) { _ = Kernels.convolve(curve: many.curve, many.inflow, threads: 1, by: $0) },
      pair(192) { _ = Kernels.deconvolve(curve: many.curve, many.inflow, threads: 1, by: $0) },
      pair(192) { _ = Kernels.convolve(curves: many.curves, many.inflow, threads: 1, by: $0) }
        + "  "
        + pair(192) { _ = Kernels.deconvolve(curves: many.curves, many.inflow, threads: 1, by: $0) }
    )
  }
}

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
