import LinearAlgebra
import Testing

struct SingularValuesTests {
  private let wide = Matrix(rows: 2, columns: 3, values: [1, 2, 0.5, -3, 0.25, 4])

  /// numpy.linalg.svd(A, compute_uv=False)
  @Test func valuesAgreeWithNumPy() throws {
    let expected = [5.007505393940032, 2.2885344064840876]
    for matrix in [wide, wide.transposed] {
      let own = try SingularValues(of: matrix)
      expectClose(Matrix(column: own.values), Matrix(column: expected), relative: 1e-14)
    }
  }

  /// numpy.linalg.pinv(A) @ b
  @Test func shortestSolutionAgreesWithNumPy() throws {
    let own = try SingularValues(of: wide)
    expectClose(
      Matrix(column: own.solve([1.5, -2])),
      Matrix(column: [0.5013682331945272, 0.5387269482450924, -0.15764425936942297]),
      relative: 1e-13)
  }

  @Test(arguments: [(1, 1), (3, 7), (7, 3), (40, 25)])
  func factorsMultiplyBackToTheMatrix(rows: Int, columns: Int) throws {
    let matrix = Matrix.random(rows: rows, columns: columns, seed: 5)
    let own = try SingularValues(of: matrix)
    var scaled = own.left
    for row in 0..<rows {
      for (column, value) in own.values.enumerated() { scaled[row, column] *= value }
    }
    expectClose(scaled.timesNaively(own.right.transposed), matrix, relative: 1e-13)
    #expect(own.rank(tolerance: 1e-12) == min(rows, columns))
  }

  @Test func aRowThatRepeatsLowersTheRank() throws {
    let own = try SingularValues(
      of: Matrix(rows: 3, columns: 2, values: [1, 2, 2, 4, -0.5, -1]))
    #expect(own.rank(tolerance: 1e-12) == 1)
    let rest = own.truncated(to: 1).outsideRange(Matrix(column: [1, 2, -0.5]))
    #expect(rest.values.allSatisfy { abs($0) < 1e-15 })
  }

  @Test func nothingHasNoRank() throws {
    #expect(try SingularValues(of: Matrix(rows: 3, columns: 0)).rank(tolerance: 1e-12) == 0)
    #expect(try SingularValues(of: Matrix(rows: 2, columns: 2)).rank(tolerance: 1e-12) == 0)
    #expect(try SingularValues(of: Matrix(rows: 0, columns: 3)).solve([]) == [0, 0, 0])
  }

  @Test func numbersThatAreNoneAreRefused() {
    #expect(throws: LinearAlgebraError.notFinite) {
      try SingularValues(of: Matrix(rows: 1, columns: 2, values: [1, .nan]))
    }
  }
}
