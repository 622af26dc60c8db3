import LinearAlgebra
import Testing

struct LowerTriangleTests {
  /// What stands above the diagonal would show in every result if it were read.
  private let triangle = LowerTriangle(
    entries: Matrix(rows: 3, columns: 3, values: [2, 1e300, .nan, -1, 0.5, 1e300, 3, 0.25, 4]))
  private let block = Matrix(rows: 3, columns: 2, values: [1, -2, 0.5, 3, 7, 0.125])

  /// numpy: tril(L) @ y
  @Test func productAgreesWithNumPy() {
    expectClose(
      triangle.times(block),
      Matrix(rows: 3, columns: 2, values: [2.0, -4.0, -0.75, 3.5, 31.125, -4.75]))
  }

  /// scipy.linalg.solve_triangular(L, y, lower=True)
  @Test func solutionAgreesWithSciPy() {
    expectClose(
      triangle.solve(block),
      Matrix(rows: 3, columns: 2, values: [0.5, -1.0, 2.0, 4.0, 1.25, 0.53125]))
  }

  @Test(arguments: [(1, 1), (1, 4), (23, 1), (23, 8), (90, 65)])
  func productIsThatOfThreeLoops(periods: Int, lanes: Int) {
    var entries = Matrix.random(rows: periods, columns: periods, seed: 12)
    let x = Matrix.random(rows: periods, columns: lanes, seed: 13)
    let product = LowerTriangle(entries: entries).times(x)
    for row in 0..<periods {
      for column in row + 1..<max(periods, row + 1) { entries[row, column] = 0 }
    }
    expectClose(product, entries.timesNaively(x), relative: 1e-13)
  }

  @Test(arguments: [(1, 1), (23, 8), (90, 65)])
  func solvingUndoesTheProduct(periods: Int, lanes: Int) {
    var entries = Matrix.random(rows: periods, columns: periods, seed: 14)
    for row in 0..<periods {
      for column in 0...row { entries[row, column] /= Double(periods) }
      entries[row, row] += 1
    }
    let triangle = LowerTriangle(entries: entries)
    let x = Matrix.random(rows: periods, columns: lanes, seed: 15)
    expectClose(triangle.solve(triangle.times(x)), x, relative: 1e-12)
  }

  @Test func nothingHasNoProduct() {
    #expect(triangle.times(Matrix(rows: 3, columns: 0)).rows == 3)
    #expect(triangle.solve(Matrix(rows: 3, columns: 0)).columns == 0)
    let none = LowerTriangle(entries: Matrix(rows: 0, columns: 0))
    #expect(none.times(Matrix(rows: 0, columns: 2)).values.isEmpty)
    #expect(none.solve(Matrix(rows: 0, columns: 2)).values.isEmpty)
  }

  @Test func shapesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = LowerTriangle(entries: Matrix(rows: 2, columns: 3))
    }
    await #expect(processExitsWith: .failure) {
      _ = LowerTriangle(entries: Matrix(rows: 2, columns: 2, repeating: 1))
        .times(Matrix(rows: 3, columns: 1))
    }
    await #expect(processExitsWith: .failure) {
      _ = LowerTriangle(entries: Matrix(rows: 2, columns: 2, values: [1, 0, 1, 0]))
        .solve(Matrix(rows: 2, columns: 1))
    }
  }
}
