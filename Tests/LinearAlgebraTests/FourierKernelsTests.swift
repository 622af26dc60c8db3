import Testing

@testable import LinearAlgebra

struct FourierKernelsTests {
  /// Lengths around every radix (2, 3, 4, 5), above and below what the first cache holds.
  static let lengths = [1, 2, 63, 64, 65, 129, 321, 577, 720, 1000, 1025, 2305, 5000]

  static func wave(_ rows: Int, _ lanes: Int) -> Matrix {
    ToeplitzKernelsTests.amounts(rows, lanes)
  }

  static func largest(_ matrix: Matrix) -> Double { matrix.values.reduce(0) { max($0, abs($1)) } }

  static func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// The direct sums are right to 1e-14 (see `ToeplitzKernelsTests`), so they are the reference.
  @Test(arguments: lengths)
  func errorIsBelow1e13OfTheLargestNumber(_ rows: Int) {
    let curve = ToeplitzKernelsTests.curve(0, rows)
    for lanes in [1, 3] {
      let x = Self.wave(rows, lanes)
      let curves = Matrix(lanes: (0..<lanes).map { ToeplitzKernelsTests.curve($0, rows) })
      for set in InstructionSet.available {
        let direct = Kernels.convolve(curve: curve, x, threads: 1, by: .direct, using: set)
        let fourier = Kernels.convolve(curve: curve, x, threads: 1, by: .fourier, using: set)
        #expect(Self.distance(direct, fourier) < 1e-13 * Self.largest(direct))
        let directs = Kernels.convolve(curves: curves, x, threads: 1, by: .direct, using: set)
        let fouriers = Kernels.convolve(curves: curves, x, threads: 1, by: .fourier, using: set)
        #expect(Self.distance(directs, fouriers) < 1e-13 * Self.largest(directs))
      }
    }
  }

  @Test(arguments: lengths)
  func solvingUndoesMultiplying(_ rows: Int) {
    let curve = ToeplitzKernelsTests.curve(0, rows)
    let x = Self.wave(rows, 2)
    let curves = Matrix(lanes: [curve, ToeplitzKernelsTests.curve(9, rows)])
    for set in InstructionSet.available {
      let stock = Kernels.convolve(curve: curve, x, threads: 1, by: .direct, using: set)
      let back = Kernels.deconvolve(curve: curve, stock, threads: 1, by: .fourier, using: set)
      #expect(Self.distance(back, x) < 1e-12 * Self.largest(x))
      let stocks = Kernels.convolve(curves: curves, x, threads: 1, by: .direct, using: set)
      let backs = Kernels.deconvolve(curves: curves, stocks, threads: 1, by: .fourier, using: set)
      #expect(Self.distance(backs, x) < 1e-12 * Self.largest(x))
    }
  }

  @Test func theDefaultSwitchesAtTheCrossover() {
    for (rows, method) in [
      (Crossover.seriesTimes - 1, ToeplitzMethod.direct), (Crossover.seriesTimes, .fourier),
    ] {
      let (curve, x) = (ToeplitzKernelsTests.curve(0, rows), Self.wave(rows, 1))
      #expect(
        LowerToeplitz(curve: curve).times(x)
          == Kernels.convolve(curve: curve, x, threads: 1, by: method))
    }
  }

  @Test(arguments: [640, 1000, 2100])
  func multiplyingByTheInverseIsAsGoodAsSubstitution(_ rows: Int) throws {
    let curve = ToeplitzKernelsTests.curve(0, rows)
    let x = Self.wave(rows, 5)
    let stock = Kernels.convolve(curve: curve, x, threads: 1, by: .direct)
    let substituted = Kernels.deconvolve(curve: curve, stock, threads: 1, by: .direct)
    #expect(Kernels.inverse(of: curve) != nil)
    let multiplied = LowerToeplitz(curve: curve).solve(stock)
    #expect(Self.distance(multiplied, substituted) < 1e-13 * Self.largest(x))
    #expect(Self.distance(multiplied, x) < 1e-13 * Self.largest(x))
  }

  @Test func aCurveWithAGrowingInverseIsSubstituted() {
    // 1/(1 − 1.5·z) grows by half in every period; 1 is the solution of 1, −0.5, −0.5, …
    let rows = 700
    let curve = [1, -1.5] + [Double](repeating: 0, count: rows - 2)
    #expect(Kernels.inverse(of: curve) == nil)
    let y = Matrix(
      lanes: [[1] + [Double](repeating: -0.5, count: rows - 1)]
        + [[Double](repeating: 0, count: rows)])
    let x = LowerToeplitz(curve: curve).solve(y)
    #expect((0..<rows).allSatisfy { x[$0, 0] == 1 && x[$0, 1] == 0 })
  }

  @Test func anInfiniteNumberStaysInItsYears() {
    var x = Self.wave(2000, 2)
    x[1500, 1] = .infinity
    let stock = LowerToeplitz(curve: ToeplitzKernelsTests.curve(0, 2000)).times(x)
    #expect((0..<2000).allSatisfy { stock[$0, 1].isFinite == ($0 < 1500) && stock[$0, 0].isFinite })
  }

  @Test func longLanesGiveTheSameBitsOnAnyNumberOfThreads() {
    let (rows, lanes) = (2100, 200)
    let x = Self.wave(rows, lanes)
    let shared = LowerToeplitz(curve: ToeplitzKernelsTests.curve(0, rows))
    let own = LowerToeplitzLanes(
      curves: Matrix(lanes: (0..<lanes).map { ToeplitzKernelsTests.curve($0, rows) }))
    #expect(shared.times(x, threads: 3) == shared.times(x))
    #expect(shared.solve(x, threads: 3) == shared.solve(x))
    #expect(own.times(x, threads: 3) == own.times(x))
    #expect(own.solve(x, threads: 3) == own.solve(x))
  }
}
