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

/// Our tiles beside BLAS, for lanes with one curve: what would be gained or lost by blocks of `dtrmm`,
/// `dtrsm` and `dgemm` in their place.
func blasTable() {
  print(
    "Microseconds; halves: dtrmm on both diagonal blocks and dgemm between, without their addition."
  )
  row("T", "K", "tiles", "dtrmm", "halves", "dgemm", "solve | dtrsm")
  for periods in [16, 32, 60, 120, 240, 480] {
    for lanes in [8, 32, 100, 1000] {
      let problem = Problem(periods: periods, lanes: lanes)
      let (x, curve) = (problem.inflow, LowerToeplitz(curve: problem.curve))
      let triangle = LowerTriangle(entries: toeplitz(problem.curve))
      let half = Matrix(rows: periods / 2, columns: periods / 2, repeating: 0.5)
      let part = Matrix(rows: periods / 2, columns: lanes, repeating: 1)
      func time(_ body: () -> Void) -> Double { Measurement(rounds: 5, body).least * 1e6 }
      var (whole, between) = (x, part)
      let halves =
        2 * time { _ = LowerTriangle(entries: half).times(part) }
        + time { Kernels.multiply(half, part, into: &between) }
      let solves = (time { _ = curve.solve(x) }, time { _ = triangle.solve(x) })
      row(
        "\(periods)", "\(lanes)", time { _ = curve.times(x) }.short,
        time { _ = triangle.times(x) }.short, halves.short,
        time { Kernels.multiply(triangle.entries, x, into: &whole) }.short,
        "\(solves.0.short) | \(solves.1.short)")
    }
  }
}
