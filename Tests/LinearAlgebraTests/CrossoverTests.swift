import Testing

@testable import LinearAlgebra

struct CrossoverTests {
  /// On either side of a crossover the other way gives the same to 1e-13 of the largest number.
  @Test(
    arguments: [
      Crossover.seriesTimes, Crossover.seriesSolve, Crossover.sharedTimes, Crossover.sharedInverse,
      Crossover.lanesTimes,
    ])
  func bothWaysAgreeWhereTheyMeet(rows: Int) {
    let curve = (0..<rows).map { 1 / (1 + 0.02 * Double($0 * $0)) }
    let x = Matrix.random(rows: rows, columns: 2, seed: 12)
    func worst(_ a: Matrix, _ b: Matrix) -> Double {
      let largest = a.values.reduce(0) { max($0, abs($1)) }
      return zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) } / largest
    }
    let times = [ToeplitzMethod.direct, .fourier].map {
      Kernels.convolve(curve: curve, x, threads: 1, by: $0)
    }
    #expect(worst(times[0], times[1]) < 1e-13)
    let solved = [ToeplitzMethod.direct, .fourier, .fastest].map {
      Kernels.deconvolve(curve: curve, x, threads: 1, by: $0)
    }
    #expect(worst(solved[0], solved[1]) < 1e-13)
    #expect(worst(solved[0], solved[2]) < 1e-13)
  }
}
