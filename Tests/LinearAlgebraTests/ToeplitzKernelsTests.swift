import Foundation
import Testing

@testable import LinearAlgebra

/// What Tests/Reference/kernels.py wrote with SciPy.
struct ToeplitzReference: Decodable {
  struct Case: Decodable {
    let curves: [[Double]]
    let inflows: [[Double]]
    let stocks: [[Double]]
    let solutions: [[Double]]
  }
  let toeplitz: [Case]

  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/kernels.json")
    guard let data = try? Data(contentsOf: file),
      let reference = try? JSONDecoder().decode(ToeplitzReference.self, from: data)
    else { return [] }
    return reference.toeplitz
  }()
}

struct ToeplitzKernelsTests {
  /// Sizes around the borders of every tile (4, 8 years; 2 to 24 lanes) and of a block (96 lanes).
  static let sizes: [(Int, Int)] = [
    (1, 1), (1, 5), (3, 2), (7, 7), (8, 8), (9, 23), (16, 24), (17, 25), (31, 97), (40, 193),
  ]
  static let sets = InstructionSet.available

  static func curve(_ lane: Int, _ rows: Int) -> [Double] {
    (0..<rows).map { 0.97 / (1 + pow((Double($0) + 0.5) / (8 + 0.1 * Double(lane)), 3)) }
  }

  static func amounts(_ rows: Int, _ lanes: Int) -> Matrix {
    var generator = SplitMix(state: 42)
    return Matrix(
      rows: rows, columns: lanes, values: (0..<rows * lanes).map { _ in generator.unit() + 0.1 })
  }

  static func naive(_ curves: Matrix, _ x: Matrix) -> Matrix {
    var y = Matrix(rows: x.rows, columns: x.columns)
    for lane in 0..<x.columns {
      for t in 0..<x.rows {
        y[t, lane] = (0...t).reduce(0) { $0 + curves[t - $1, lane] * x[$1, lane] }
      }
    }
    return y
  }

  /// The largest |a − b| / max(|a|, |b|).
  static func difference(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.values, b.values).map { $0 == $1 ? 0 : abs($0 - $1) / max(abs($0), abs($1)) }.max() ?? 0
  }

  @Test(arguments: ToeplitzReference.cases.indices)
  func agreesWithSciPy(_ index: Int) {
    let reference = ToeplitzReference.cases[index]
    let (curves, x) = (Matrix(lanes: reference.curves), Matrix(lanes: reference.inflows))
    let (stocks, solutions) = (Matrix(lanes: reference.stocks), Matrix(lanes: reference.solutions))
    let lanes = LowerToeplitzLanes(curves: curves)
    // Sums of at most 37 positive terms; the solves differ by the rounding of another algorithm.
    #expect(Self.difference(lanes.times(x), stocks) < 1e-14)
    let scale = solutions.values.reduce(0) { max($0, abs($1)) }
    for (mine, theirs) in zip(lanes.solve(x).values, solutions.values) {
      #expect(abs(mine - theirs) < 1e-13 * scale)
    }
    for lane in 0..<2 {
      let one = LowerToeplitz(curve: reference.curves[lane])
      let column = Matrix(column: reference.inflows[lane])
      #expect(Self.difference(one.times(column), Matrix(column: reference.stocks[lane])) < 1e-14)
    }
  }

  @Test(arguments: sizes)
  func everyInstructionSetAgreesWithNaiveLoops(_ rows: Int, _ lanes: Int) {
    let x = Self.amounts(rows, lanes)
    let shared = Matrix(lanes: (0..<lanes).map { _ in Self.curve(0, rows) })
    let own = Matrix(lanes: (0..<lanes).map { Self.curve($0, rows) })
    for set in Self.sets {
      let stock = Kernels.convolve(curve: Self.curve(0, rows), x, threads: 1, using: set)
      let stocks = Kernels.convolve(curves: own, x, threads: 1, using: set)
      #expect(Self.difference(stock, Self.naive(shared, x)) < 1e-14)
      #expect(Self.difference(stocks, Self.naive(own, x)) < 1e-14)
      let back = Kernels.deconvolve(curve: Self.curve(0, rows), stock, threads: 1, using: set)
      let backs = Kernels.deconvolve(curves: own, stocks, threads: 1, using: set)
      #expect(Self.difference(back, x) < 1e-12)
      #expect(Self.difference(backs, x) < 1e-12)
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() {
    let (rows, lanes) = (33, 500)
    let x = Self.amounts(rows, lanes)
    let shared = LowerToeplitz(curve: Self.curve(0, rows))
    let own = LowerToeplitzLanes(curves: Matrix(lanes: (0..<lanes).map { Self.curve($0, rows) }))
    for threads in [2, 3, 64] {
      #expect(shared.times(x, threads: threads) == shared.times(x))
      #expect(shared.solve(x, threads: threads) == shared.solve(x))
      #expect(own.times(x, threads: threads) == own.times(x))
      #expect(own.solve(x, threads: threads) == own.solve(x))
    }
  }

  @Test(arguments: [(1, 1), (70, 1), (400, 1), (33, 130), (900, 2)])
  func theResultMayTakeThePlaceOfTheOperand(_ rows: Int, _ lanes: Int) {
    let x = Self.amounts(rows, lanes)
    let shared = LowerToeplitz(curve: Self.curve(0, rows))
    let own = LowerToeplitzLanes(curves: Matrix(lanes: (0..<lanes).map { Self.curve($0, rows) }))
    var place = x
    shared.multiply(&place)
    #expect(place == shared.times(x))
    place = x
    shared.divide(&place)
    #expect(place == shared.solve(x))
    place = x
    own.multiply(&place, threads: 2)
    #expect(place == own.times(x))
    place = x
    own.divide(&place, threads: 2)
    #expect(place == own.solve(x))
  }

  @Test func nothingOfNothingIsNothing() {
    for (rows, lanes) in [(0, 0), (0, 3), (4, 0)] {
      let empty = Matrix(rows: rows, columns: lanes)
      #expect(LowerToeplitz(curve: .init(repeating: 1, count: rows)).times(empty) == empty)
      #expect(LowerToeplitz(curve: .init(repeating: 1, count: rows)).solve(empty) == empty)
      #expect(LowerToeplitzLanes(curves: empty).times(empty) == empty)
      #expect(LowerToeplitzLanes(curves: empty).solve(empty) == empty)
    }
  }

  @Test(arguments: [1, 2, 30])
  func zerosAndDenormalsPassThrough(_ lanes: Int) {
    let tiny = Double.leastNonzeroMagnitude
    let x = Matrix(lanes: (0..<lanes).map { _ in [0, tiny, 0, 4 * tiny, 0, 0, 0, 0, 0, 8 * tiny] })
    let one = LowerToeplitz(curve: [1] + [Double](repeating: 0, count: 9))
    #expect(one.times(x) == x)
    #expect(one.solve(x) == x)
    let ones = LowerToeplitzLanes(curves: Matrix(lanes: (0..<lanes).map { _ in one.curve }))
    #expect(ones.times(x) == x)
    #expect(ones.solve(x) == x)
  }

  @Test(arguments: [1, 2, 30])
  func aCohortNeverTouchesAnEarlierYear(_ lanes: Int) {
    var x = Self.amounts(29, lanes)
    let clean = LowerToeplitz(curve: Self.curve(0, 29)).times(x)
    x[21, 0] = .nan
    for set in Self.sets {
      let stock = Kernels.convolve(curve: Self.curve(0, 29), x, threads: 1, using: set)
      for t in 0..<29 {
        #expect(stock[t, 0].isNaN == (t >= 21))
        #expect(lanes == 1 || abs(stock[t, 1] - clean[t, 1]) < 1e-14 * clean[t, 1])
      }
    }
  }
}

/// A small seeded generator (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
